import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isSettled } from '../training-class/lock-class.server';
import { holdsSeat, mayMove } from './enrolment';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';
import { releaseSeat } from './offer-free-seats.server';

/**
 * The trainee, or her institution, gives the place up: freely before the class begins, afterwards only where the
 * provider has moved or cancelled something.
 */
export function withdrawEnrolment(ctx: Context, id: string, reason: string): Promise<void> {
  return operation(ctx, 'enrolment.withdrawn', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.withdraw', id);
    if (row.status === 'withdrawn') return op.unchanged(undefined);
    // Turning down an offer is an answer to it, not a withdrawal: the log tells the two apart.
    if (row.status !== 'offered' && !mayMove(row.status, 'withdrawn', 'trainee')) throw new Refusal('wrong_state');
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    if (group.startsAt <= op.now && !group.freeWithdrawal) throw new Refusal('withdrawal_too_late');
    const data = { classId: row.classId, personId: row.personId };
    const decision = { decidedAt: op.now, decidedBy: accountOf(op.actor), reason };
    if (row.status === 'offered') {
      await setEnrolment(op.tx, id, op.now, { status: 'declined', ...decision });
      await op.recordAs('enrolment.offer_declined', { subject: { type: 'enrolment', id }, data });
    } else {
      const by = op.actor.kind === 'user' && op.actor.role === 'institution_admin' ? 'institution' : 'self';
      await setEnrolment(op.tx, id, op.now, { status: 'withdrawn', ...decision });
      await op.record({ subject: { type: 'enrolment', id }, data: { ...data, by, reason } });
    }
    await releaseSeat(op.ctx, group, holdsSeat(row.status) ? 'seat' : 'queue');
  });
}
