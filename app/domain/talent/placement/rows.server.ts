import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { STAFF_MIN_AGE } from '../../person/person';
import { containing } from '../../person/staff-queries.server';
import { ageOn } from '../../shared/period';
import { settingNow } from '../../shared/settings.server';
import { type PlacementKind, type PlacementResult, type PlacementShown, type PlacementStatus, phaseOf } from '../placement';
import type { PlacementWarning } from './warnings';
import { warningsOf } from './warnings';

export const PLACEMENT_PAGE_SIZE = 50;

/** A placement with everything that its lists and its ledger name. */
export const PLACEMENTS = sql`placement p join person w on w.id = p.person_id join student s on s.id = p.student_id
  join programme_point t on t.id = s.point_id join major m on m.id = t.major_id
  join organisation c on c.id = p.college_id join organisation i on i.id = p.institution_id`;

/** First day on which she is there no more. */
const END = sql`least(p.until_on + 1, p.ended_on)`;
const OPEN = sql`p.status in ('proposed', 'accepted')`;

const shownAs = (shown: PlacementShown, today: string): SQL => {
  switch (shown) {
    case 'all':
      return sql`true`;
    case 'current':
      return OPEN;
    case 'taken_on':
      return sql`p.converted_engagement_id is not null`;
    case 'coming':
      return sql`p.status = 'accepted' and p.from_on > ${today}::date`;
    case 'running':
      return sql`p.status = 'accepted' and p.from_on <= ${today}::date and ${END} > ${today}::date`;
    case 'over':
      return sql`p.status = 'accepted' and p.from_on <= ${today}::date and ${END} <= ${today}::date`;
    default:
      return sql`p.status = ${shown}`;
  }
};

/** Whether the two sides have agreed on placements for its first day. */
const COOPERATION = sql`exists (select 1 from cooperation_agreement a where a.college_id = p.college_id and a.institution_id = p.institution_id
  and a.status in ('confirmed', 'ended') and 'placements' = any(a.scopes) and a.from_on <= p.from_on and a.until_on >= p.from_on
  and (a.ended_on is null or a.ended_on > p.from_on))`;
const OVERLAP = sql`exists (select 1 from placement o where o.person_id = p.person_id and o.id <> p.id and o.status <> 'declined'
  and o.from_on < ${END} and least(o.until_on + 1, o.ended_on) > p.from_on)`;

/** The same rules as `warningsOf`, for a list that is narrowed to one of them. */
const warnedOf = (warning: PlacementWarning, months: number): SQL => {
  const conditions: Readonly<Record<PlacementWarning, SQL>> = {
    too_short: sql`p.kind = 'post' and p.until_on + 1 < (p.from_on + make_interval(months => ${months - 1}::int))::date`,
    too_long: sql`p.kind = 'post' and p.until_on + 1 > (p.from_on + make_interval(months => ${months + 1}::int))::date`,
    hours: sql`p.hours_per_day > 8`,
    insurance_missing: sql`p.insurance_no = ''`,
    insurance_ends: sql`p.insurance_no <> '' and (p.insured_until_on is null or p.insured_until_on < p.until_on)`,
    agreement_missing: sql`p.agreement_signed_on is null`,
    agreement_late: sql`p.agreement_signed_on > p.from_on`,
    guardian_consent: sql`w.born_on is not null and date_part('year', age(p.from_on, w.born_on)) < 18 and not p.guardian_consent`,
    no_cooperation: sql`not ${COOPERATION}`,
    overlap: OVERLAP,
  };
  return sql`${OPEN} and ${conditions[warning]}`;
};

export interface PlacementFilter {
  q: string;
  shown: PlacementShown;
  warning?: PlacementWarning;
  institution?: string;
  college?: string;
  year?: string;
}

export interface ListedPlacement extends Record<string, unknown> {
  id: string;
  name: string;
  studentNo: string;
  className: string;
  major: string;
  collegeId: string;
  college: string;
  institutionId: string;
  institution: string;
  districtCode: string | null;
  kind: PlacementKind;
  role: 'principal' | 'caregiver' | 'health_staff' | 'other';
  fromOn: string;
  untilOn: string;
  endedOn: string | null;
  status: PlacementStatus;
  agreementNo: string;
  agreementSignedOn: string | null;
  insuranceNo: string;
  insuredUntilOn: string | null;
  guardianConsent: boolean;
  hoursPerDay: number | null;
  collegeMentor: string;
  institutionMentor: string;
  collegePoints: number | null;
  institutionPoints: number | null;
  result: PlacementResult | null;
  takenOn: boolean;
  bornOn: string | null;
  hasCooperation: boolean;
  overlaps: boolean;
}

export const COLUMNS = sql`p.id, w.name, s.student_no as "studentNo", s.class_name as "className", m.name_zh as major, p.college_id as "collegeId",
  c.name as college, p.institution_id as "institutionId", i.name as institution, i.district_code::text as "districtCode", p.kind, p.role,
  p.from_on::text as "fromOn", p.until_on::text as "untilOn", p.ended_on::text as "endedOn", p.status, p.agreement_no as "agreementNo",
  p.agreement_signed_on::text as "agreementSignedOn", p.insurance_no as "insuranceNo", p.insured_until_on::text as "insuredUntilOn",
  p.guardian_consent as "guardianConsent", p.hours_per_day::float8 as "hoursPerDay", p.college_mentor as "collegeMentor",
  p.institution_mentor as "institutionMentor", p.college_points::float8 as "collegePoints", p.institution_points::float8 as "institutionPoints",
  p.result, p.converted_engagement_id is not null as "takenOn", w.born_on::text as "bornOn", ${COOPERATION} as "hasCooperation",
  ${OVERLAP} as overlaps`;

export const withPhase = (row: ListedPlacement, today: string, months: number) => {
  const { bornOn, hasCooperation: _cooperation, overlaps: _overlaps, ...shown } = row;
  const isOpen = row.status === 'proposed' || row.status === 'accepted';
  const isMinor = bornOn !== null && ageOn(bornOn, row.fromOn) < STAFF_MIN_AGE;
  return { ...shown, isMinor, phase: phaseOf(row, today), warnings: isOpen ? warningsOf(row, months) : [] };
};
export type PlacementItem = ReturnType<typeof withPhase>;

/** Placements within a scope, the latest first; whoever calls it has asked whether the reader may. */
export async function listPlacementRows(scope: SQL, filter: PlacementFilter, today: string, page: { limit: number; offset: number }) {
  const months = await settingNow('placement_months');
  const { q, shown, warning, institution, college, year } = filter;
  const like = containing(q);
  const parts = [
    scope,
    shownAs(shown, today),
    q ? sql`(w.name ilike ${like} or s.student_no ilike ${like} or p.agreement_no ilike ${like} or i.name ilike ${like})` : undefined,
    warning ? warnedOf(warning, months) : undefined,
    institution ? sql`p.institution_id = ${institution}` : undefined,
    college ? sql`p.college_id = ${college}` : undefined,
    year ? sql`p.from_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date` : undefined,
  ].filter((part) => part !== undefined);
  const where = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  );
  const [rows, [total]] = await Promise.all([
    db.execute<ListedPlacement>(
      sql`select ${COLUMNS} from ${PLACEMENTS} where ${where} order by p.from_on desc, p.id limit ${page.limit} offset ${page.offset}`,
    ),
    db.execute<{ n: number }>(sql`select count(*)::int as n from ${PLACEMENTS} where ${where}`),
  ]);
  return { rows: rows.map((row) => withPhase(row, today, months)), total: total?.n ?? 0 };
}
