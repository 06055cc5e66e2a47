import { db } from '#db/client';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { recountHealthCare } from '~/domain/health-care/clock/recount-health-care.server';
import { refreshAllHealthCare } from '~/domain/health-care/clock/refresh-health-care.server';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { beijingDate } from '~/domain/shared/period';
import { recountFunnel } from '~/domain/talent/recount-funnel.server';
import { refreshWholeFunnel } from '~/domain/talent/refresh-funnel.server';
import { analyze } from './analyze';
import { seedDemo } from './demo';
import { tellDueDays } from './demo/due-days';
import { freezeHistory } from './demo/rate-history';
import { putBehindDispatcher } from './past';
import { seedReference } from './reference';
import { seedScale } from './scale';
import { seedCaregivers } from './scale/caregivers';
import { seedHealthStaff } from './scale/health-staff';
import { seedStudents } from './scale/students';

export interface SeedOptions {
  /** The named demo stories: true once per database. */
  stories: boolean;
  /** Completions to add beyond the stories, for measuring. */
  scale: number;
  /** Caregivers to add, with posts and certificates, for measuring the rate. */
  caregivers?: number;
  /** Students to add, with certificates, placements and posts, for measuring the funnel. */
  students?: number;
  /** People at new institutions to add, two of twenty in health care, for measuring the coverage. */
  healthStaff?: number;
  now: Date;
}

const FOLD_AT_ONCE = 20_000;
const REFRESH_AT_ONCE = 20_000;

/**
 * Reference data, the stories on request, and on request a number of further completions; then the figures, folded and
 * recounted by the product itself.
 * @throws Error when the recount finds a difference
 */
export async function seed({ stories, scale, caregivers = 0, students = 0, healthStaff = 0, now }: SeedOptions): Promise<void> {
  await seedReference(now);
  if (stories) await seedDemo(now);
  if (scale > 0) await db.transaction((tx) => seedScale(tx, scale, now));
  if (caregivers > 0) await db.transaction((tx) => seedCaregivers(tx, caregivers, now));
  if (students > 0) await db.transaction((tx) => seedStudents(tx, students, now));
  if (healthStaff > 0) await db.transaction((tx) => seedHealthStaff(tx, healthStaff, now));
  await analyze();
  if (stories) await freezeHistory(now);
  const ctx = { actor: { kind: 'system', job: 'seed' } as const, now };
  while ((await foldTally(ctx, FOLD_AT_ONCE)) > 0);
  await refreshAll(ctx, REFRESH_AT_ONCE);
  await refreshWholeFunnel(ctx, REFRESH_AT_ONCE);
  await refreshAllHealthCare(ctx, REFRESH_AT_ONCE);
  if (stories) await tellDueDays(now);
  const differences =
    (await recountHealthCare(ctx)).differences +
    (await recountFunnel(ctx)).differences +
    (await recountTally(ctx)).differences +
    (await recountRate(ctx, caregivers > 0 ? [beijingDate(now)] : undefined)).differences;
  if (differences !== 0) throw new Error(`the recount of the seeded data differs in ${differences} places`);
  if (stories) await db.transaction((tx) => putBehindDispatcher(tx, now));
  console.log('seeded; the recount agrees');
}
