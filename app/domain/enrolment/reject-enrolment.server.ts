import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { holdsSeat, mayMove } from './enrolment';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';
import { releaseSeat } from './offer-free-seats.server';

/** The provider turns somebody down, with a reason that she reads. The seat or queue place goes on to the next. */
export function rejectEnrolment(ctx: Context, id: string, reason: string): Promise<void> {
  return operation(ctx, 'enrolment.rejected', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.decide', id);
    if (row.status === 'rejected') return op.unchanged(undefined);
    if (!mayMove(row.status, 'rejected', 'provider')) throw new Refusal('wrong_state');
    await setEnrolment(op.tx, id, op.now, { status: 'rejected', decidedAt: op.now, decidedBy: accountOf(op.actor), reason });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId, reason } });
    await releaseSeat(op.ctx, group, holdsSeat(row.status) ? 'seat' : 'queue');
  });
}
