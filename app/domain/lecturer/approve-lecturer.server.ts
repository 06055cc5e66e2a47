import { eq } from 'drizzle-orm';
import { lecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { decidingAction, lockLecturer, moveFrom } from './find-lecturer.server';
import { nextApproval } from './lecturer';

interface Decision {
  /** Last day; null = the usual years. */
  approvedUntilOn: string | null;
  /** The proposal or renewal that the officer read. */
  seenAt?: string | undefined;
}

/**
 * Approves a proposal, or prolongs an approval whose renewal was asked for; a commission's own expert needs no asking.
 * @throws Conflict when there is nothing to decide, Refusal for a day before today
 */
export const approveLecturer = (ctx: Context, lecturerId: string, { approvedUntilOn, seenAt }: Decision): Promise<void> =>
  operation(ctx, 'lecturer.approved', async (op) => {
    const row = await lockLecturer(op, lecturerId, decidingAction, 'lecturer.decide');
    if (op.actor.kind !== 'user') throw new Forbidden();
    const status = moveFrom(row.status, 'approve');
    const renewal = row.status === 'approved';
    if (renewal && row.organisationId !== null && row.renewalAskedAt === null) throw new Conflict('already_done');
    if (seenAt && row.submittedAt.toISOString() !== seenAt) throw new Conflict('stale');
    const today = beijingDate(op.now);
    const next = nextApproval(row, today, await settingOf(op.tx, 'lecturer_approval_years'));
    const untilOn = approvedUntilOn ?? next.untilOn;
    if (untilOn < today) throw new Refusal('lecturer_until_past', { field: 'approvedUntilOn' });
    if (renewal && row.approvedUntilOn === untilOn) return op.unchanged(undefined);
    const approval = { status, approvedFromOn: next.fromOn, approvedUntilOn: untilOn, renewalAskedAt: null };
    await op.tx
      .update(lecturer)
      .set({ ...approval, decidedAt: op.now, decidedBy: op.actor.accountId, decisionReason: null })
      .where(eq(lecturer.id, lecturerId));
    await op.record({ subject: { type: 'lecturer', id: lecturerId }, data: { fromOn: next.fromOn, untilOn, renewal } });
  });
