import { and, count, desc, eq, gte, isNotNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { course, lesson, organisation, syllabusVersion, trainingClass } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { NotFound } from '../shared/refusals';
import type { classListSearch } from './inputs';

const CLOCK = {
  status: trainingClass.status,
  enrolFromOn: trainingClass.enrolFromOn,
  enrolUntilOn: trainingClass.enrolUntilOn,
  startsAt: trainingClass.startsAt,
  startsOn: trainingClass.startsOn,
  endsOn: trainingClass.endsOn,
  capacity: trainingClass.capacity,
  seatsTaken: trainingClass.seatsTaken,
  waitingCount: trainingClass.waitingCount,
};

/** What everybody may see of a class whose course is in the catalogue: never the link, never a lecturer. @throws NotFound */
export async function getPublicClass(classId: string) {
  if (!isId(classId)) throw new NotFound();
  const [found] = await db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      term: trainingClass.term,
      place: trainingClass.place,
      delivery: trainingClass.delivery,
      changeReason: trainingClass.changeReason,
      ...CLOCK,
      courseId: course.id,
      courseTitle: course.title,
      syllabus: syllabusVersion.content,
      providerName: organisation.name,
      providerDistrict: organisation.districtCode,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .where(and(eq(trainingClass.id, classId), isNotNull(course.publishedAt), ne(course.status, 'archived')));
  if (!found) throw new NotFound();
  return { ...found, lessons: await listPublicLessons(classId) };
}

export const listPublicLessons = (classId: string) =>
  db
    .select({
      id: lesson.id,
      title: lesson.title,
      kind: lesson.kind,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      minutes: lesson.minutes,
      place: lesson.place,
      status: lesson.status,
      changeReason: lesson.changeReason,
    })
    .from(lesson)
    .where(eq(lesson.classId, classId))
    .orderBy(lesson.startsAt, lesson.position);

type Phase = z.output<typeof classListSearch>['phase'];

/** The phases of `classPhase` as conditions, for lists that the database filters. */
function inPhase(phase: Phase, now: Date): SQL | undefined {
  const c = trainingClass;
  const today = beijingDate(now);
  const undecided = sql`${c.status} not in ('closing_review', 'closed', 'cancelled')`;
  const before = and(undecided, sql`${c.startsAt} > ${now.toISOString()}::timestamptz`, gte(c.endsOn, today));
  const opened = and(before, lte(c.enrolFromOn, today));
  switch (phase) {
    case 'all':
      return undefined;
    case 'current':
      return sql`${c.status} not in ('closed', 'cancelled')`;
    case 'planned':
      return and(before, sql`${c.enrolFromOn} > ${today}::date`);
    case 'enrolling':
      return and(opened, lt(c.seatsTaken, c.capacity));
    case 'full':
      return and(opened, gte(c.seatsTaken, c.capacity));
    case 'in_progress':
      return and(undecided, lte(c.startsAt, now), gte(c.endsOn, today));
    case 'assessing':
      return and(undecided, lt(c.endsOn, today));
    default:
      return eq(c.status, phase);
  }
}

const PAGE = 25;

/** The provider's classes, latest first. `toDecide` counts applicants that wait for it. */
export async function listProviderClasses(actor: UserActor, search: z.output<typeof classListSearch>, now: Date, pageSize = PAGE) {
  const where = and(
    eq(trainingClass.providerId, actor.organisation?.id ?? ''),
    inPhase(search.phase, now),
    search.term ? eq(trainingClass.term, search.term) : undefined,
    isId(search.course) ? eq(trainingClass.courseId, search.course) : undefined,
  );
  const rows = await db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      term: trainingClass.term,
      courseTitle: course.title,
      minimumSize: trainingClass.minimumSize,
      minimumDecision: trainingClass.minimumDecision,
      ...CLOCK,
      toDecide: sql<number>`(select count(*)::int from enrolment e where e.class_id = ${trainingClass.id} and e.status = 'applied')`,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(where)
    .orderBy(desc(trainingClass.startsOn), desc(trainingClass.id))
    .limit(pageSize)
    .offset((search.page - 1) * pageSize);
  const [total] = await db.select({ n: count() }).from(trainingClass).where(where);
  return { rows, total: total?.n ?? 0, pageSize };
}

export async function listTerms(actor: UserActor): Promise<string[]> {
  const rows = await db
    .selectDistinct({ term: trainingClass.term })
    .from(trainingClass)
    .where(and(eq(trainingClass.providerId, actor.organisation?.id ?? ''), ne(trainingClass.term, '')))
    .orderBy(desc(trainingClass.term))
    .limit(50);
  return rows.map((row) => row.term);
}

/** Courses of the provider with an approved syllabus, and its modules. */
export const listTeachableCourses = (actor: UserActor) =>
  db
    .select({
      id: course.id,
      title: course.title,
      delivery: course.delivery,
      syllabus: syllabusVersion.content,
      version: syllabusVersion.version,
    })
    .from(course)
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, course.currentSyllabusId))
    .where(and(eq(course.providerId, actor.organisation?.id ?? ''), ne(course.status, 'archived')))
    .orderBy(course.title);

/** The provider's own class with everything. @throws NotFound for one of somebody else */
export async function getOwnClass(actor: UserActor, classId: string) {
  if (!isId(classId)) throw new NotFound();
  const [found] = await db
    .select({
      row: trainingClass,
      courseTitle: course.title,
      published: sql<boolean>`${course.publishedAt} is not null`,
      syllabus: syllabusVersion.content,
      syllabusVersion: syllabusVersion.version,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .where(and(eq(trainingClass.id, classId), eq(trainingClass.providerId, actor.organisation?.id ?? '')));
  if (!found) throw new NotFound();
  return found;
}

export const listLessons = (classId: string) =>
  db.select().from(lesson).where(eq(lesson.classId, classId)).orderBy(lesson.startsAt, lesson.position);

/** Lessons of the provider's other classes around these days, for clashes of lecturer and place. */
export const listLessonsAround = (actor: UserActor, classId: string | null, from: string, until: string) =>
  db
    .select({
      id: lesson.id,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      place: lesson.place,
      lecturer: lesson.lecturer,
      lecturerId: lesson.lecturerId,
      status: lesson.status,
      title: lesson.title,
      classCode: trainingClass.code,
    })
    .from(lesson)
    .innerJoin(trainingClass, eq(trainingClass.id, lesson.classId))
    .where(
      and(
        eq(trainingClass.providerId, actor.organisation?.id ?? ''),
        ne(trainingClass.status, 'cancelled'),
        eq(lesson.status, 'scheduled'),
        classId ? ne(lesson.classId, classId) : undefined,
        gte(lesson.heldOn, from),
        lte(lesson.heldOn, until),
      ),
    );
