import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { doesItCount } from '../certificate/does-it-count';
import { listHoldings, listRuleVersions } from '../certificate/holdings.server';
import type { CourseCategory } from '../course/course';
import type { EngagementRole } from '../person/person';
import { groupBy } from '../shared/group-by';
import { beijingDate } from '../shared/period';
import { enrolmentFacts } from './facts.server';
import { listOpenClasses } from './fitting-queries.server';
import { judge } from './judgement';
import {
  CATEGORY_OF_NEED,
  type HealthTraining,
  type NeedGroup,
  type NeedyPerson,
  needOf,
  REFRESHER_DAYS,
  STAFF_NEEDS,
  type StaffNeed,
} from './staff-needs';

interface StaffRow extends Record<string, unknown> {
  personId: string;
  name: string;
  role: EngagementRole;
  completed: CourseCategory[];
  healthTraining: HealthTraining;
  healthTrainedUntil: string | null;
  enrolled: { title: string; categories: CourseCategory[] }[];
}

/** A refresher renews a certificate; it gives nobody the first one. */
const isEnding = (row: StaffRow): boolean => row.healthTraining === 'ending';

/** Classes that are asked whether they fit before giving up. */
const TRIED = 6;

const listPresent = (institutionId: string, today: string) =>
  db.execute<StaffRow>(sql`
    select distinct on (p.name, e.person_id, e.role) e.person_id as "personId", p.name, e.role,
      array(select distinct c.category from completion c where c.person_id = p.id and c.status = 'valid') as completed,
      case when h.until is null then 'none' when h.until <= ${today}::date + ${REFRESHER_DAYS}::int then 'ending' else 'valid' end as "healthTraining",
      nullif(h.until, 'infinity')::text as "healthTrainedUntil",
      coalesce((select json_agg(json_build_object('title', k.title, 'categories', k.categories)) from enrolment n
        join training_class t on t.id = n.class_id join course k on k.id = t.course_id
        where n.person_id = p.id and n.status in ('applied', 'approved', 'waitlisted', 'offered', 'attending')), '[]') as enrolled
    from engagement e join person p on p.id = e.person_id
    left join lateral (select max(coalesce(c.valid_until, 'infinity')) as until from certificate c
      where c.person_id = p.id and c.family = 'health_care_training' and c.status = 'verified'
        and (c.valid_until is null or c.valid_until >= ${today})) h on true
    where e.institution_id = ${institutionId} and not e.is_intern and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})
      and not exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${today} and (o.until_on is null or o.until_on > ${today}))
    order by p.name, e.person_id, e.role`);

/** Who on post at an institution lacks what, and for each lack the next class with free seats that would take somebody of them. */
export async function listStaffNeeds(institutionId: string, now: Date): Promise<{ groups: NeedGroup[]; pending: string[] }> {
  const today = beijingDate(now);
  const staff = await listPresent(institutionId, today);
  const { standard } = await listRuleVersions();
  const holdings = await listHoldings(db, [...new Set(staff.map((row) => row.personId))]);
  const answers = new Map(
    staff.map((row) => {
      const held = holdings.get(row.personId) ?? { certificates: [], healthCertValidUntil: null };
      return [`${row.personId} ${row.role}`, doesItCount(standard, { role: row.role, ...held }, today)];
    }),
  );
  const answerOf = (row: StaffRow) => answers.get(`${row.personId} ${row.role}`);
  const needs = groupBy([...staff], (row) => needOf({ ...row, verdict: answerOf(row)?.verdict ?? 'does_not' }));
  const classes = await listOpenClasses(now);
  const groups: NeedGroup[] = [];
  for (const need of STAFF_NEEDS) {
    const rows = needs.get(need) ?? [];
    if (rows.length === 0) continue;
    const people = rows.map((row): NeedyPerson => {
      const enrolledIn = row.enrolled.find(({ categories }) => categories.includes(CATEGORY_OF_NEED[need]))?.title ?? null;
      const reason = need === 'certificate' ? (answerOf(row)?.reason ?? null) : null;
      const endsOn = need === 'health_training' ? row.healthTrainedUntil : null;
      return { personId: row.personId, name: row.name, reason, enrolledIn, endsOn, fits: false, whyNot: null };
    });
    const fitting = classes.filter((each) => !each.isRefresher || need !== 'health_training' || rows.every(isEnding));
    groups.push({ need, ...(await withNextClass(need, people, fitting, institutionId, now)) });
  }
  const pending = staff.filter((row) => answerOf(row)?.verdict === 'needs_document').map((row) => row.name);
  return { groups, pending };
}

type OpenClass = Awaited<ReturnType<typeof listOpenClasses>>[number];

/** The earliest class of the kind with free seats that takes at least one of those who are in none yet. */
async function withNextClass(
  need: StaffNeed,
  people: NeedyPerson[],
  classes: readonly OpenClass[],
  institutionId: string,
  now: Date,
): Promise<Pick<NeedGroup, 'people' | 'next'>> {
  const waiting = people.filter((each) => each.enrolledIn === null).map((each) => each.personId);
  const free = classes
    .filter(
      (each) =>
        each.categories.includes(CATEGORY_OF_NEED[need]) &&
        (each.countsTowardPlan || need === 'health_training') &&
        each.waitingCount === 0 &&
        each.seatsTaken < each.capacity,
    )
    .slice(0, TRIED);
  if (waiting.length === 0 || free.length === 0) return { people, next: null };
  const wish = { engagementId: null, institutionId, preService: false, overrideReason: null };
  const facts = await enrolmentFacts(
    db,
    free.map((each) => each.id),
    waiting,
    now,
  );
  const judged = facts.map((each) => ({ ...each, answer: judge(each, wish, now) }));
  const fitting = groupBy(
    judged.filter(({ answer }) => answer.ok),
    (each) => each.classId,
  );
  const chosen = free.find((each) => fitting.has(each.id)) ?? free[0];
  if (!chosen) return { people, next: null };
  const fits = new Set((fitting.get(chosen.id) ?? []).map((each) => each.personId));
  const why = new Map(
    judged.flatMap(({ classId, personId, answer }) =>
      classId === chosen.id && !answer.ok ? [[personId, { code: answer.code, params: answer.params }] as const] : [],
    ),
  );
  const { id, code, courseTitle, startsOn, endsOn, enrolUntilOn, capacity, seatsTaken } = chosen;
  return {
    people: people.map((each) => ({ ...each, fits: fits.has(each.personId), whyNot: why.get(each.personId) ?? null })),
    next: { id, code, courseTitle, startsOn, endsOn, enrolUntilOn, free: capacity - seatsTaken },
  };
}
