import { and, asc, desc, eq, lte, ne } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { guidanceChecklist } from '#db/schema';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import { type ChecklistState, type ChecklistVersion, stateOf } from './checklist';
import type { ChecklistStatus } from './visit';

const VERSION = {
  id: guidanceChecklist.id,
  version: guidanceChecklist.version,
  titleZh: guidanceChecklist.titleZh,
  titleEn: guidanceChecklist.titleEn,
  inForceFromOn: guidanceChecklist.inForceFromOn,
  isOfficial: guidanceChecklist.isOfficial,
  documentNo: guidanceChecklist.documentNo,
  items: guidanceChecklist.items,
};

/** The checklist by which a visit of a day is recorded; null before the first version. */
export async function checklistInForce(day: string, tx: Tx = db): Promise<ChecklistVersion | null> {
  const [found] = await tx
    .select(VERSION)
    .from(guidanceChecklist)
    .where(and(eq(guidanceChecklist.status, 'published'), lte(guidanceChecklist.inForceFromOn, day)))
    .orderBy(desc(guidanceChecklist.inForceFromOn))
    .limit(1);
  return found ?? null;
}

export interface ListedChecklist extends ChecklistVersion {
  status: ChecklistStatus;
  state: ChecklistState;
}

/** Every version, the newest first; drafts for those who may write them. */
export async function listChecklists(today: string, { drafts }: { drafts: boolean }): Promise<ListedChecklist[]> {
  const rows = await db
    .select({ ...VERSION, status: guidanceChecklist.status })
    .from(guidanceChecklist)
    .where(drafts ? undefined : ne(guidanceChecklist.status, 'draft'))
    .orderBy(desc(guidanceChecklist.version), asc(guidanceChecklist.id));
  return rows.map((row) => ({ ...row, state: stateOf(row, rows, today) }));
}

/** @throws NotFound, also for a draft that is not the reader's to see */
export async function getChecklist(checklistId: string, today: string, seen: { drafts: boolean }): Promise<ListedChecklist> {
  const found = isId(checklistId) ? (await listChecklists(today, seen)).find(({ id }) => id === checklistId) : undefined;
  if (!found) throw new NotFound();
  return found;
}
