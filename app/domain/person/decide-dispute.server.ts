import { eq } from 'drizzle-orm';
import { engagement, engagementDispute, organisation } from '#db/schema';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { corrected } from './dispute';
import { requireNoOther } from './find-engagement.server';
import { settlePosts } from './settle-posts.server';

/** Who may decide now: the institution until the due date, its district afterwards. */
async function lockDispute<Name extends EventName>(op: Operation<Name>, disputeId: string) {
  if (!hasLine(op.actor, 'post.decide') && !hasLine(op.actor, 'post.decide_late')) throw new Forbidden();
  if (!isId(disputeId)) throw new NotFound();
  const [found] = await op.tx
    .select({ dispute: engagementDispute, districtCode: organisation.districtCode })
    .from(engagementDispute)
    .innerJoin(organisation, eq(organisation.id, engagementDispute.institutionId))
    .where(eq(engagementDispute.id, disputeId))
    .for('no key update', { of: engagementDispute });
  const subject = found && { organisationId: found.dispute.institutionId, districtCode: found.districtCode };
  if (!found || !subject || (!can(op.actor, 'post.decide', subject) && !can(op.actor, 'post.decide_late', subject))) throw new NotFound();
  const { status } = found.dispute;
  if (status === 'open' && !can(op.actor, 'post.decide', subject)) throw new Conflict('wrong_state');
  if (status === 'escalated' && !can(op.actor, 'post.decide_late', subject)) throw new Conflict('wrong_state');
  return found;
}

const author = <Name extends EventName>(op: Operation<Name>) => (op.actor.kind === 'user' ? op.actor.accountId : null);
const isOpen = (status: string): boolean => status === 'open' || status === 'escalated';

/** She is right: the entry becomes what she said. */
export const acceptDispute = (ctx: Context, disputeId: string, reason: string): Promise<void> =>
  operation(ctx, 'dispute.accepted', async (op) => {
    const { dispute } = await lockDispute(op, disputeId);
    if (dispute.status === 'accepted') return op.unchanged(undefined);
    if (!isOpen(dispute.status)) throw new Conflict('already_done');
    const [entry] = await op.tx.select().from(engagement).where(eq(engagement.id, dispute.engagementId)).for('no key update');
    if (!entry) throw new NotFound();
    const next = corrected(entry, dispute.wanted);
    if (next.endOn !== null && next.endOn < next.startOn) throw new Refusal('engagement_period');
    const changed = (['role', 'startOn', 'endOn'] as const).filter((field) => entry[field] !== next[field]);
    if (next.endOn === null) await requireNoOther(op.tx, entry, next.role);
    await op.tx
      .update(engagementDispute)
      .set({ status: 'accepted', decision: reason, decidedAt: op.now, decidedBy: author(op) })
      .where(eq(engagementDispute.id, disputeId));
    const { engagementId, personId, institutionId } = dispute;
    await op.record({ subject: { type: 'dispute', id: disputeId }, data: { engagementId, personId, institutionId, reason } });
    if (changed.length === 0) return;
    await op.tx.update(engagement).set(next).where(eq(engagement.id, engagementId));
    const part = (from: typeof next) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    const data = { personId, before: part(entry), after: part(next) };
    await op.recordAs('engagement.changed', { subject: { type: 'engagement', id: engagementId }, data });
    await settlePosts(op, [personId]);
  });

/** The entry stays as it is, with the reason that she reads. */
export const rejectDispute = (ctx: Context, disputeId: string, reason: string): Promise<void> =>
  operation(ctx, 'dispute.rejected', async (op) => {
    const { dispute } = await lockDispute(op, disputeId);
    if (dispute.status === 'rejected') return op.unchanged(undefined);
    if (!isOpen(dispute.status)) throw new Conflict('already_done');
    await op.tx
      .update(engagementDispute)
      .set({ status: 'rejected', decision: reason, decidedAt: op.now, decidedBy: author(op) })
      .where(eq(engagementDispute.id, disputeId));
    const { engagementId, personId, institutionId } = dispute;
    await op.record({ subject: { type: 'dispute', id: disputeId }, data: { engagementId, personId, institutionId, reason } });
  });
