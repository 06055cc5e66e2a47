import { and, count, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { course, enrolment, lesson, organisation, person, trainingClass } from '#db/schema';
import type { Actor, UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import { type EnrolmentStatus, LIVE_ENROLMENT_STATUSES, OPEN_ENROLMENT_STATUSES } from './enrolment';

/** The enrolments that an actor may know of, as a condition: her own, her institution's, her provider's, her district's. */
export function enrolmentsVisibleTo(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'user') return sql`false`;
  const organisationId = actor.organisation?.id ?? null;
  switch (actor.role) {
    case 'trainee':
      return sql`${enrolment.personId} = ${actor.personId}`;
    case 'institution_admin':
      return sql`${enrolment.institutionId} = ${organisationId}`;
    case 'provider_staff':
      return sql`${trainingClass.providerId} = ${organisationId}`;
    case 'district_officer':
      return sql`${trainingClass.districtCode} = ${actor.organisation?.districtCode ?? null}`;
    case 'city_officer':
      return sql`true`;
    default:
      return sql`false`;
  }
}

/** How many stand before her, plus one; null outside the queue. */
const position = sql<number | null>`case when ${enrolment.status} = 'waitlisted' then
  (select count(*)::int + 1 from enrolment w where w.class_id = ${enrolment.classId} and w.status = 'waitlisted' and w.queue_place < ${enrolment.queuePlace}) end`;

const institution = sql<string | null>`(select o.name from organisation o where o.id = ${enrolment.institutionId})`;

const SUMMARY = {
  id: enrolment.id,
  status: enrolment.status,
  category: enrolment.category,
  institutionAnswer: enrolment.institutionAnswer,
  institutionAnswerDueOn: enrolment.institutionAnswerDueOn,
  institutionName: institution,
  nominated: sql<boolean>`${enrolment.nominatedBy} is not null`,
  position,
  offerExpiresAt: enrolment.offerExpiresAt,
  reason: enrolment.reason,
  createdAt: enrolment.createdAt,
  classId: trainingClass.id,
  classCode: trainingClass.code,
  classStatus: trainingClass.status,
  startsOn: trainingClass.startsOn,
  endsOn: trainingClass.endsOn,
  startsAt: trainingClass.startsAt,
  place: trainingClass.place,
  freeWithdrawal: trainingClass.freeWithdrawal,
  courseTitle: course.title,
};

const summaries = () =>
  db
    .select(SUMMARY)
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId));

/** Everything she ever enrolled in, what is still open first. */
export const listMyEnrolments = (personId: string) =>
  summaries()
    .where(eq(enrolment.personId, personId))
    .orderBy(
      sql`${enrolment.status} = 'offered' desc`,
      sql`${enrolment.status} in ('applied', 'waitlisted', 'approved', 'attending') desc`,
      desc(trainingClass.startsOn),
      desc(enrolment.id),
    )
    .limit(200);

/** One enrolment of this trainee with its timetable and, once she has a seat for sure, the meeting link. @throws NotFound */
export async function getMyEnrolment(actor: UserActor, id: string) {
  if (!isId(id)) throw new NotFound();
  const [found] = await db
    .select({
      ...SUMMARY,
      needsLodging: enrolment.needsLodging,
      remark: enrolment.remark,
      changeReason: trainingClass.changeReason,
      meetingLink: sql<string | null>`case when ${enrolment.status} in ('approved', 'attending') then ${trainingClass.meetingLink} end`,
      providerName: organisation.name,
      contactName: course.contactName,
      contactPhone: course.contactPhone,
    })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .where(and(eq(enrolment.id, id), enrolmentsVisibleTo(actor)));
  if (!found) throw new NotFound();
  return found;
}

/** Her live enrolment in a class, to say on the class page that she has one. */
export async function findMyEnrolment(personId: string, classId: string) {
  const [found] = await summaries().where(
    and(eq(enrolment.personId, personId), eq(enrolment.classId, classId), inArray(enrolment.status, [...LIVE_ENROLMENT_STATUSES])),
  );
  return found ?? null;
}

const PAGE = 50;

/** Enrolments of an institution's staff: those that wait for its answer, those under way, or all. */
export async function listInstitutionEnrolments(
  actor: UserActor,
  { show, page }: { show: 'pending' | 'current' | 'all'; page: number },
  pageSize = PAGE,
) {
  const open = inArray(enrolment.status, [...OPEN_ENROLMENT_STATUSES]);
  const shown = { pending: and(open, eq(enrolment.institutionAnswer, 'pending')), current: open, all: undefined }[show];
  const where = and(enrolmentsVisibleTo(actor), shown);
  const rows = await db
    .select({ ...SUMMARY, personName: person.name, role: enrolment.role })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(where)
    .orderBy(sql`${enrolment.institutionAnswerDueOn} nulls last`, trainingClass.startsOn, person.name, enrolment.id)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [total] = await db
    .select({ n: count() })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .where(where);
  return { rows, total: total?.n ?? 0, pageSize };
}

export type PeopleShown = 'decide' | 'seated' | 'waiting' | 'out' | 'all';
export const PEOPLE_STATUSES: Readonly<Record<Exclude<PeopleShown, 'all'>, readonly EnrolmentStatus[]>> = {
  decide: ['applied'],
  seated: ['approved', 'attending', 'passed', 'failed', 'absent'],
  waiting: ['waitlisted', 'offered'],
  out: ['rejected', 'withdrawn', 'lapsed', 'declined', 'voided'],
};

/** People of one class in the order in which they came; the queue in its own. Numbers are masked. */
export const listClassPeople = (actor: UserActor, classId: string, show: PeopleShown) =>
  db
    .select({
      ...SUMMARY,
      personName: person.name,
      idNumberMasked: person.idNumberMasked,
      phoneMasked: person.phoneMasked,
      role: enrolment.role,
      isPreService: enrolment.isPreService,
      queuePlace: enrolment.queuePlace,
      needsLodging: enrolment.needsLodging,
      remark: enrolment.remark,
    })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(
      and(
        eq(enrolment.classId, classId),
        enrolmentsVisibleTo(actor),
        show === 'all' ? undefined : inArray(enrolment.status, [...PEOPLE_STATUSES[show]]),
      ),
    )
    .orderBy(sql`${enrolment.queuePlace} nulls first`, enrolment.createdAt, enrolment.id)
    .limit(2000);

/** How many people of a class stand in each state. */
export async function countClassPeople(actor: UserActor, classId: string): Promise<Record<PeopleShown, number>> {
  const rows = await db
    .select({ status: enrolment.status, n: count() })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .where(and(eq(enrolment.classId, classId), enrolmentsVisibleTo(actor)))
    .groupBy(enrolment.status);
  const sum = (statuses: readonly EnrolmentStatus[]) => rows.reduce((total, row) => total + (statuses.includes(row.status) ? row.n : 0), 0);
  const { decide, seated, waiting, out } = PEOPLE_STATUSES;
  return {
    decide: sum(decide),
    seated: sum(seated),
    waiting: sum(waiting),
    out: sum(out),
    all: rows.reduce((total, row) => total + row.n, 0),
  };
}

/** Her next lesson in a class that she sits in. */
export async function findNextLesson(classId: string, now: Date) {
  const [next] = await db
    .select({ title: lesson.title, startsAt: lesson.startsAt, endsAt: lesson.endsAt, place: lesson.place })
    .from(lesson)
    .where(and(eq(lesson.classId, classId), ne(lesson.status, 'cancelled'), sql`${lesson.endsAt} > ${now.toISOString()}::timestamptz`))
    .orderBy(lesson.startsAt)
    .limit(1);
  return next ?? null;
}
