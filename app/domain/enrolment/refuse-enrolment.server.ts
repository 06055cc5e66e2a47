import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { holdsSeat, mayMove } from './enrolment';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';
import { releaseSeat } from './offer-free-seats.server';

/**
 * The institution does not let its member of staff go. Her seat or queue place goes on to the next. Who had accepted
 * an offered seat before the institution answered leaves it again.
 */
export function refuseEnrolment(ctx: Context, id: string, reason: string): Promise<void> {
  return operation(ctx, 'enrolment.refused', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.confirm', id);
    if (row.institutionAnswer === 'refused') return op.unchanged(undefined);
    const to = row.status === 'approved' ? 'withdrawn' : 'rejected';
    if (row.institutionAnswer !== 'pending' || !mayMove(row.status, to, 'institution')) throw new Refusal('wrong_state');
    await setEnrolment(op.tx, id, op.now, {
      status: to,
      institutionAnswer: 'refused',
      institutionAnsweredAt: op.now,
      institutionAnsweredBy: accountOf(op.actor),
      decidedAt: op.now,
      decidedBy: accountOf(op.actor),
      reason,
    });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId, reason } });
    await releaseSeat(op.ctx, group, holdsSeat(row.status) ? 'seat' : 'queue');
  });
}
