import { max } from 'drizzle-orm';
import { guidanceChecklist } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { type ChecklistText, withCodes } from './checklist';
import { requireWhole } from './find-checklist.server';

/** Begins a new version of the checklist; no visit is recorded by it until it is published. @returns its id */
export function draftChecklist(ctx: Context, given: ChecklistText): Promise<string> {
  return operation(ctx, 'checklist.drafted', async (op) => {
    op.require('checklist.edit');
    const text = { ...given, items: withCodes(given.items) };
    requireWhole(text);
    const [latest] = await op.tx.select({ version: max(guidanceChecklist.version) }).from(guidanceChecklist);
    const version = (latest?.version ?? 0) + 1;
    const id = newId();
    const made = { createdAt: op.now, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    const written = await op.tx
      .insert(guidanceChecklist)
      .values({ id, version, ...text, status: 'draft', ...made })
      .onConflictDoNothing()
      .returning({ id: guidanceChecklist.id });
    if (written.length === 0) throw new Conflict('stale');
    await op.record({ subject: { type: 'checklist', id }, data: { version, inForceFromOn: text.inForceFromOn, lines: text.items.length } });
    return id;
  });
}
