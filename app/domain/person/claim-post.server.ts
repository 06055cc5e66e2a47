import { and, eq, inArray, sql } from 'drizzle-orm';
import { engagement, organisation, person, postClaim } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import type { PostClaimEntry } from './inputs';
import { STAFF_MIN_AGE } from './person';
import { requireBirth } from './require-age';
import { OPEN_POST_CLAIM_STATUSES } from './roster';

/** Institutions that somebody may say she works at. */
const CLAIMABLE = ['filed', 'changed_pending', 'licensed'] as const;

/** A worker says where she works; the institution answers by a due date. @returns the claim's id */
export const claimPost = (ctx: Context, { institutionId, role, startOn, isFullTime }: PostClaimEntry): Promise<string> =>
  operation(ctx, 'post.claimed', async (op) => {
    if (op.actor.kind !== 'user' || !hasLine(op.actor, 'post.claim')) throw new Forbidden();
    const { personId, accountId } = op.actor;
    if (!personId) throw new Refusal('claim_pending');
    op.require('post.claim', { personId });
    const [institution] = await op.tx
      .select()
      .from(organisation)
      .where(
        and(eq(organisation.id, institutionId), eq(organisation.kind, 'institution'), inArray(organisation.filingStatus, [...CLAIMABLE])),
      );
    if (institution?.status !== 'approved') throw new Refusal('institution_unknown', { field: 'institutionId' });
    const today = beijingDate(op.now);
    if (startOn > today) throw new Refusal('start_in_future', { field: 'startOn' });
    const [self] = await op.tx.select().from(person).where(eq(person.id, personId));
    requireBirth(self?.bornOn ?? null, STAFF_MIN_AGE, today, 'role');
    const [held] = await op.tx
      .select({ id: engagement.id })
      .from(engagement)
      .where(
        and(
          eq(engagement.personId, personId),
          eq(engagement.institutionId, institutionId),
          eq(engagement.role, role),
          sql`(${engagement.endOn} is null or ${engagement.endOn} > ${today})`,
        ),
      );
    if (held) throw new Refusal('post_known', { field: 'role' });
    const answerDueOn = addWorkingDays(today, await settingOf(op.tx, 'roster_answer_days'));
    const id = newId();
    const row = { id, personId, institutionId, role, startOn, isFullTime, status: 'pending' as const, answerDueOn, createdAt: op.now };
    const [made] = await op.tx
      .insert(postClaim)
      .values({ ...row, createdBy: accountId })
      .onConflictDoNothing()
      .returning({ id: postClaim.id });
    if (!made) throw new Refusal('post_claim_open', { field: 'role' });
    const data = { personId, institutionId, role, startOn, dueOn: answerDueOn };
    await op.record({ subject: { type: 'post_claim', id }, data });
    return id;
  });

/** She takes her claim back before anybody answered. */
export const withdrawPostClaim = (ctx: Context, claimId: string): Promise<void> =>
  operation(ctx, 'post.claim_withdrawn', async (op) => {
    if (!hasLine(op.actor, 'post.claim')) throw new Forbidden();
    if (!isId(claimId)) throw new NotFound();
    const [claim] = await op.tx.select().from(postClaim).where(eq(postClaim.id, claimId)).for('update');
    if (!claim || !can(op.actor, 'post.claim', { personId: claim.personId })) throw new NotFound();
    if (claim.status === 'withdrawn') return op.unchanged(undefined);
    if (!OPEN_POST_CLAIM_STATUSES.some((status) => status === claim.status)) throw new Conflict('already_done');
    const decidedBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx.update(postClaim).set({ status: 'withdrawn', decidedAt: op.now, decidedBy }).where(eq(postClaim.id, claimId));
    const { personId, institutionId } = claim;
    await op.record({ subject: { type: 'post_claim', id: claimId }, data: { personId, institutionId } });
  });
