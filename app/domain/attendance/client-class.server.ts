import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { course, lesson, trainingClass } from '#db/schema';
import { organisationOf } from '../shared/actor';
import type { Context } from '../shared/operation.server';
import { NotFound } from '../shared/refusals';

/** A class of the client's own organisation with its lessons, by its code: what a client needs in order to hand in marks. @throws NotFound */
export async function getClientClass(ctx: Context, code: string) {
  const [found] = await db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      courseTitle: course.title,
      providerId: trainingClass.providerId,
      startsOn: trainingClass.startsOn,
      endsOn: trainingClass.endsOn,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(eq(trainingClass.code, code));
  if (!found || found.providerId !== organisationOf(ctx.actor)?.id) throw new NotFound();
  const lessons = await db
    .select({
      id: lesson.id,
      title: lesson.title,
      heldOn: lesson.heldOn,
      startsAt: lesson.startsAt,
      minutes: lesson.minutes,
      status: lesson.status,
    })
    .from(lesson)
    .where(eq(lesson.classId, found.id))
    .orderBy(asc(lesson.startsAt), asc(lesson.position));
  const { code: classCode, courseTitle, startsOn, endsOn } = found;
  return { classCode, courseTitle, startsOn, endsOn, lessons };
}
