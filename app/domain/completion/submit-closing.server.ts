import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { closing, enrolment, person, trainingClass } from '#db/schema';
import { findClass, subjectOf } from '../attendance/find-class.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { CLOSING_REVIEW_WORKING_DAYS } from './closing';
import { closingGaps, requireNoGaps } from './closing-gaps';
import { type ClassEvidence, readEvidence } from './evidence.server';

/**
 * Hands a class in for closing: the first time as a whole, then for those who passed a re-test. Nothing may be
 * undetermined; what is missing is named. From here on the evidence stands until the officer decides.
 */
export function submitClosing(ctx: Context, input: { classId: string; note: string }): Promise<{ closingId: string }> {
  return operation(ctx, 'class.closing_submitted', async (op) => {
    const known = await findClass(op.tx, op.actor, input.classId, true);
    op.require('closing.submit', subjectOf(known));
    if (op.actor.kind !== 'user') throw new Forbidden();
    const open = await findOpenClosing(op.tx, known.id);
    if (open) return op.unchanged({ closingId: open.id });
    if (known.status === 'cancelled') throw new Refusal('class_cancelled');

    const kind = known.status === 'closed' ? 'supplementary' : 'main';
    const evidence = await readEvidence(op.tx, known);
    if (kind === 'main') requireNoGaps(closingGaps(evidence.lessons, evidence.trainees, await listApplicants(op.tx, known.id), op.now));
    else if (newlyPassed(evidence).length === 0) throw new Refusal('nothing_to_close');

    const closingId = newId();
    const dueOn = addWorkingDays(beijingDate(op.now), CLOSING_REVIEW_WORKING_DAYS);
    await op.tx.insert(closing).values({
      id: closingId,
      classId: known.id,
      kind,
      status: 'submitted',
      note: input.note,
      submittedAt: op.now,
      submittedBy: op.actor.accountId,
      decisionDueOn: dueOn,
    });
    await op.tx
      .update(trainingClass)
      .set({ status: 'closing_review' })
      .where(and(eq(trainingClass.id, known.id), ne(trainingClass.status, 'closed')));
    await op.record({ subject: { type: 'class', id: known.id }, data: { closingId, kind, dueOn } });
    return { closingId };
  });
}

export async function findOpenClosing(tx: Tx, classId: string) {
  const [open] = await tx
    .select()
    .from(closing)
    .where(and(eq(closing.classId, classId), eq(closing.status, 'submitted')));
  return open;
}

/** Who has applied and was neither accepted nor refused; the class cannot end over their heads. */
export const listApplicants = (tx: Tx, classId: string) =>
  tx
    .select({ enrolmentId: enrolment.id, name: person.name })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.status, 'applied')));

/** Who failed at the closing and has passed since. */
export const newlyPassed = ({ trainees }: ClassEvidence) =>
  trainees.filter((trainee) => trainee.status === 'failed' && trainee.decision.result === 'passed');
