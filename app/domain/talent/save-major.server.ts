import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { major } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { majorInput } from './programme/inputs';

type Major = z.output<typeof majorInput>;

/** The city adds a major to the catalogue. @returns its id */
export const addMajor = (ctx: Context, entry: Major): Promise<string> =>
  operation(ctx, 'major.added', async (op) => {
    op.require('major.edit');
    await requireFree(op.tx, entry, null);
    const id = newId();
    await op.tx.insert(major).values({ id, ...entry, createdAt: op.now, createdBy: authorIn(op.actor) });
    await op.record({ subject: { type: 'major', id }, data: { name: entry.nameZh, childcareRelated: entry.childcareRelated } });
    return id;
  });

/** Same values change nothing. A major that is switched off takes no new points; those that stand go on and count as before. */
export const editMajor = (ctx: Context, majorId: string, entry: Major): Promise<void> =>
  operation(ctx, 'major.edited', async (op) => {
    if (!hasLine(op.actor, 'major.edit')) throw new Forbidden();
    op.require('major.edit');
    if (!isId(majorId)) throw new NotFound();
    const [before] = await op.tx.select().from(major).where(eq(major.id, majorId)).for('update');
    if (!before) throw new NotFound();
    const names = (Object.keys(entry) as (keyof Major)[]).filter((name) => entry[name] !== before[name]);
    if (names.length === 0) return op.unchanged(undefined);
    await requireFree(op.tx, entry, majorId);
    await op.tx.update(major).set(entry).where(eq(major.id, majorId));
    const pick = (from: Major) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await op.record({ subject: { type: 'major', id: majorId }, data: { before: pick(before), after: pick(entry) } });
  });

/** Within a level, names and codes are taken once. */
async function requireFree(tx: Tx, { level, nameZh, code }: Major, majorId: string | null): Promise<void> {
  const others = and(eq(major.level, level), majorId === null ? undefined : ne(major.id, majorId));
  const find = (same: ReturnType<typeof eq>) => tx.select({ id: major.id }).from(major).where(and(others, same));
  if ((await find(eq(major.nameZh, nameZh))).length > 0) throw new Refusal('major_exists', { field: 'nameZh' });
  if (code !== null && (await find(eq(major.code, code))).length > 0) throw new Refusal('major_code_taken', { field: 'code' });
}
