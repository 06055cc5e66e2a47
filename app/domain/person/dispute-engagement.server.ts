import { eq } from 'drizzle-orm';
import { engagement, engagementDispute } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { correctionOf } from './dispute';
import type { DisputeEntry } from './inputs';
import { OPEN_DISPUTE_STATUSES } from './roster';

/** She says that an entry about her is wrong, and what is right. It counts as entered until somebody decides. */
export const disputeEngagement = (ctx: Context, engagementId: string, input: DisputeEntry): Promise<{ id: string; dueOn: string }> =>
  operation(ctx, 'engagement.disputed', async (op) => {
    if (op.actor.kind !== 'user' || !hasLine(op.actor, 'engagement.dispute')) throw new Forbidden();
    if (!isId(engagementId)) throw new NotFound();
    const [entry] = await op.tx.select().from(engagement).where(eq(engagement.id, engagementId));
    if (!entry || !can(op.actor, 'engagement.dispute', { personId: entry.personId })) throw new NotFound();
    // An entry that was taken back as never true holds nothing that could be wrong.
    if (entry.endOn === entry.startOn) throw new Conflict('post_over');
    const { kind, statement } = input;
    const answer = correctionOf(entry, kind, input);
    if (!answer.ok) throw new Refusal(answer.code, { field: answer.field });
    const today = beijingDate(op.now);
    const answerDueOn = addWorkingDays(today, await settingOf(op.tx, 'roster_answer_days'));
    const { personId, institutionId } = entry;
    const id = newId();
    const { wanted } = answer;
    const row = { id, engagementId, personId, institutionId, kind, wanted, statement, status: 'open' as const, answerDueOn };
    const [made] = await op.tx
      .insert(engagementDispute)
      .values({ ...row, openedAt: op.now, openedBy: op.actor.accountId })
      .onConflictDoNothing()
      .returning({ id: engagementDispute.id });
    if (!made) throw new Refusal('dispute_open');
    const data = { disputeId: id, personId, institutionId, kind, dueOn: answerDueOn };
    await op.record({ subject: { type: 'engagement', id: engagementId }, data });
    return { id, dueOn: answerDueOn };
  });

/** She takes it back before anybody decided. */
export const withdrawDispute = (ctx: Context, disputeId: string): Promise<void> =>
  operation(ctx, 'dispute.withdrawn', async (op) => {
    if (!hasLine(op.actor, 'engagement.dispute')) throw new Forbidden();
    if (!isId(disputeId)) throw new NotFound();
    const [dispute] = await op.tx.select().from(engagementDispute).where(eq(engagementDispute.id, disputeId)).for('update');
    if (!dispute || !can(op.actor, 'engagement.dispute', { personId: dispute.personId })) throw new NotFound();
    if (dispute.status === 'withdrawn') return op.unchanged(undefined);
    if (!OPEN_DISPUTE_STATUSES.some((status) => status === dispute.status)) throw new Conflict('already_done');
    const decidedBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx
      .update(engagementDispute)
      .set({ status: 'withdrawn', decidedAt: op.now, decidedBy })
      .where(eq(engagementDispute.id, disputeId));
    const { engagementId, personId, institutionId } = dispute;
    await op.record({ subject: { type: 'dispute', id: disputeId }, data: { engagementId, personId, institutionId } });
  });
