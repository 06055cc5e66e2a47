import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { course, programmeCourse, programmeYear } from '#db/schema';
import { now } from '~/platform/clock.server';
import { containing } from '../course/search-text';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { checkOf, type MajorLevel, POINTS_PER_PAGE, type PointGap, type PointShown, type PointStatus, pointGaps } from './programme';
import type { pointSearch } from './programme/inputs';

/** The same rule as `countsAsPoint`, for the database: of a point `p`, its major `m` and the year's row `y`. */
const counts = (year: number): SQL => sql`(m.childcare_related and p.status <> 'planned' and p.filed_on <= ${`${year}-12-31`}::date
  and (p.ended_on is null or p.ended_on > ${`${year}-12-31`}::date) and coalesce(y.actual_intake, y.planned_intake, 0) > 0
  and p.confirmed_at is not null)`;

const from = (year: number): SQL => sql`programme_point p join major m on m.id = p.major_id join organisation o on o.id = p.college_id
  left join programme_year y on y.point_id = p.id and y.year = ${year}`;

/**
 * 专业布点 of a year, in the whole city: distinct pairs of school and major, childcare-related, filed, enrolling and confirmed.
 * `asOf` is the moment of the count.
 */
export async function countProgrammePoints(year: number): Promise<{ points: number; asOf: Date }> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(distinct (p.college_id, p.major_id))::int as n from ${from(year)} where ${counts(year)}`,
  );
  return { points: row?.n ?? 0, asOf: now() };
}

interface PointRow extends Record<string, unknown> {
  id: string;
  collegeId: string;
  college: string;
  districtCode: string | null;
  majorId: string;
  code: string | null;
  nameZh: string;
  nameEn: string;
  level: MajorLevel;
  childcareRelated: boolean;
  majorActive: boolean;
  status: PointStatus;
  filedOn: string | null;
  documentNo: string;
  endedOn: string | null;
  confirmedAt: string | null;
  returnReason: string | null;
  remark: string;
  plannedIntake: number | null;
  actualIntake: number | null;
  graduates: number | null;
  courses: number;
}

const COLUMNS = sql`p.id, p.college_id as "collegeId", o.name as college, o.district_code as "districtCode", p.major_id as "majorId", m.code,
  m.name_zh as "nameZh", m.name_en as "nameEn", m.level, m.childcare_related as "childcareRelated", m.is_active as "majorActive", p.status,
  p.filed_on::text as "filedOn", p.document_no as "documentNo", p.ended_on::text as "endedOn", p.confirmed_at as "confirmedAt",
  p.return_reason as "returnReason", p.remark, y.planned_intake as "plannedIntake", y.actual_intake as "actualIntake", y.graduates,
  (select count(*)::int from programme_course c where c.point_id = p.id) as courses`;

/** Which points the actor may see: a college its own, a district those of its colleges, the city all. @throws Forbidden */
function scopeOf(actor: UserActor): SQL {
  if (!hasLine(actor, 'point.read')) throw new Forbidden();
  if (actor.role === 'city_officer') return sql`true`;
  if (actor.role === 'district_officer') return sql`o.district_code = ${actor.organisation?.districtCode ?? ''}`;
  if (!can(actor, 'point.read', { organisationId: actor.organisation?.id })) throw new Forbidden();
  return sql`p.college_id = ${actor.organisation?.id ?? ''}`;
}

const SHOWN: Readonly<Record<PointShown, (year: number) => SQL>> = {
  all: () => sql`true`,
  counted: counts,
  uncounted: (year) => sql`not coalesce(${counts(year)}, false)`,
  waiting: () => sql`p.status <> 'planned' and p.filed_on is not null and p.confirmed_at is null and p.return_reason is null`,
  returned: () => sql`p.confirmed_at is null and p.return_reason is not null and p.status <> 'planned'`,
  planned: () => sql`p.status = 'planned'`,
  ended: () => sql`p.status = 'ended'`,
};

const withAnswers = (row: PointRow, year: number) => ({
  ...row,
  year,
  check: checkOf({ ...row, confirmed: row.confirmedAt !== null }),
  gaps: gapsOf(row, year),
});
const gapsOf = (row: PointRow, year: number): PointGap[] => {
  const { plannedIntake, actualIntake } = row;
  const intakes = plannedIntake === null ? [] : [{ year, plannedIntake, actualIntake }];
  return pointGaps({ ...row, confirmed: row.confirmedAt !== null, intakes }, year);
};
type ListedPoint = ReturnType<typeof withAnswers>;

/** Points within the actor's area with what they enrol in the year, and what keeps each from counting. */
export async function listProgrammePoints(
  actor: UserActor,
  search: z.output<typeof pointSearch> & { year: number },
  limit = POINTS_PER_PAGE,
): Promise<{ rows: ListedPoint[]; total: number; counted: number; waiting: number }> {
  const { year, show, level, district, q, page } = search;
  const like = containing(q);
  const scope = scopeOf(actor);
  const where = sql.join(
    [
      scope,
      SHOWN[show](year),
      level ? sql`m.level = ${level}` : sql`true`,
      district ? sql`o.district_code = ${district}` : sql`true`,
      q ? sql`(o.name ilike ${like} or m.name_zh ilike ${like} or m.code ilike ${like})` : sql`true`,
    ],
    sql` and `,
  );
  const rows = await db.execute<PointRow>(sql`select ${COLUMNS} from ${from(year)} where ${where}
    order by o.name collate "zh-x-icu", m.level, m.name_zh collate "zh-x-icu", p.id limit ${limit} offset ${(page - 1) * limit}`);
  const [sums] = await db.execute<{ total: number; counted: number; waiting: number }>(sql`
    select (count(*) filter (where ${where}))::int as total, (count(*) filter (where ${counts(year)}))::int as counted,
      (count(*) filter (where ${SHOWN.waiting(year)}))::int as waiting
    from ${from(year)} where ${scope}`);
  return {
    rows: rows.map((row) => withAnswers(row, year)),
    total: sums?.total ?? 0,
    counted: sums?.counted ?? 0,
    waiting: sums?.waiting ?? 0,
  };
}

/** One point with its figures of a year. @throws Forbidden, NotFound outside the actor's area */
export async function getPoint(actor: UserActor, pointId: string, year: number): Promise<ListedPoint> {
  const scope = scopeOf(actor);
  const [row] = isId(pointId)
    ? await db.execute<PointRow>(sql`select ${COLUMNS} from ${from(year)} where p.id = ${pointId} and ${scope}`)
    : [];
  if (!row) throw new NotFound();
  return withAnswers(row, year);
}

/** Every year that was entered of a point, the latest first. */
export const listProgrammeYears = (pointId: string) =>
  db.select().from(programmeYear).where(eq(programmeYear.pointId, pointId)).orderBy(desc(programmeYear.year));

export const listPointCourses = (pointId: string) =>
  db
    .select({ id: course.id, title: course.title, status: course.status })
    .from(programmeCourse)
    .innerJoin(course, eq(course.id, programmeCourse.courseId))
    .where(eq(programmeCourse.pointId, pointId))
    .orderBy(asc(course.title));
