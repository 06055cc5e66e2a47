import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { isSettled } from '../training-class/lock-class.server';
import { mayApprove } from './attribution';
import { accountOf, lockEnrolment, setEnrolment } from './lock-enrolment.server';

/** What an enrolment carries once its institution has kept silent: no institution, and the provider's district. */
export const withoutInstitution = (districtCode: string | null) => ({
  institutionAnswer: 'silent' as const,
  institutionId: null,
  operatorType: null,
  districtCode,
});

/**
 * The provider admits an applicant. While the institution may still answer it must wait; after its last day it may go
 * on alone, marked 未经单位确认.
 */
export function approveEnrolment(ctx: Context, id: string): Promise<void> {
  return operation(ctx, 'enrolment.approved', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.decide', id);
    if (row.status === 'approved' || row.status === 'attending') return op.unchanged(undefined);
    if (row.status !== 'applied' || isSettled(group.status)) throw new Refusal('wrong_state');
    const may = mayApprove(row.institutionAnswer, row.institutionAnswerDueOn, beijingDate(op.now));
    if (may === 'not_yet') throw new Refusal('confirmation_pending', { params: { date: row.institutionAnswerDueOn ?? '' } });
    if (may === 'refused') throw new Refusal('wrong_state');
    await setEnrolment(op.tx, id, op.now, {
      status: 'approved',
      decidedAt: op.now,
      decidedBy: accountOf(op.actor),
      ...(may === 'as_silent' ? withoutInstitution(group.districtCode) : {}),
    });
    await op.record({
      subject: { type: 'enrolment', id },
      data: { classId: row.classId, personId: row.personId, unconfirmed: may === 'as_silent' },
    });
  });
}
