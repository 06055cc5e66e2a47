import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { RefusalCode } from '../shared/refusals';

export interface MergeConflict {
  code: RefusalCode;
  /** The class, institution, certificate or sitting that both are in. */
  what: string;
}

const QUESTIONS = (keep: string, merge: string) => sql`
  select 'merge_two_accounts' as code, '' as what
  from account a join account b on b.person_id = ${merge} where a.person_id = ${keep}
  union all
  select distinct 'merge_same_class', k.title || ' ' || c.code
  from enrolment a join enrolment b on b.class_id = a.class_id and b.person_id = ${merge}
    join training_class c on c.id = a.class_id join course k on k.id = c.course_id
  where a.person_id = ${keep} and a.status not in ('withdrawn', 'rejected', 'lapsed', 'declined', 'voided')
    and b.status not in ('withdrawn', 'rejected', 'lapsed', 'declined', 'voided')
  union all
  select distinct 'merge_same_class', k.title || ' ' || c.code
  from completion a join completion b on b.class_id = a.class_id and b.person_id = ${merge}
    join training_class c on c.id = a.class_id join course k on k.id = c.course_id
  where a.person_id = ${keep}
  union all
  select distinct 'merge_same_post', o.name
  from engagement a join engagement b on b.institution_id = a.institution_id and b.role = a.role and b.person_id = ${merge}
    join organisation o on o.id = a.institution_id
  where a.person_id = ${keep} and a.end_on is null and b.end_on is null
  union all
  select distinct 'merge_same_certificate', a.number
  from certificate a join certificate b on b.family = a.family and b.number = a.number and b.person_id = ${merge}
  where a.person_id = ${keep} and a.status in ('submitted', 'verified') and b.status in ('submitted', 'verified')
  union all
  select distinct 'merge_same_sitting', s.code
  from candidate a join candidate b on b.sitting_id = a.sitting_id and b.person_id = ${merge} join sitting s on s.id = a.sitting_id
  where a.person_id = ${keep} and a.status <> 'withdrawn' and b.status <> 'withdrawn'
  union all
  select distinct 'merge_same_award', a.number
  from post_training a join post_training b on b.category = a.category and b.person_id = ${merge}
  where a.person_id = ${keep} and a.revoked_at is null and b.revoked_at is null
  union all
  select distinct 'merge_same_student', o.name || ' ' || m.name_zh
  from student a join student b on b.point_id = a.point_id and b.person_id = ${merge} join programme_point p on p.id = a.point_id
    join organisation o on o.id = p.college_id join major m on m.id = p.major_id
  where a.person_id = ${keep}`;

/** What stands between two records and their becoming one, named; none = nothing. */
export async function mergeConflicts(tx: Tx, keep: string, merge: string): Promise<MergeConflict[]> {
  const rows = await tx.execute<{ code: string; what: string }>(sql`select * from (${QUESTIONS(keep, merge)}) q order by code, what`);
  return rows.map(({ code, what }) => ({ code: code as RefusalCode, what }));
}
