import { eq, sql } from 'drizzle-orm';
import { institutionFile, organisation } from '#db/schema';
import { authorIn, type Organisation } from '../organisation/find-organisation.server';
import { changeFacts, lockInstitution } from '../organisation/institution-periods.server';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { type EndedPost, endPosts, leaveNothingOpen } from './end-posts.server';
import { settlePosts } from './settle-posts.server';

type Merging = Operation<'institution.merged'>;

/**
 * One institution goes into another on a day: its filing is cancelled, and everybody on its roster is on the other's from
 * that day on. What either was before, and every figure of an earlier day, stays.
 */
export const mergeInstitutions = (
  ctx: Context,
  institutionId: string,
  merger: { intoId: string; fromOn: string; reason: string },
): Promise<void> =>
  operation(ctx, 'institution.merged', async (op) => {
    const { intoId, fromOn, reason } = merger;
    if (institutionId === intoId) throw new Refusal('merge_into_itself', { field: 'intoId' });
    const [found, into] = await lockBoth(op, institutionId, intoId);
    const [file] = await op.tx.select().from(institutionFile).where(eq(institutionFile.organisationId, found.id));
    if (file?.mergedIntoId === into.id) return op.unchanged(undefined);
    if (file?.mergedIntoId || file?.closedOn) throw new Conflict('wrong_state');
    if (into.status !== 'approved' || into.filingStatus === 'cancelled') throw new Refusal('merge_into_closed', { field: 'intoId' });
    const gone = found.filingStatus === 'cancelled' ? {} : { filingStatus: 'cancelled' as const };
    await changeFacts(op, found.id, { fromOn, facts: gone, reason });
    const ended = await endPosts(op, found.id, fromOn);
    await carryOver(op, into.id, ended, fromOn);
    await leaveNothingOpen(op, found.id);
    await op.tx
      .insert(institutionFile)
      .values({ organisationId: found.id, mergedIntoId: into.id, closedOn: fromOn, updatedAt: op.now })
      .onConflictDoUpdate({ target: institutionFile.organisationId, set: { mergedIntoId: into.id, closedOn: fromOn, updatedAt: op.now } });
    await op.tx
      .update(organisation)
      .set({ status: 'suspended', decisionReason: reason, decidedAt: op.now, decidedBy: authorIn(op.actor) })
      .where(eq(organisation.id, found.id));
    await op.record({ subject: { type: 'organisation', id: found.id }, data: { intoId: into.id, fromOn, reason, staff: ended.length } });
    const people = ended.map((post) => post.personId);
    await settlePosts(op, people);
  });

/** In the order of their ids, so that two mergers the other way round do not wait for each other. */
async function lockBoth(op: Merging, institutionId: string, intoId: string): Promise<[Organisation, Organisation]> {
  const first = await lockInstitution(op, institutionId < intoId ? institutionId : intoId);
  const second = await lockInstitution(op, institutionId < intoId ? intoId : institutionId);
  return first.id === institutionId ? [first, second] : [second, first];
}

/** The same posts at the other institution, with leave that still runs; who has such a post there already keeps that one. */
async function carryOver(op: Merging, intoId: string, ended: readonly EndedPost[], fromOn: string): Promise<void> {
  const by = authorIn(op.actor);
  for (const post of ended) {
    const id = newId();
    const startOn = post.startOn > fromOn ? post.startOn : fromOn;
    const made = await op.tx.execute(sql`
      insert into engagement (id, person_id, institution_id, role, start_on, end_on, on_post, is_full_time, is_intern, is_main_post,
        contract_until_on, remark, created_at, created_by)
      select ${id}, person_id, ${intoId}, role, ${startOn}, ${post.wasEndOn}, on_post, is_full_time, is_intern,
        is_main_post and ${post.wasEndOn}::date is null, contract_until_on, remark, ${op.now.toISOString()}::timestamptz, ${by}
      from engagement where id = ${post.id} on conflict (person_id, institution_id, role) where end_on is null do nothing returning id`);
    if (made.length === 0) continue;
    await op.tx.execute(sql`
      insert into off_post (id, engagement_id, from_on, until_on, created_at, created_by)
      select gen_random_uuid(), ${id}, greatest(from_on, ${startOn}::date), until_on, ${op.now.toISOString()}::timestamptz, ${by}
      from off_post where engagement_id = ${post.id} and (until_on is null or until_on > ${startOn})`);
    const data = { personId: post.personId, institutionId: intoId, role: post.role, startOn };
    await op.recordAs('engagement.added', { subject: { type: 'engagement', id }, data });
  }
  await op.tx.execute(sql`
    update off_post o set until_on = ${fromOn} from engagement e where e.id = o.engagement_id
      and e.id = any(${`{${ended.map((post) => post.id).join(',')}}`}::uuid[]) and o.from_on < ${fromOn} and (o.until_on is null or o.until_on > ${fromOn})`);
}
