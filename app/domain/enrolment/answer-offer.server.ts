import { type Context, operation } from '../shared/operation.server';
import { beijingDate, formatInstant } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { firstOverlap } from '../training-class/lesson';
import { withoutInstitution } from './approve-enrolment.server';
import { mayApprove } from './attribution';
import { enrolmentFacts } from './facts.server';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';
import { releaseSeat } from './offer-free-seats.server';

/**
 * The trainee takes the seat she was offered. Too late is told apart from wrong: what lapsed meanwhile is passed on
 * and stays passed on.
 * @throws Refusal offer_expired, no_offer, or lesson_overlap with the seat that clashes
 */
export async function acceptOffer(ctx: Context, id: string): Promise<void> {
  const outcome = await operation(ctx, 'enrolment.offer_accepted', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.answer_offer', id);
    if (row.status === 'approved' || row.status === 'attending') return op.unchanged('taken' as const);
    if (row.status === 'lapsed') return op.unchanged('expired' as const);
    if (row.status !== 'offered') throw new Refusal('no_offer');
    const [facts] = await enrolmentFacts(op.tx, [row.classId], [row.personId], op.now);
    const clash = facts && firstOverlap(facts.lessons, facts.heldLessons);
    if (clash) {
      const { courseTitle, classCode, startsAt } = clash.theirs;
      throw new Refusal('lesson_overlap', { params: { lesson: `${courseTitle} ${classCode}`, time: formatInstant(startsAt) } });
    }
    const silent = mayApprove(row.institutionAnswer, row.institutionAnswerDueOn, beijingDate(op.now)) === 'as_silent';
    await setEnrolment(op.tx, id, op.now, {
      status: 'approved',
      decidedAt: op.now,
      decidedBy: accountOf(op.actor),
      ...(silent ? withoutInstitution(group.districtCode) : {}),
    });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId } });
    return 'taken' as const;
  });
  if (outcome === 'expired') throw new Refusal('offer_expired');
}

/** The trainee lets the offered seat go to the next in the queue. */
export function declineOffer(ctx: Context, id: string): Promise<void> {
  return operation(ctx, 'enrolment.offer_declined', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.answer_offer', id);
    if (row.status === 'declined' || row.status === 'lapsed') return op.unchanged(undefined);
    if (row.status !== 'offered') throw new Refusal('no_offer');
    await setEnrolment(op.tx, id, op.now, { status: 'declined', decidedAt: op.now, decidedBy: accountOf(op.actor) });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId } });
    await releaseSeat(op.ctx, group, 'seat');
  });
}
