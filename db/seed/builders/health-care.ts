import type { Tx } from '#db/client';
import { healthCareRule, healthCareSegment } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { HOME_DISTRICT } from './organisations';
import { one } from './row';
import { nextNumber } from './synthetic';

/** A published rule of its own, in force since long ago: one trained member of staff, 90 days of grace, certificates without an end. */
export const aHealthCareRule = async (tx: Tx, columns: Partial<typeof healthCareRule.$inferInsert> = {}) => {
  const n = nextNumber();
  return one(
    await tx
      .insert(healthCareRule)
      .values({
        id: newId(),
        version: 1_000 + n,
        status: 'published',
        // A day of its own for each: no two published rules come into force together.
        inForceFromOn: addDays('1990-01-01', n % 9_000),
        newSinceOn: '2023-01-01',
        minimumStaff: 1,
        childrenPerFullTime: 150,
        graceDays: 90,
        replacementDays: 90,
        certificateMonths: null,
        createdAt: now(),
        publishedAt: now(),
        ...columns,
      })
      .returning(),
  );
};

/** What a newly filed institution owes from its filing on, with no end: one more trained person, with time left. */
export const aHealthCareSegment = async (tx: Tx, columns: Partial<typeof healthCareSegment.$inferInsert> & { institutionId: string }) => {
  const today = beijingDate(now());
  const filedOn = columns.filedOn ?? addDays(today, -30);
  const required = columns.required ?? 1;
  const covered = columns.standing !== undefined && columns.standing !== 'waiting' && columns.standing !== 'overdue';
  return one(
    await tx
      .insert(healthCareSegment)
      .values({
        districtCode: HOME_DISTRICT,
        fromOn: filedOn,
        standing: 'waiting',
        required,
        requiredFullTime: 0,
        trained: covered ? required : 0,
        trainedFullTime: covered ? required : 0,
        dueOn: addDays(filedOn, 90),
        dueReason: 'filed',
        ...columns,
        filedOn,
        ruleId: columns.ruleId ?? (await aHealthCareRule(tx)).id,
      })
      .returning(),
  );
};
