import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { beijingDate } from '../../shared/period';

interface HealthStaffRow extends Record<string, unknown> {
  engagementId: string;
  personId: string;
  name: string;
  isFullTime: boolean;
  startOn: string;
  certificateId: string | null;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  validUntil: string | null;
  /** `valid` counts today; the others are why none does. */
  state: 'valid' | 'expired' | 'submitted' | 'none';
  enrolledIn: string | null;
}

/** The health-care staff on post at an institution today, each with the certificate that speaks for her best. */
export const listHealthStaff = (institutionId: string, now: Date) => {
  const today = beijingDate(now);
  return db.execute<HealthStaffRow>(sql`
    select e.id as "engagementId", p.id as "personId", p.name, e.is_full_time as "isFullTime", e.start_on::text as "startOn",
      c.id as "certificateId", c.number, c.issuer, c.issued_on::text as "issuedOn", c.valid_until::text as "validUntil",
      coalesce(c.state, 'none') as state,
      (select k.title from enrolment n join training_class t on t.id = n.class_id join course k on k.id = t.course_id
        where n.person_id = p.id and n.category = 'health_staff' and n.status in ('applied', 'approved', 'waitlisted', 'offered', 'attending')
        order by t.starts_at limit 1) as "enrolledIn"
    from engagement e join person p on p.id = e.person_id
    left join lateral (
      select c.*, case when c.status = 'submitted' then 'submitted' when c.valid_until < ${today} then 'expired' else 'valid' end as state
      from certificate c where c.person_id = p.id and c.family = 'health_care_training' and c.status in ('verified', 'submitted')
      order by c.status = 'submitted', coalesce(c.valid_until, 'infinity') desc, c.issued_on desc limit 1) c on true
    where e.institution_id = ${institutionId} and e.role = 'health_staff' and not e.is_intern
      and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})
      and not exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${today} and (o.until_on is null or o.until_on > ${today}))
    order by p.name, e.id limit 200`);
};

interface CentreClass extends Record<string, unknown> {
  id: string;
  code: string;
  courseTitle: string;
  startsOn: string;
  endsOn: string;
  enrolUntilOn: string;
  free: number;
  waiting: number;
  isRefresher: boolean;
}

/** A centre's own classes of health-care staff that have not begun, the earliest first. */
export const listCentreClasses = (providerId: string, now: Date) =>
  db.execute<CentreClass>(sql`
    select t.id, t.code, k.title as "courseTitle", t.starts_on::text as "startsOn", t.ends_on::text as "endsOn",
      t.enrol_until_on::text as "enrolUntilOn", greatest(0, t.capacity - t.seats_taken)::int as free, t.waiting_count::int as waiting,
      exists (select 1 from jsonb_array_elements(v.content->'outlines') o
        where o->>'category' = 'health_staff' and not (o->>'meetsOutline')::boolean) as "isRefresher"
    from training_class t join course k on k.id = t.course_id join syllabus_version v on v.id = t.syllabus_version_id
    where t.provider_id = ${providerId} and t.status not in ('closing_review', 'closed', 'cancelled') and t.starts_at > ${now.toISOString()}::timestamptz
      and v.categories @> '["health_staff"]'
    order by t.starts_at limit 20`);
