import { and, eq, gte, inArray, lte, ne } from 'drizzle-orm';
import { db } from '#db/client';
import { lesson, trainingClass } from '#db/schema';

/**
 * Lessons of other providers that name one of these lecturers around these days: an expert may be asked twice. Their
 * rooms are not ours.
 */
export const listLessonsElsewhere = async (providerId: string, lecturerIds: readonly string[], from: string, until: string) => {
  if (lecturerIds.length === 0) return [];
  const rows = await db
    .select({
      id: lesson.id,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
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
        inArray(lesson.lecturerId, [...lecturerIds]),
        gte(lesson.heldOn, from),
        lte(lesson.heldOn, until),
        eq(lesson.status, 'scheduled'),
        ne(trainingClass.status, 'cancelled'),
        ne(trainingClass.providerId, providerId),
      ),
    );
  return rows.map((row) => ({ ...row, place: '' }));
};
