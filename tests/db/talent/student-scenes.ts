import { db, sql } from '#db/client';
import { aMember } from '#db/seed/builders/accounts';
import { aProvider } from '#db/seed/builders/organisations';
import { aMajor, aProgrammePoint, aStudent } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';
import { refreshWholeFunnel } from '~/domain/talent/refresh-funnel.server';
import { now } from '~/platform/clock.server';

/** A college with a member, a filed point and one student. */
export async function aCollege(columns: Parameters<typeof aProvider>[1] = {}) {
  const college = await aProvider(db, columns);
  const member = await aMember(db, 'provider_staff', college);
  const point = await aProgrammePoint(db, { collegeId: college.id, majorId: (await aMajor(db)).id });
  const student = await aStudent(db, { collegeId: college.id, pointId: point.id, enrolledOn: '2024-09-01' });
  return { college, actor: member.actor as UserActor, point, student };
}

/** A member of another college that has a point and a student of its own. */
export const aStranger = async () => (await aCollege()).actor;

export const system = () => ({ actor: { kind: 'system' as const, job: 'funnel' }, now: now(), requestId: 'test-request' });
export const refresh = () => refreshWholeFunnel(system());

/** The counts of a college and year, `*` for all. */
export async function cell(college: string, year = '*') {
  const [row] =
    await sql`select students, x_certified, placed, engaged, stayed from funnel_cell where college = ${college} and year = ${year}`;
  return row ?? null;
}
