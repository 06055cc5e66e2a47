import { and, eq, lt } from 'drizzle-orm';
import { db } from '#db/client';
import { engagementDispute, organisation, postClaim } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';

/** Claims whose institution kept silent past the due date. */
export async function overduePostClaims(now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: postClaim.id })
    .from(postClaim)
    .where(and(eq(postClaim.status, 'pending'), lt(postClaim.answerDueOn, beijingDate(now))));
  return rows.map((row) => row.id);
}

/** Hands an unanswered claim to the district. @returns whether it was due */
export const escalatePostClaim = (ctx: Context, claimId: string): Promise<boolean> =>
  operation(ctx, 'post.claim_escalated', async (op) => {
    op.require('post.decide_late');
    const [claim] = await op.tx
      .update(postClaim)
      .set({ status: 'escalated' })
      .where(and(eq(postClaim.id, claimId), eq(postClaim.status, 'pending'), lt(postClaim.answerDueOn, beijingDate(op.now))))
      .returning();
    if (!claim) return op.unchanged(false);
    const { personId, institutionId } = claim;
    const [at] = await op.tx.select({ code: organisation.districtCode }).from(organisation).where(eq(organisation.id, institutionId));
    await op.record({ subject: { type: 'post_claim', id: claimId }, data: { personId, institutionId, districtCode: at?.code ?? null } });
    return true;
  });

/** Disputes whose institution kept silent past the due date. */
export async function overdueDisputes(now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: engagementDispute.id })
    .from(engagementDispute)
    .where(and(eq(engagementDispute.status, 'open'), lt(engagementDispute.answerDueOn, beijingDate(now))));
  return rows.map((row) => row.id);
}

/** Hands an unanswered dispute to the district. @returns whether it was due */
export const escalateDispute = (ctx: Context, disputeId: string): Promise<boolean> =>
  operation(ctx, 'dispute.escalated', async (op) => {
    op.require('post.decide_late');
    const [row] = await op.tx
      .update(engagementDispute)
      .set({ status: 'escalated', escalatedAt: op.now })
      .where(
        and(
          eq(engagementDispute.id, disputeId),
          eq(engagementDispute.status, 'open'),
          lt(engagementDispute.answerDueOn, beijingDate(op.now)),
        ),
      )
      .returning();
    if (!row) return op.unchanged(false);
    const { engagementId, personId, institutionId } = row;
    const [at] = await op.tx.select({ code: organisation.districtCode }).from(organisation).where(eq(organisation.id, institutionId));
    const data = { engagementId, personId, institutionId, districtCode: at?.code ?? null };
    await op.record({ subject: { type: 'dispute', id: disputeId }, data });
    return true;
  });
