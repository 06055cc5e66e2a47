import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lesson, organisation, trainingClass } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate, beijingInstant } from '~/domain/shared/period';
import { lessonMinutes } from '~/domain/training-class/lesson';
import { now } from '~/platform/clock.server';
import { aCourse } from './courses';
import { one } from './row';
import { nextNumber } from './synthetic';

export type BuiltCourse = Awaited<ReturnType<typeof aCourse>>;
export type BuiltClass = Awaited<ReturnType<typeof aClass>>;

/** A lesson as a test writes it down: the day, the Beijing times, theory or practice. */
export interface LessonPlan {
  on: string;
  from: string;
  until: string;
  kind?: 'theory' | 'practice';
  moduleCode?: string | null;
  title?: string;
  place?: string;
  lecturer?: string;
  lecturerId?: string;
  status?: 'scheduled' | 'cancelled';
}

export const lessonRow = (classId: string, position: number, plan: LessonPlan): typeof lesson.$inferInsert => {
  const times = { startsAt: beijingInstant(plan.on, plan.from), endsAt: beijingInstant(plan.on, plan.until) };
  return {
    id: newId(),
    classId,
    position,
    heldOn: plan.on,
    ...times,
    minutes: lessonMinutes(times),
    kind: plan.kind ?? 'theory',
    moduleCode: plan.moduleCode ?? null,
    title: plan.title ?? `第${position}课`,
    place: plan.place ?? '',
    lecturer: plan.lecturer ?? '',
    lecturerId: plan.lecturerId ?? null,
    status: plan.status ?? 'scheduled',
  };
};

/**
 * A class of ten seats that enrols now and begins in a week, with one theory and one practice lesson of 90 minutes on
 * its first day: exactly what the smallest course promises. Dates left out follow from the lessons.
 */
export async function aClass(
  tx: Tx,
  {
    course: given,
    lessons,
    ...columns
  }: Partial<typeof trainingClass.$inferInsert> & { course?: BuiltCourse; lessons?: LessonPlan[] } = {},
) {
  const course = given ?? (await aCourse(tx, columns.providerId ? { providerId: columns.providerId } : {}));
  if (!course.syllabus) throw new Error('a class needs an approved course');
  const today = beijingDate(now());
  const startsOn = columns.startsOn ?? lessons?.map((plan) => plan.on).sort()[0] ?? addDays(today, 7);
  const plans: LessonPlan[] = lessons ?? [
    { on: startsOn, from: '09:00', until: '10:30', kind: 'theory', moduleCode: 'M1' },
    { on: startsOn, from: '10:30', until: '12:00', kind: 'practice', moduleCode: 'M2' },
  ];
  const id = columns.id ?? newId();
  const rows = plans.map((plan, at) => lessonRow(id, at + 1, plan));
  const times = rows.map((row) => row.startsAt.getTime());
  const days = plans.map((plan) => plan.on).sort();
  const [provider] = await tx.select().from(organisation).where(eq(organisation.id, course.providerId));
  const enrolUntilOn = columns.enrolUntilOn ?? addDays(startsOn, -1);
  const row = one(
    await tx
      .insert(trainingClass)
      .values({
        courseId: course.id,
        syllabusVersionId: course.syllabus.id,
        providerId: course.providerId,
        districtCode: provider?.districtCode ?? null,
        code: `T${nextNumber()}`,
        delivery: course.delivery,
        place: '演示教室',
        capacity: 10,
        enrolFromOn: [addDays(today, -3), enrolUntilOn].sort()[0] ?? today,
        enrolUntilOn,
        endsOn: days.at(-1) ?? startsOn,
        startsAt: times.length > 0 ? new Date(Math.min(...times)) : beijingInstant(startsOn, '09:00'),
        status: 'planned',
        createdAt: now(),
        ...columns,
        id,
        startsOn,
      })
      .returning(),
  );
  return { ...row, course, lessons: rows.length > 0 ? await tx.insert(lesson).values(rows).returning() : [] };
}
