import { and, asc, eq, gt, gte, isNotNull, lt, lte, notInArray } from 'drizzle-orm';
import { db } from '#db/client';
import { course, organisation, trainingClass } from '#db/schema';
import { beijingDate } from '../shared/period';

/** Classes that take people today and have free seats, the soonest first; for visitors. */
export const listNextClasses = (limit: number, now: Date) =>
  db
    .select({
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
    })
    .from(trainingClass)
    .innerJoin(course, and(eq(course.id, trainingClass.courseId), isNotNull(course.publishedAt)))
    .innerJoin(organisation, and(eq(organisation.id, trainingClass.providerId), eq(organisation.status, 'approved')))
    .where(
      and(
        notInArray(trainingClass.status, ['closing_review', 'closed', 'cancelled']),
        notInArray(course.status, ['archived']),
        lte(trainingClass.enrolFromOn, beijingDate(now)),
        gte(trainingClass.enrolUntilOn, beijingDate(now)),
        gt(trainingClass.startsAt, now),
        lt(trainingClass.seatsTaken, trainingClass.capacity),
        // While somebody waits, a newcomer waits behind her: such a class has no seat to promise.
        eq(trainingClass.waitingCount, 0),
      ),
    )
    .orderBy(asc(trainingClass.startsAt), asc(trainingClass.id))
    .limit(limit);
