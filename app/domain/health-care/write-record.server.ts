import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account, guidanceChecklist, guidanceFinding } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate, DAY, startOfDay } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { recordProblem, type VisitRecord } from './visit-record';

type Op = Operation<'visit.recorded'>;

/** Of the content as sent, field by field in a fixed order. */
export function digestOf({ results, findings, ...record }: VisitRecord): string {
  const lines = results.map(({ code, mark, note }) => [code, mark, note]);
  const found = findings.map((one) => [one.id, one.itemCode, one.weight, one.statement, one.mendByOn]);
  const { visitId, institutionId, kind, visitedOn, checklistId, summary, metWith, recordedAt } = record;
  const whole = [visitId, institutionId, kind, visitedOn, checklistId, lines, found, summary, metWith, recordedAt];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

/** @throws Refusal at the field that keeps it from being recorded */
export async function requireRecordable({ tx, now }: Op, record: VisitRecord): Promise<void> {
  const { checklistId } = record;
  const [checklist] = isId(checklistId) ? await tx.select().from(guidanceChecklist).where(eq(guidanceChecklist.id, checklistId)) : [];
  if (!checklist) throw new Refusal('visit_checklist_not_in_force', { field: 'checklistId' });
  const problem = recordProblem(record, checklist, beijingDate(now));
  if (problem) throw new Refusal(problem.code, { field: problem.field, params: problem.params });
}

/** A phone's clock may be wrong: nothing was written down after it arrived, nor before the visit. */
export async function writtenDown({ tx, now }: Op, actor: UserActor, record: VisitRecord) {
  const at = new Date(record.recordedAt);
  const [visitor] = await tx.select({ name: account.displayName }).from(account).where(eq(account.id, actor.accountId));
  const { kind, visitedOn, checklistId, results, summary, metWith } = record;
  return {
    ...{ kind, visitedOn, checklistId, results, summary, metWith },
    status: 'recorded' as const,
    visitorId: actor.accountId,
    visitorName: visitor?.name ?? '',
    recordedAt: at > now || at.getTime() < startOfDay(visitedOn).getTime() - DAY ? now : at,
    receivedAt: now,
    recordedBy: actor.accountId,
  };
}

/** @throws Conflict where an id from the phone is taken */
export async function addFindings({ tx, now }: Op, { visitId, institutionId, findings }: VisitRecord): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((found) => ({ ...found, visitId, institutionId, status: 'open' as const, createdAt: now }));
  const added = await tx.insert(guidanceFinding).values(rows).onConflictDoNothing().returning({ id: guidanceFinding.id });
  if (added.length !== rows.length) throw new Conflict();
}
