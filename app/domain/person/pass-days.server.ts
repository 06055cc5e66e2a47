import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { settlePosts } from './settle-posts.server';

const BATCH = 500;

/**
 * People for whom a day that passed changed something: a leave began or ended, a main post ended, or posts that
 * overlap carry no flag, which must never be.
 */
export async function peopleOfPassedDays(now: Date): Promise<string[]> {
  const today = beijingDate(now);
  const rows = await db.execute<{ id: string }>(sql`
    with present as (
      select id, person_id, institution_id, start_on, end_on, on_post, is_main_post from engagement
      where (end_on is null or end_on > ${today}) and end_on is distinct from start_on
    )
    select person_id as id from present p
    where p.on_post = exists (select 1 from off_post o where o.engagement_id = p.id and o.from_on <= ${today}
      and (o.until_on is null or o.until_on > ${today}))
    union
    select person_id from present group by person_id having count(*) filter (where is_main_post) <> 1
    union
    select a.person_id from present a join present b on b.person_id = a.person_id and b.institution_id <> a.institution_id and b.id > a.id
    where daterange(a.start_on, a.end_on) && daterange(b.start_on, b.end_on) and not exists (
      select 1 from double_roster d join engagement x on x.id = d.first_engagement_id join engagement y on y.id = d.second_engagement_id
      where d.person_id = a.person_id and d.settled_at is null and (d.decision is null or d.decision = 'both_real')
        and array[x.institution_id, y.institution_id] @> array[a.institution_id, b.institution_id])
    union
    select d.person_id from double_roster d where d.settled_at is null and d.decision is null and not exists (
      select 1 from present a join present b on b.person_id = a.person_id
      where a.id = d.first_engagement_id and b.id = d.second_engagement_id)`);
  return rows.map((row) => row.id).sort();
}

/** Puts the posts of these people in order for today. @returns what changed, and flags that should have been there before */
export async function passDays(ctx: Context, personIds: readonly string[]): Promise<{ onPost: number; mainPosts: number; flags: number }> {
  const sum = { onPost: 0, mainPosts: 0, flags: 0 };
  for (let at = 0; at < personIds.length; at += BATCH) {
    const done = await operation(ctx, 'engagement.days_passed', async (op) => {
      op.require('staff.manage');
      const found = await settlePosts(op, personIds.slice(at, at + BATCH));
      const { onPost, mainPosts } = found;
      if (onPost + mainPosts + found.flags === 0) return op.unchanged(found);
      await op.record({ subject: { type: 'roster', id: beijingDate(op.now) }, data: { onPost, mainPosts } });
      return found;
    });
    sum.onPost += done.onPost;
    sum.mainPosts += done.mainPosts;
    sum.flags += done.flags;
  }
  return sum;
}
