import { outline, outlineModule } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import type { Outline } from './outline';
import { latestVersion } from './outline-versions.server';

export type NewOutline = Omit<Outline, 'version' | 'theoryMinutes' | 'practiceMinutes'>;

const total = (modules: Outline['modules'], key: 'theoryMinutes' | 'practiceMinutes') =>
  modules.reduce((sum, module) => sum + module[key], 0);

/**
 * A new version of a category's outline; earlier ones stay as they are, and so do the courses measured against them.
 * `after` is the version that the author started from: one that somebody else has followed up may not be followed twice.
 */
export const publishOutline = (ctx: Context, input: NewOutline, after: number): Promise<{ outlineId: string; version: number }> =>
  operation(ctx, 'outline.published', async (op) => {
    op.require('outline.edit');
    const latest = await latestVersion(op.tx, input.category);
    if (latest !== after) throw new Conflict('stale');
    const { modules, ...head } = input;
    const outlineId = newId();
    const version = latest + 1;
    const written = await op.tx
      .insert(outline)
      .values({
        ...head,
        id: outlineId,
        version,
        theoryMinutes: total(modules, 'theoryMinutes'),
        practiceMinutes: total(modules, 'practiceMinutes'),
        createdAt: op.now,
        createdBy: op.actor.kind === 'user' ? op.actor.accountId : null,
      })
      .onConflictDoNothing()
      .returning({ id: outline.id });
    if (written.length === 0) throw new Conflict('stale');
    await op.tx.insert(outlineModule).values(modules.map((module, at) => ({ ...module, id: newId(), outlineId, position: at + 1 })));
    await op.record({ subject: { type: 'outline', id: outlineId }, data: { category: input.category, version, source: input.source } });
    return { outlineId, version };
  });
