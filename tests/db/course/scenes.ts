import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { course } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCourse } from '#db/seed/builders/courses';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import type { CourseStatus } from '~/domain/course/course';
import type { Context } from '~/domain/shared/operation.server';

type Options = Parameters<typeof aCourse>[1];

/** A provider with a member of staff, a course of theirs, the district's officer, and the same people elsewhere. */
export async function courseScene(status: CourseStatus, options: Options = {}) {
  const provider = await aProvider(db);
  const teacher = await aMember(db, 'provider_staff', provider);
  const officer = await aMember(db, 'district_officer', await aCommission(db, 'district'));
  const built = await aCourse(db, { providerId: provider.id, ...options, status });
  return {
    provider,
    course: built,
    teacher: teacher.actor,
    officer: officer.actor,
    otherTeacher: (await aMember(db, 'provider_staff')).actor,
    otherOfficer: (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }))).actor,
  };
}

export const anAdministrator = async () => (await aMember(db, 'institution_admin')).actor;

export const courseRow = async (courseId: string) => {
  const [row] = await db.select().from(course).where(eq(course.id, courseId));
  if (!row) throw new Error('no such course');
  return row;
};

/** For an operation of the provider on a course in a state. */
export const byProvider =
  <Call extends (ctx: Context, courseId: string) => Promise<unknown>>(status: CourseStatus, call: Call, options: Options = {}) =>
  async () => {
    const { course: built, teacher, otherTeacher } = await courseScene(status, options);
    return { actor: teacher, stranger: otherTeacher, call: (ctx: Context) => call(ctx, built.id) as ReturnType<Call>, courseId: built.id };
  };

/** For an operation of the reviewer on a submitted course, or one in another state. */
export const byReviewer =
  <Call extends (ctx: Context, courseId: string) => Promise<unknown>>(status: CourseStatus, call: Call, options: Options = {}) =>
  async () => {
    const { course: built, officer, otherOfficer } = await courseScene(status, options);
    return { actor: officer, stranger: otherOfficer, call: (ctx: Context) => call(ctx, built.id) as ReturnType<Call>, courseId: built.id };
  };
