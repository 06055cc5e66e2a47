import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import type { CandidateStatus, XLevel } from './evaluation';
import type { candidateSearch, countSearch } from './inputs';

export const CANDIDATE_PAGE_SIZE = 50;

/** A candidate belongs to the district of the college that registered her, else to that of her main post today. */
const districtOf = (today: string) => sql`coalesce(col.district_code, (
  select o.district_code from engagement e join organisation o on o.id = e.institution_id
  where e.person_id = c.person_id and (e.end_on is null or e.end_on > ${today}::date) order by e.is_main_post desc, e.start_on, e.id limit 1))`;

const FROM = sql`
  candidate c join sitting s on s.id = c.sitting_id join x_certificate_kind k on k.id = s.x_kind_id
  left join organisation col on col.id = c.college_id`;
const YEAR = sql`extract(year from greatest(s.theory_on, s.practical_on))::int::text`;

/** The city sees everybody, a district those who belong to it. @throws Forbidden for other roles */
function scopeOf(actor: UserActor, today: string): SQL {
  if (!hasLine(actor, 'candidate.read') || (actor.role !== 'district_officer' && actor.role !== 'city_officer')) throw new Forbidden();
  return actor.role === 'city_officer' ? sql`true` : sql`${districtOf(today)} = ${actor.organisation?.districtCode ?? ''}`;
}

type CountBy = z.output<typeof countSearch>['by'];
const GROUPS: Readonly<Record<CountBy, { key: SQL; label: SQL }>> = {
  college: { key: sql`coalesce(c.college_id::text, 'none')`, label: sql`coalesce(max(col.name), '')` },
  certificate: { key: sql`s.x_kind_id::text`, label: sql`max(k.name)` },
  level: { key: sql`s.level`, label: sql`''` },
  year: { key: YEAR, label: sql`''` },
};

/** Results, absences among them, are told once they are published. */
const TOLD = sql`s.status in ('results_entered', 'approved')`;
const told = (status: CandidateStatus) => sql`c.status = ${status} and ${TOLD}`;

export interface SittingCount {
  key: string;
  label: string;
  registered: number;
  absent: number;
  passed: number;
  failed: number;
  certified: number;
}

/** Candidates by college, certificate, level or year of the examination. Results count once they are published. */
export async function countCandidates(actor: UserActor, { by, year }: z.output<typeof countSearch>, now: Date): Promise<SittingCount[]> {
  const today = beijingDate(now);
  const { key, label } = GROUPS[by];
  const rows = await db.execute<SittingCount & Record<string, unknown>>(sql`
    select ${key} as key, ${label} as label, count(*)::int as registered,
      (count(*) filter (where ${told('absent')}))::int as absent,
      (count(*) filter (where ${told('passed')}))::int as passed,
      (count(*) filter (where ${told('failed')}))::int as failed,
      (count(*) filter (where c.certificate_id is not null))::int as certified
    from ${FROM}
    where c.status <> 'withdrawn' and s.status <> 'cancelled' and ${scopeOf(actor, today)} and ${year ? sql`${YEAR} = ${year}` : sql`true`}
    group by ${key} order by registered desc, key`);
  return [...rows];
}

/** Years in which anybody within the scope sat, the latest first. */
export async function listSittingYears(actor: UserActor, now: Date): Promise<string[]> {
  const rows = await db.execute<{ year: string }>(
    sql`select distinct ${YEAR} as year from ${FROM} where c.status <> 'withdrawn' and s.status <> 'cancelled' and ${scopeOf(actor, beijingDate(now))} order by 1 desc`,
  );
  return rows.map(({ year }) => year);
}

type Search = z.output<typeof candidateSearch>;
interface CityCandidate extends Record<string, unknown> {
  id: string;
  number: string;
  name: string;
  id_number_masked: string;
  college: string | null;
  kind: string;
  level: XLevel;
  sitting_code: string;
  theory_on: string;
  status: CandidateStatus;
  theory_points: number | null;
  practical_points: number | null;
  certificate_no: string | null;
  taught: boolean;
  assessors: string;
}

function conditions(search: Search): SQL {
  const shown: Readonly<Record<Search['show'], SQL>> = {
    all: sql`c.status <> 'withdrawn' and s.status <> 'cancelled'`,
    registered: sql`c.status <> 'withdrawn' and s.status = 'open'`,
    withdrawn: sql`c.status = 'withdrawn'`,
    absent: told('absent'),
    passed: told('passed'),
    failed: told('failed'),
    certified: sql`c.certificate_id is not null`,
    taught: sql`c.assessor_taught_her and c.status <> 'withdrawn' and s.status <> 'cancelled'`,
  };
  const parts = [
    shown[search.show],
    search.sitting ? sql`c.sitting_id = ${search.sitting}` : undefined,
    search.college === 'none' ? sql`c.college_id is null` : search.college ? sql`c.college_id = ${search.college}` : undefined,
    search.kind ? sql`s.x_kind_id = ${search.kind}` : undefined,
    search.level ? sql`s.level = ${search.level}` : undefined,
    search.year ? sql`${YEAR} = ${search.year}` : undefined,
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}

/** The rows behind a number, as `countCandidates` counts them. */
export async function listCityCandidates(actor: UserActor, search: Search, now: Date, limit = CANDIDATE_PAGE_SIZE) {
  const where = sql`${conditions(search)} and ${scopeOf(actor, beijingDate(now))}`;
  const rows = await db.execute<CityCandidate>(sql`
    select c.id, c.number, p.name, p.id_number_masked, col.name as college, k.name as kind, s.level, s.code as sitting_code,
      s.theory_on::text, case when c.status = 'withdrawn' or ${TOLD} then c.status else 'registered' end as status, case when ${TOLD} then c.theory_points::float end as theory_points,
      case when ${TOLD} then c.practical_points::float end as practical_points, x.number as certificate_no, c.assessor_taught_her as taught,
      coalesce((select string_agg(a.name, '、' order by a.name) from assessor a where a.sitting_id = s.id), '') as assessors
    from ${FROM} join person p on p.id = c.person_id left join certificate x on x.id = c.certificate_id
    where ${where} order by s.theory_on desc, c.number limit ${limit} offset ${(search.page - 1) * limit}`);
  const [total] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${FROM} where ${where}`);
  return { rows: [...rows], total: total?.n ?? 0 };
}
