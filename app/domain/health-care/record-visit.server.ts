import { and, eq } from 'drizzle-orm';
import { guidanceVisit } from '#db/schema';
import { factsOn } from '../organisation/institution-period';
import { readPeriods } from '../organisation/institution-periods.server';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { findVisitable } from './find-visit.server';
import { isSame, lockKnown, recordedDifferently, requireOpen } from './known-visit.server';
import { isFieldId, type VisitRecord } from './visit-record';
import { addFindings, digestOf, requireRecordable, writtenDown } from './write-record.server';

/**
 * A visit that was made: of one planned under this id, or a new one. The same content sent again, also at the same
 * time, is the same visit; other content under its id is refused and what stands is kept.
 * @throws Conflict where somebody recorded, cancelled or planned it otherwise; NotFound outside the actor's area
 */
export function recordVisit(ctx: Context, record: VisitRecord): Promise<{ visitId: string }> {
  return operation(ctx, 'visit.recorded', async (op) => {
    const { actor } = op;
    if (actor.kind !== 'user' || !actor.organisation || !hasLine(actor, 'visit.manage')) throw new Forbidden();
    if (!isFieldId(record.visitId)) throw new NotFound();
    const { visitId, visitedOn, findings } = record;
    const institution = await findVisitable(op, record.institutionId);
    const recordSha256 = digestOf(record);
    const known = await lockKnown(op.tx, visitId);
    if (known && isSame(known, actor, recordSha256)) return op.unchanged({ visitId });
    if (known) await requireOpen(op, known, record);
    await requireRecordable(op, record);
    const districtCode = factsOn(await readPeriods(op.tx, institution.id), visitedOn)?.districtCode ?? institution.districtCode;
    const row = { ...(await writtenDown(op, actor, record)), districtCode, recordSha256 };
    const of = { institutionId: institution.id, organisationId: actor.organisation.id };
    if (known) {
      const stillPlanned = and(eq(guidanceVisit.id, known.id), eq(guidanceVisit.status, 'planned'));
      await op.tx.update(guidanceVisit).set(row).where(stillPlanned);
    } else {
      const fresh = { ...row, ...of, id: visitId, plannedOn: visitedOn, createdAt: op.now, createdBy: actor.accountId };
      const added = await op.tx.insert(guidanceVisit).values(fresh).onConflictDoNothing().returning({ id: guidanceVisit.id });
      if (added.length === 0) {
        // Two sends at once: the other one was faster, and is complete by now.
        const other = await lockKnown(op.tx, visitId);
        if (!other || !isSame(other, actor, recordSha256)) throw await recordedDifferently(op.tx, other);
        return op.unchanged({ visitId });
      }
    }
    await addFindings(op, record);
    const data = { ...of, visitedOn, planned: known !== undefined, findings: findings.length };
    await op.record({ subject: { type: 'visit', id: visitId }, data });
    return { visitId };
  });
}
