import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../../shared/actor';
import { beijingDate } from '../../shared/period';
import { Forbidden, NotFound } from '../../shared/refusals';
import { COVERED_STANDINGS, type DueReason, type HealthCareStanding } from '../requirement';
import type { OwingState } from './inputs';

export interface OwingFilter {
  state: OwingState;
  district?: string;
  q: string;
}

interface OwingRow extends Record<string, unknown> {
  id: string;
  name: string;
  districtCode: string;
  contactName: string | null;
  contactPhone: string | null;
  standing: HealthCareStanding;
  required: number;
  trained: number;
  requiredFullTime: number;
  trainedFullTime: number;
  filedOn: string;
  dueOn: string;
  dueReason: DueReason;
  /** Its health-care staff who sit in a class of this kind already. */
  enrolled: number;
  total: number;
}

const STANDINGS: Readonly<Record<OwingState, readonly HealthCareStanding[]>> = {
  open: ['waiting', 'overdue'],
  waiting: ['waiting'],
  overdue: ['overdue'],
  covered: COVERED_STANDINGS,
  all: [...COVERED_STANDINGS, 'waiting', 'overdue'],
};

/** Newly filed institutions of a centre's area by their due day; the city's centre sees every district. @throws NotFound for other providers */
export async function listOwing(actor: UserActor, filter: OwingFilter, now: Date, page: { limit: number; offset: number }) {
  const home = actor.organisation;
  if (actor.role !== 'provider_staff') throw new Forbidden();
  if (home?.kind !== 'mch_centre') throw new NotFound();
  const today = beijingDate(now);
  const district = home.districtCode ?? filter.district ?? null;
  const rows = await db.execute<OwingRow>(sql`
    select o.id, o.name, s.district_code as "districtCode", o.contact_name as "contactName", o.contact_phone as "contactPhone",
      s.standing, s.required, s.trained, s.required_full_time as "requiredFullTime", s.trained_full_time as "trainedFullTime", s.filed_on::text as "filedOn", s.due_on::text as "dueOn", s.due_reason as "dueReason",
      (select count(distinct n.person_id)::int from enrolment n where n.institution_id = o.id and n.category = 'health_staff'
        and n.status in ('applied', 'approved', 'waitlisted', 'offered', 'attending')) as enrolled,
      (count(*) over ())::int as total
    from health_care_segment s join organisation o on o.id = s.institution_id
    where s.from_on <= ${today} and (s.until_on is null or s.until_on > ${today})
      and s.standing = any(${`{${STANDINGS[filter.state].join(',')}}`}::text[])
      and ${district === null ? sql`true` : sql`s.district_code = ${district}`}
      and ${filter.q === '' ? sql`true` : sql`position(${filter.q} in o.name) > 0`}
    order by s.standing not in ('waiting', 'overdue'), s.due_on, o.name, o.id
    limit ${page.limit} offset ${page.offset}`);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
