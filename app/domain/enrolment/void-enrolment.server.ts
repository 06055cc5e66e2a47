import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isSettled } from '../training-class/lock-class.server';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';
import { releaseSeat } from './offer-free-seats.server';

/** The provider takes back an admission that was a mistake, with a reason that she reads. Her seat goes on to the next. */
export function voidEnrolment(ctx: Context, id: string, reason: string): Promise<void> {
  return operation(ctx, 'enrolment.voided', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.decide', id);
    if (row.status === 'voided') return op.unchanged(undefined);
    if ((row.status !== 'approved' && row.status !== 'attending') || isSettled(group.status)) throw new Refusal('wrong_state');
    await setEnrolment(op.tx, id, op.now, { status: 'voided', decidedAt: op.now, decidedBy: accountOf(op.actor), reason });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId, reason } });
    await releaseSeat(op.ctx, group, 'seat');
  });
}
