import { and, arrayContains, asc, eq, gt, gte, isNotNull, lt, lte, notInArray } from 'drizzle-orm';
import { db } from '#db/client';
import { course, organisation, syllabusVersion, trainingClass } from '#db/schema';
import type { CourseCategory } from '../course/course';
import { beijingDate } from '../shared/period';

const NEXT = {
  id: trainingClass.id,
  code: trainingClass.code,
  courseTitle: course.title,
  providerName: organisation.name,
  districtCode: organisation.districtCode,
  startsOn: trainingClass.startsOn,
  endsOn: trainingClass.endsOn,
  enrolUntilOn: trainingClass.enrolUntilOn,
  capacity: trainingClass.capacity,
  seatsTaken: trainingClass.seatsTaken,
};

/** Takes people today and has free seats. */
const hasSeats = (now: Date) =>
  and(
    notInArray(trainingClass.status, ['closing_review', 'closed', 'cancelled']),
    notInArray(course.status, ['archived']),
    lte(trainingClass.enrolFromOn, beijingDate(now)),
    gte(trainingClass.enrolUntilOn, beijingDate(now)),
    gt(trainingClass.startsAt, now),
    lt(trainingClass.seatsTaken, trainingClass.capacity),
    // While somebody waits, a newcomer waits behind her: such a class has no seat to promise.
    eq(trainingClass.waitingCount, 0),
  );

const ofCourse = and(eq(course.id, trainingClass.courseId), isNotNull(course.publishedAt));
const ofProvider = and(eq(organisation.id, trainingClass.providerId), eq(organisation.status, 'approved'));

/** Classes that take people today and have free seats, the soonest first; for visitors. */
export const listNextClasses = (limit: number, now: Date) =>
  db
    .select(NEXT)
    .from(trainingClass)
    .innerJoin(course, ofCourse)
    .innerJoin(organisation, ofProvider)
    .where(hasSeats(now))
    .orderBy(asc(trainingClass.startsAt), asc(trainingClass.id))
    .limit(limit);

/** The same of one category, with the minutes that its course adds to a person's post training. */
export async function listClassesOf(category: CourseCategory, limit: number, now: Date) {
  const rows = await db
    .select({ ...NEXT, syllabus: syllabusVersion.content })
    .from(trainingClass)
    .innerJoin(course, ofCourse)
    .innerJoin(organisation, ofProvider)
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .where(and(hasSeats(now), arrayContains(course.categories, [category])))
    .orderBy(asc(trainingClass.startsAt), asc(trainingClass.id))
    .limit(limit);
  return rows.map(({ syllabus, ...row }) => ({
    ...row,
    theoryMinutes: syllabus.modules.reduce((sum, module) => sum + module.theoryMinutes, 0),
    practiceMinutes: syllabus.modules.reduce((sum, module) => sum + module.practiceMinutes, 0),
  }));
}
