import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { guidanceChecklist } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import type { Action } from '../shared/policy';
import { NotFound, Refusal } from '../shared/refusals';
import { type ChecklistText, doubledCode } from './checklist';

type Checklist = InferSelectModel<typeof guidanceChecklist>;

/** Locked against other authors. @throws NotFound; Forbidden for whoever may not edit checklists */
export async function lockChecklist(op: { tx: Tx; actor: Actor; require(action: Action): void }, checklistId: string): Promise<Checklist> {
  op.require('checklist.edit');
  const [found] = isId(checklistId)
    ? await op.tx.select().from(guidanceChecklist).where(eq(guidanceChecklist.id, checklistId)).for('update')
    : [];
  if (!found) throw new NotFound();
  return found;
}

/** @throws Refusal */
export function requireWhole({ items, isOfficial, documentNo }: Pick<ChecklistText, 'items' | 'isOfficial' | 'documentNo'>): void {
  if (items.length === 0) throw new Refusal('checklist_without_line', { field: 'lines' });
  if (isOfficial && documentNo === '') throw new Refusal('checklist_document_missing', { field: 'documentNo' });
  const doubled = doubledCode(items);
  if (doubled !== null) {
    const line = items.findLastIndex(({ code }) => code === doubled);
    throw new Refusal('checklist_code_taken', { field: `code.${line}`, params: { code: doubled } });
  }
}
