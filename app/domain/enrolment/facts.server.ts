import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { CourseCategory } from '../course/course';
import type { EducationLevel } from '../person/person';
import { beijingDate } from '../shared/period';
import type { ClassClock } from '../training-class/training-class';
import { SEAT_HOLDING } from './enrolment';
import type { Facts, Mine } from './judgement';
import type { Post } from './post';

const list = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

interface Row extends Record<string, unknown> {
  class_id: string;
  person_id: string;
  name: string;
  code: string;
  course_id: string;
  provider_id: string;
  district_code: string | null;
  published: boolean;
  status: ClassClock['status'];
  enrol_from_on: string;
  enrol_until_on: string;
  starts_at: string;
  ends_on: string;
  capacity: number;
  seats_taken: number;
  categories: CourseCategory[];
  born_on: string | null;
  education: EducationLevel | null;
  is_pre_service: boolean;
  lessons: { startsAt: string; endsAt: string }[] | null;
  posts: Post[] | null;
  mine: Mine[] | null;
  has_completion: boolean;
  held: { startsAt: string; endsAt: string; classCode: string; courseTitle: string }[] | null;
}

/**
 * Everything that decides whether these people may enrol in these classes, in one statement: a row for each pair.
 * Lessons of other seats are those that touch the days of the class.
 */
export async function enrolmentFacts(tx: Tx, classIds: readonly string[], personIds: readonly string[], now: Date): Promise<Facts[]> {
  const today = beijingDate(now);
  const rows = await tx.execute<Row>(sql`
    select c.id as class_id, p.id as person_id, p.name, c.code, c.course_id, c.provider_id, c.district_code::text as district_code,
      (k.published_at is not null and k.status <> 'archived') as published,
      c.status, c.enrol_from_on, c.enrol_until_on, c.starts_at, c.ends_on, c.capacity, c.seats_taken,
      v.categories, p.born_on, p.education, p.is_pre_service,
      (select json_agg(json_build_object('startsAt', l.starts_at, 'endsAt', l.ends_at))
        from lesson l where l.class_id = c.id and l.status = 'scheduled') as lessons,
      (select json_agg(json_build_object('engagementId', g.id, 'role', g.role, 'institutionId', o.id, 'institutionName', o.name,
          'districtCode', o.district_code, 'operatorType', o.operator_type, 'isIntern', g.is_intern) order by g.is_full_time desc, g.start_on, g.id)
        from engagement g join organisation o on o.id = g.institution_id
        where g.person_id = p.id and g.on_post and g.start_on <= ${today}::date and (g.end_on is null or g.end_on > ${today}::date)) as posts,
      (select json_agg(json_build_object('id', e.id, 'status', e.status, 'answer', e.institution_answer, 'institutionId', e.institution_id))
        from enrolment e where e.class_id = c.id and e.person_id = p.id) as mine,
      exists (select 1 from completion d where d.person_id = p.id and d.class_id = c.id and d.status = 'valid') as has_completion,
      (select json_agg(json_build_object('startsAt', l.starts_at, 'endsAt', l.ends_at, 'classCode', oc.code, 'courseTitle', ok.title))
        from enrolment e
        join training_class oc on oc.id = e.class_id and oc.status <> 'cancelled'
        join course ok on ok.id = oc.course_id
        join lesson l on l.class_id = oc.id and l.status = 'scheduled'
          and l.ends_at > c.starts_at and l.starts_at < ((c.ends_on + 1)::timestamp at time zone 'Asia/Shanghai')
        where e.person_id = p.id and e.class_id <> c.id and e.status in (${list(SEAT_HOLDING)})) as held
    from training_class c
    join course k on k.id = c.course_id
    join syllabus_version v on v.id = c.syllabus_version_id
    join person p on ${isOneOf(sql`p.id`, personIds)}
    where ${isOneOf(sql`c.id`, classIds)}
    order by c.starts_at, p.name`);
  return rows.map(readRow);
}

/** One id is compared plainly: then Postgres keeps one plan for the statement instead of making it anew each time. */
const isOneOf = (column: SQL, ids: readonly string[]): SQL =>
  ids.length === 1 ? sql`${column} = ${ids[0]}::uuid` : sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;

const span = <T extends { startsAt: string; endsAt: string }>(lesson: T) => ({
  ...lesson,
  startsAt: new Date(lesson.startsAt),
  endsAt: new Date(lesson.endsAt),
});

const readRow = (row: Row): Facts => ({
  classId: row.class_id,
  personId: row.person_id,
  name: row.name,
  code: row.code,
  courseId: row.course_id,
  providerId: row.provider_id,
  districtCode: row.district_code,
  published: row.published,
  clock: {
    status: row.status,
    enrolFromOn: row.enrol_from_on,
    enrolUntilOn: row.enrol_until_on,
    startsAt: new Date(row.starts_at),
    endsOn: row.ends_on,
    capacity: row.capacity,
    seatsTaken: row.seats_taken,
  },
  categories: row.categories,
  bornOn: row.born_on,
  education: row.education,
  isPreService: row.is_pre_service,
  posts: row.posts ?? [],
  mine: row.mine ?? [],
  hasCompletion: row.has_completion,
  lessons: (row.lessons ?? []).map(span),
  heldLessons: (row.held ?? []).map(span),
});
