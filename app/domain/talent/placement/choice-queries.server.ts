import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { containing } from '../../person/staff-queries.server';
import type { UserActor } from '../../shared/actor';
import { beijingDate } from '../../shared/period';
import { can } from '../../shared/policy';
import { Forbidden } from '../../shared/refusals';

const SHOWN = 60;

const collegeOf = (actor: UserActor): string => {
  const id = actor.organisation?.id;
  if (!id || !can(actor, 'placement.manage', { organisationId: id })) throw new Forbidden();
  return id;
};

interface InstitutionChoice extends Record<string, unknown> {
  id: string;
  name: string;
  districtCode: string | null;
  hasCooperation: boolean;
}

/** Institutions to choose from: those with a confirmed agreement first, others by district and name. */
export async function listInstitutionChoices(actor: UserActor, { district, q }: { district?: string; q: string }, now: Date) {
  const collegeId = collegeOf(actor);
  const today = beijingDate(now);
  const rows = await db.execute<InstitutionChoice>(sql`
    select o.id, o.name, o.district_code::text as "districtCode", exists (select 1 from cooperation_agreement a where a.college_id = ${collegeId}
      and a.institution_id = o.id and a.status = 'confirmed' and 'placements' = any(a.scopes) and a.from_on <= ${today}::date and a.until_on >= ${today}::date
      ) as "hasCooperation"
    from organisation o where o.kind = 'institution' and o.status = 'approved' and o.filing_status is distinct from 'cancelled'
      and ${district ? sql`o.district_code = ${district}` : sql`true`} and ${q ? sql`o.name ilike ${containing(q)}` : sql`true`}
    order by 4 desc, o.name collate "zh-x-icu", o.id limit ${SHOWN}`);
  return [...rows];
}

export async function findInstitutionChoice(actor: UserActor, institutionId: string): Promise<{ id: string; name: string } | null> {
  collegeOf(actor);
  const [row] = await db.execute<{ id: string; name: string }>(
    sql`select id, name from organisation where id = ${institutionId} and kind = 'institution' and status = 'approved'`,
  );
  return row ?? null;
}

interface StudentChoice extends Record<string, unknown> {
  id: string;
  name: string;
  studentNo: string;
  className: string;
  major: string;
  isMinor: boolean;
  /** A placement that has not ended. */
  isPlaced: boolean;
}

/** Students of the college who still study, those without a current placement first. */
export async function listStudentChoices(actor: UserActor, { student, point }: { student: string; point?: string }, now: Date) {
  const collegeId = collegeOf(actor);
  const today = beijingDate(now);
  const like = containing(student);
  const rows = await db.execute<StudentChoice>(sql`
    select s.id, w.name, s.student_no as "studentNo", s.class_name as "className", m.name_zh as major,
      coalesce(date_part('year', age(${today}::date, w.born_on)) < 18, false) as "isMinor",
      exists (select 1 from placement p where p.person_id = s.person_id and p.status in ('proposed', 'accepted')
        and least(p.until_on + 1, p.ended_on) > ${today}::date) as "isPlaced"
    from student s join person w on w.id = s.person_id join programme_point t on t.id = s.point_id join major m on m.id = t.major_id
    where s.college_id = ${collegeId} and s.status = 'studying' and ${point ? sql`s.point_id = ${point}` : sql`true`}
      and ${student ? sql`(w.name ilike ${like} or s.student_no ilike ${like} or s.class_name ilike ${like})` : sql`true`}
    order by 7, s.class_name, s.student_no, s.id limit ${SHOWN}`);
  return [...rows];
}

/** The college's programme points with students, as a filter. */
export async function listPointChoices(actor: UserActor): Promise<{ id: string; major: string }[]> {
  const rows = await db.execute<{ id: string; major: string }>(sql`
    select t.id, m.name_zh as major from programme_point t join major m on m.id = t.major_id
    where t.college_id = ${collegeOf(actor)} and exists (select 1 from student s where s.point_id = t.id) order by m.name_zh, t.id`);
  return [...rows];
}
