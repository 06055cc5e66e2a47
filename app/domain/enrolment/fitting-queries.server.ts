import { and, asc, eq, gt, gte, isNotNull, lte, ne, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { course, engagement, organisation, person, syllabusVersion, trainingClass } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { enrolmentFacts } from './facts.server';
import type { Candidate, Fitting, NextClass } from './fitting';
import { type Facts, judge, type Wish } from './judgement';

const FREELY: Wish = { engagementId: null, institutionId: null, preService: false, overrideReason: null };

/** Whether she may enrol in this class as things stand, told before she asks; with the posts she may enrol from. */
export async function fittingOf(personId: string, classId: string, now: Date): Promise<Fitting | null> {
  const [facts] = await enrolmentFacts(db, [classId], [personId], now);
  if (!facts) return null;
  // Without a post she may still say that she is before service: then the rest of the rules decide.
  const answer = judge(facts, { ...FREELY, preService: facts.posts.length === 0 }, now);
  return {
    ok: answer.ok,
    code: answer.ok ? null : answer.code,
    params: answer.ok ? {} : answer.params,
    posts: facts.posts.map((post) => ({ id: post.engagementId, institutionName: post.institutionName, role: post.role })),
    isPreService: facts.isPreService,
  };
}

const openClasses = (now: Date) => {
  const today = beijingDate(now);
  return and(
    isNotNull(course.publishedAt),
    ne(course.status, 'archived'),
    sql`${trainingClass.status} not in ('closing_review', 'closed', 'cancelled')`,
    gt(trainingClass.startsAt, now),
    lte(trainingClass.enrolFromOn, today),
    gte(trainingClass.enrolUntilOn, today),
  );
};

const CANDIDATES = 12;

/**
 * The earliest open class that would take her instead: of the same course if there is one, else of the same
 * category; one with free seats before one with a queue.
 */
export async function findNextClass(personId: string, classId: string, now: Date): Promise<NextClass | null> {
  if (!isId(classId)) return null;
  const [origin] = await db
    .select({ courseId: course.id, categories: course.categories })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(eq(trainingClass.id, classId));
  if (!origin) return null;
  const full = sql`${trainingClass.seatsTaken} >= ${trainingClass.capacity} or ${trainingClass.waitingCount} > 0`;
  const rows = await db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      courseTitle: course.title,
      startsOn: trainingClass.startsOn,
      seatsLeft: sql<number>`greatest(0, ${trainingClass.capacity} - ${trainingClass.seatsTaken})`,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(and(openClasses(now), ne(trainingClass.id, classId)))
    .orderBy(
      sql`${course.id} <> ${origin.courseId}`,
      sql`not (${course.categories} && ${sql.param(`{${origin.categories.join(',')}}`)}::text[])`,
      sql`(${full})`,
      asc(trainingClass.startsAt),
    )
    .limit(CANDIDATES);
  const facts = await enrolmentFacts(
    db,
    rows.map((row) => row.id),
    [personId],
    now,
  );
  const fits = new Set(facts.filter((each) => judge(each, FREELY, now).ok).map((each) => each.classId));
  return rows.find((row) => fits.has(row.id)) ?? null;
}

const candidate = (facts: Facts, institutionId: string, now: Date): Candidate => {
  const answer = judge(facts, { ...FREELY, institutionId }, now);
  const role = facts.posts.find((post) => post.institutionId === institutionId)?.role ?? null;
  return {
    personId: facts.personId,
    name: facts.name,
    role,
    ok: answer.ok,
    code: answer.ok ? null : answer.code,
    params: answer.ok ? {} : answer.params,
  };
};

/** The staff of an institution on post today, each with whether she may go to this class. */
export async function listCandidates(actor: UserActor, classId: string, now: Date): Promise<Candidate[]> {
  const institutionId = actor.organisation?.id;
  if (!institutionId || !isId(classId)) return [];
  const today = beijingDate(now);
  const staff = await db
    .selectDistinct({ id: person.id })
    .from(engagement)
    .innerJoin(person, eq(person.id, engagement.personId))
    .where(
      and(
        eq(engagement.institutionId, institutionId),
        eq(engagement.onPost, true),
        lte(engagement.startOn, today),
        sql`(${engagement.endOn} is null or ${engagement.endOn} > ${today}::date)`,
      ),
    )
    .limit(500);
  const facts = await enrolmentFacts(
    db,
    [classId],
    staff.map((row) => row.id),
    now,
  );
  return facts.map((each) => candidate(each, institutionId, now));
}

/** Open classes that an institution may nominate for, earliest first. */
export const listOpenClasses = (now: Date) =>
  db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      courseTitle: course.title,
      categories: course.categories,
      countsTowardPlan: trainingClass.countsTowardPlan,
      startsOn: trainingClass.startsOn,
      endsOn: trainingClass.endsOn,
      enrolUntilOn: trainingClass.enrolUntilOn,
      capacity: trainingClass.capacity,
      seatsTaken: trainingClass.seatsTaken,
      waitingCount: trainingClass.waitingCount,
      providerName: organisation.name,
      /** Less than the outline of health-care staff: for those who renew a certificate. */
      isRefresher: sql<boolean>`exists (select 1 from jsonb_array_elements(${syllabusVersion.content}->'outlines') o
        where o->>'category' = 'health_staff' and not (o->>'meetsOutline')::boolean)`,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .where(openClasses(now))
    .orderBy(trainingClass.startsAt)
    .limit(200);
