import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { attendance, enrolment, type lesson, score, trainingClass } from '#db/schema';
import { type AttendanceMark, creditedMinutes } from '~/domain/attendance/attendance';
import type { ScoreKind } from '~/domain/completion/completion';
import { enrolmentCategory } from '~/domain/enrolment/attribution';
import { type EnrolmentStatus, holdsSeat } from '~/domain/enrolment/enrolment';
import { newId } from '~/domain/shared/id';
import { beijingDate, HOUR } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { aClass, type BuiltClass } from './classes';
import { aPerson } from './people';
import { one } from './row';

type Columns = Partial<typeof enrolment.$inferInsert>;

/** In the queue, or called from it: these carry a place. */
const QUEUED: readonly EnrolmentStatus[] = ['waitlisted', 'offered', 'lapsed', 'declined'];

/**
 * An approved seat in a class, or another state; the class's counters follow. `waitlisted` and `offered` draw the
 * next queue place. Counted in the provider's district unless `institutionId` and `districtCode` are given.
 */
export async function anEnrolment(tx: Tx, { trainingClass: given, ...columns }: Columns & { trainingClass?: BuiltClass } = {}) {
  const at = now();
  const held = given ?? (await aClass(tx));
  const status = columns.status ?? 'approved';
  const counters = one(
    await tx
      .update(trainingClass)
      .set({
        seatsTaken: sql`${trainingClass.seatsTaken} + ${holdsSeat(status) ? 1 : 0}`,
        waitingCount: sql`${trainingClass.waitingCount} + ${status === 'waitlisted' ? 1 : 0}`,
        lastQueuePlace: sql`${trainingClass.lastQueuePlace} + ${QUEUED.includes(status) ? 1 : 0}`,
      })
      .where(eq(trainingClass.id, held.id))
      .returning({ lastQueuePlace: trainingClass.lastQueuePlace }),
  );
  const role = columns.role === undefined ? 'caregiver' : columns.role;
  const isPreService = columns.isPreService ?? false;
  const row = one(
    await tx
      .insert(enrolment)
      .values({
        id: newId(),
        category: enrolmentCategory(held.course.categories, role, isPreService) ?? held.course.categories[0] ?? 'caregiver',
        institutionAnswer: columns.institutionId ? 'confirmed' : 'not_needed',
        districtCode: held.districtCode,
        queuePlace: QUEUED.includes(status) ? counters.lastQueuePlace : null,
        ...(status === 'offered' ? { offeredAt: at, offerExpiresAt: new Date(at.getTime() + 24 * HOUR) } : {}),
        createdAt: at,
        updatedAt: at,
        ...columns,
        role,
        isPreService,
        status,
        classId: held.id,
        personId: columns.personId ?? (await aPerson(tx)).id,
      })
      .returning(),
  );
  return { ...row, trainingClass: held };
}

/** Marks one person in lessons: present in all of them unless told otherwise. */
export const anAttendance = (
  tx: Tx,
  { id }: Pick<typeof enrolment.$inferSelect, 'id'>,
  lessons: readonly Pick<typeof lesson.$inferSelect, 'id' | 'minutes'>[],
  mark: AttendanceMark = 'present',
) =>
  tx
    .insert(attendance)
    .values(
      lessons.map((each) => ({
        lessonId: each.id,
        enrolmentId: id,
        mark,
        minutesCredited: creditedMinutes(mark, each.minutes),
        recordedAt: now(),
      })),
    )
    .returning();

/** One score, taken today unless told otherwise. */
export const aScore = (tx: Tx, { id }: Pick<typeof enrolment.$inferSelect, 'id'>, kind: ScoreKind, points: number, assessedOn?: string) =>
  tx
    .insert(score)
    .values({ enrolmentId: id, kind, points, assessedOn: assessedOn ?? beijingDate(now()), assessor: '考评员', recordedAt: now() })
    .returning()
    .then(one);
