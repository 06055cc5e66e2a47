import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { OPEN_ENROLMENT_STATUSES } from './enrolment';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';

/** The institution confirms that its member of staff may go. Confirming again changes nothing. */
export function confirmEnrolment(ctx: Context, id: string): Promise<void> {
  return operation(ctx, 'enrolment.confirmed', async (op) => {
    const { row } = await lockEnrolment(op, 'enrolment.confirm', id);
    if (row.institutionAnswer === 'confirmed') return op.unchanged(undefined);
    const open = OPEN_ENROLMENT_STATUSES.some((status) => status === row.status);
    if (row.institutionAnswer !== 'pending' || !open) throw new Refusal('wrong_state');
    await setEnrolment(op.tx, id, op.now, {
      institutionAnswer: 'confirmed',
      institutionAnsweredAt: op.now,
      institutionAnsweredBy: accountOf(op.actor),
    });
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId } });
  });
}
