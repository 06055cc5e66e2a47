import { sql } from 'drizzle-orm';
import type { EventName } from '../shared/events';
import { groupBy } from '../shared/group-by';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { keepFlags } from './keep-double-flags.server';
import { type HeldPost, mainPostOf } from './roster';

interface PostRow extends HeldPost {
  personId: string;
  onPost: boolean;
  /** No leave of hers covers today. */
  isThere: boolean;
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

/**
 * Brings in order what follows from the posts of these people: on post today, one main post each, and a flag for the
 * same person on two rosters. Every operation, import and merge that touches an engagement calls it in its own
 * transaction, afterwards; a second call finds nothing to do.
 */
export async function settlePosts<Name extends EventName>(op: Operation<Name>, personIds: readonly string[]) {
  const ids = [...new Set(personIds)].sort();
  if (ids.length === 0) return { onPost: 0, mainPosts: 0, flags: 0 };
  // Two who enter the same person at once pass here one after the other: the second sees the first one's entry.
  await op.tx.execute(sql`select id from person where id = any(${uuids(ids)}) order by id for no key update`);
  const today = beijingDate(op.now);
  const posts = await op.tx.execute<PostRow & Record<string, unknown>>(sql`
    select e.id, e.person_id as "personId", e.institution_id as "institutionId", e.start_on::text as "startOn", e.end_on::text as "endOn",
      e.is_main_post as "isMainPost", e.is_full_time as "isFullTime", e.is_intern as "isIntern", e.on_post as "onPost",
      not exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${today}
        and (o.until_on is null or o.until_on > ${today})) as "isThere"
    from engagement e where e.person_id = any(${uuids(ids)}) and (e.end_on is null or e.end_on > ${today}) and e.end_on is distinct from e.start_on
    order by e.start_on, e.id`);
  const onPost = await mirrorToday(op, posts);
  const byPerson = groupBy([...posts], (post) => post.personId);
  const mainPosts = await keepMainPosts(op, byPerson, today);
  const flags = await keepFlags(op, ids, byPerson, today);
  return { onPost, mainPosts, flags };
}

async function mirrorToday<Name extends EventName>(op: Operation<Name>, posts: readonly PostRow[]): Promise<number> {
  const wrong = posts.filter((post) => post.onPost !== post.isThere).map((post) => post.id);
  if (wrong.length > 0) await op.tx.execute(sql`update engagement set on_post = not on_post where id = any(${uuids(wrong)})`);
  return wrong.length;
}

async function keepMainPosts<Name extends EventName>(
  op: Operation<Name>,
  byPerson: Map<string, PostRow[]>,
  today: string,
): Promise<number> {
  const clear: string[] = [];
  const set: string[] = [];
  const moves: { personId: string; from: string; to: string }[] = [];
  for (const [personId, posts] of byPerson) {
    const main = mainPostOf(posts, today);
    if (!main) continue;
    clear.push(...posts.filter((post) => post.isMainPost && post.id !== main.id).map((post) => post.id));
    if (main.isMainPost) continue;
    set.push(main.id);
    moves.push({ personId, from: '', to: main.id });
  }
  if (clear.length > 0) await op.tx.execute(sql`update engagement set is_main_post = false where id = any(${uuids(clear)})`);
  if (set.length === 0) return 0;
  await op.tx.execute(sql`update engagement set is_main_post = true where id = any(${uuids(set)})`);
  // The first post of a person is hers without a word; a post that takes over from another is worth one.
  const before = await op.tx.execute<{ person_id: string; id: string }>(sql`
    select distinct on (person_id) person_id, id from engagement
    where is_main_post and end_on <= ${today} and person_id = any(${uuids(moves.map((move) => move.personId))})
    order by person_id, end_on desc, id`);
  const ended = new Map(before.map((row) => [row.person_id, row.id]));
  for (const { personId, to } of moves) {
    const from = ended.get(personId);
    if (from) await op.recordAs('engagement.main_post_moved', { subject: { type: 'engagement', id: to }, data: { personId, from, to } });
  }
  return moves.length;
}
