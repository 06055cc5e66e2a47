import { eq } from 'drizzle-orm';
import { organisation, person, postClaim } from '#db/schema';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound } from '../shared/refusals';
import { openEngagement } from './add-staff.server';
import { settlePosts } from './settle-posts.server';

type Claim = typeof postClaim.$inferSelect;

/** Who may answer now: the institution while the claim waits, its district after the due date. */
async function lockPostClaim<Name extends EventName>(op: Operation<Name>, claimId: string): Promise<Claim> {
  if (!hasLine(op.actor, 'post.decide') && !hasLine(op.actor, 'post.decide_late')) throw new Forbidden();
  if (!isId(claimId)) throw new NotFound();
  const [found] = await op.tx
    .select({ claim: postClaim, districtCode: organisation.districtCode })
    .from(postClaim)
    .innerJoin(organisation, eq(organisation.id, postClaim.institutionId))
    .where(eq(postClaim.id, claimId))
    .for('update', { of: postClaim });
  if (!found) throw new NotFound();
  const { claim, districtCode } = found;
  const isLate = claim.status === 'escalated';
  const own = { organisationId: claim.institutionId, districtCode };
  if (!can(op.actor, 'post.decide', own) && !can(op.actor, 'post.decide_late', own)) throw new NotFound();
  if (claim.status === 'pending' || isLate) {
    if (!can(op.actor, isLate ? 'post.decide_late' : 'post.decide', own)) throw new Conflict('wrong_state');
  }
  return claim;
}

const decision = <Name extends EventName>(op: Operation<Name>) => ({
  decidedAt: op.now,
  decidedBy: op.actor.kind === 'user' ? op.actor.accountId : null,
});

/** Yes: the post is entered as claimed. @returns the engagement's id @throws Refusal engagement_exists */
export const confirmPostClaim = (ctx: Context, claimId: string): Promise<string> =>
  operation(ctx, 'post.claim_confirmed', async (op) => {
    const claim = await lockPostClaim(op, claimId);
    if (claim.status === 'confirmed' && claim.engagementId) return op.unchanged(claim.engagementId);
    if (claim.status !== 'pending' && claim.status !== 'escalated') throw new Conflict('already_done');
    const { institutionId, role, startOn, isFullTime } = claim;
    const [who] = await op.tx
      .select({ id: person.id, mergedIntoId: person.mergedIntoId })
      .from(person)
      .where(eq(person.id, claim.personId));
    const personId = who?.mergedIntoId ?? claim.personId;
    const { decidedBy, decidedAt } = decision(op);
    const post = { personId, institutionId, role, startOn, isFullTime, createdBy: decidedBy };
    const engagementId = await openEngagement(op, post);
    await op.tx.update(postClaim).set({ status: 'confirmed', engagementId, decidedAt, decidedBy }).where(eq(postClaim.id, claimId));
    await op.record({ subject: { type: 'post_claim', id: claimId }, data: { personId, institutionId, engagementId } });
    await settlePosts(op, [personId]);
    return engagementId;
  });

/** No, with the reason that she reads. */
export const refusePostClaim = (ctx: Context, claimId: string, reason: string): Promise<void> =>
  operation(ctx, 'post.claim_refused', async (op) => {
    const claim = await lockPostClaim(op, claimId);
    if (claim.status === 'refused') return op.unchanged(undefined);
    if (claim.status !== 'pending' && claim.status !== 'escalated') throw new Conflict('already_done');
    await op.tx
      .update(postClaim)
      .set({ status: 'refused', reason, ...decision(op) })
      .where(eq(postClaim.id, claimId));
    const { personId, institutionId } = claim;
    await op.record({ subject: { type: 'post_claim', id: claimId }, data: { personId, institutionId, reason } });
  });
