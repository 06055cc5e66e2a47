import { and, eq } from 'drizzle-orm';
import { guidanceChecklist } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { type ChecklistText, changedLines, sameLines, withCodes } from './checklist';
import { lockChecklist, requireWhole } from './find-checklist.server';

/** Changes a draft, its lines too; what was published stays as it is. */
export function editChecklist(ctx: Context, checklistId: string, given: ChecklistText): Promise<void> {
  return operation(ctx, 'checklist.edited', async (op) => {
    const before = await lockChecklist(op, checklistId);
    if (before.status !== 'draft') throw new Refusal('checklist_not_draft');
    const text = { ...given, items: withCodes(given.items) };
    requireWhole(text);
    const lines = changedLines(before.items, text.items);
    const fields = (Object.keys(text) as (keyof ChecklistText)[]).filter((key) =>
      key === 'items' ? !sameLines(before.items, text.items) : text[key] !== before[key],
    );
    if (fields.length === 0) return op.unchanged(undefined);
    await op.tx
      .update(guidanceChecklist)
      .set(text)
      .where(and(eq(guidanceChecklist.id, checklistId), eq(guidanceChecklist.status, 'draft')));
    await op.record({ subject: { type: 'checklist', id: checklistId }, data: { fields, ...lines } });
  });
}
