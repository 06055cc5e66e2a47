import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { containing } from '../course/search-text';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { COOPERATION_PER_PAGE, type PracticeStatus } from './cooperation';
import type { practiceSearch } from './cooperation/inputs';

interface PracticeRow extends Record<string, unknown> {
  id: string;
  collegeId: string;
  college: string;
  institutionId: string;
  institution: string;
  districtCode: string | null;
  teacherName: string;
  fromOn: string;
  untilOn: string;
  days: number;
  topic: string;
  status: PracticeStatus;
  summary: string;
  reason: string | null;
}

const COLUMNS = sql`t.id, t.college_id as "collegeId", c.name as college, t.institution_id as "institutionId", i.name as institution,
  i.district_code as "districtCode", t.teacher_name as "teacherName", t.from_on::text as "fromOn", t.until_on::text as "untilOn", t.days,
  t.topic, t.status, t.summary, t.reason`;
const FROM = sql`teacher_practice t join organisation c on c.id = t.college_id join organisation i on i.id = t.institution_id`;
/** A period belongs to the year in which it begins. */
const YEAR = sql`extract(year from t.from_on)::int`;

/** A college and an institution see their own, a district what happens at its institutions, the city all. @throws Forbidden */
function scopeOf(actor: UserActor): SQL {
  if (!hasLine(actor, 'practice.read')) throw new Forbidden();
  const own = actor.organisation?.id ?? '';
  if (actor.role === 'city_officer') return sql`true`;
  if (actor.role === 'district_officer') return sql`i.district_code = ${actor.organisation?.districtCode ?? ''}`;
  if (!can(actor, 'practice.read', { organisationId: own })) throw new Forbidden();
  return actor.role === 'institution_admin' ? sql`t.institution_id = ${own}` : sql`t.college_id = ${own}`;
}

type Search = z.output<typeof practiceSearch>;
const conditions = (actor: UserActor, { status, year, district, q }: Search): SQL =>
  sql.join(
    [
      scopeOf(actor),
      status ? sql`t.status = ${status}` : sql`true`,
      year ? sql`${YEAR} = ${year}` : sql`true`,
      district ? sql`i.district_code = ${district}` : sql`true`,
      q
        ? sql`(t.teacher_name ilike ${containing(q)} or c.name ilike ${containing(q)} or i.name ilike ${containing(q)} or t.topic ilike ${containing(q)})`
        : sql`true`,
    ],
    sql` and `,
  );

/** Periods of practice that the actor may see, the latest first, with the days that were done in all of them. */
export async function listPractice(actor: UserActor, search: Search, limit = COOPERATION_PER_PAGE) {
  const where = conditions(actor, search);
  const rows = await db.execute<PracticeRow>(sql`select ${COLUMNS} from ${FROM} where ${where}
    order by t.from_on desc, t.id limit ${limit} offset ${(search.page - 1) * limit}`);
  const [sums] = await db.execute<{ total: number; days: number }>(sql`
    select count(*)::int as total, coalesce(sum(t.days) filter (where t.status = 'done'), 0)::int as days from ${FROM} where ${where}`);
  return { rows: [...rows], total: sums?.total ?? 0, days: sums?.days ?? 0 };
}

interface PracticeTotal extends Record<string, unknown> {
  id: string;
  college: string;
  teacherName: string;
  year: number;
  periods: number;
  /** Done, not planned. */
  days: number;
  planned: number;
}

/** Days of practice by teacher and year, under the same filters. */
export async function listPracticeTotals(actor: UserActor, search: Search, limit = COOPERATION_PER_PAGE) {
  const groups = sql`select c.id || ' ' || t.teacher_name || ' ' || ${YEAR} as id, c.name as college, t.teacher_name as "teacherName",
      ${YEAR} as year, (count(*) filter (where t.status = 'done'))::int as periods,
      coalesce(sum(t.days) filter (where t.status = 'done'), 0)::int as days,
      coalesce(sum(t.days) filter (where t.status = 'planned'), 0)::int as planned
    from ${FROM} where ${conditions(actor, search)} and t.status <> 'cancelled' group by c.id, c.name, t.teacher_name, ${YEAR}`;
  const rows = await db.execute<PracticeTotal>(sql`select * from (${groups}) g
    order by year desc, days desc, college, "teacherName", id limit ${limit} offset ${(search.page - 1) * limit}`);
  const [sums] = await db.execute<{ total: number }>(sql`select count(*)::int as total from (${groups}) g`);
  return { rows: [...rows], total: sums?.total ?? 0 };
}

/** @throws Forbidden, NotFound for those of others */
export async function getPractice(actor: UserActor, practiceId: string): Promise<PracticeRow> {
  const area = scopeOf(actor);
  const [row] = isId(practiceId)
    ? await db.execute<PracticeRow>(sql`select ${COLUMNS} from ${FROM} where t.id = ${practiceId} and ${area}`)
    : [];
  if (!row) throw new NotFound();
  return row;
}
