import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { addDays, addMonths, monthOf } from '../../shared/period';
import { type HealthCareStanding, isCovered } from '../requirement';

export interface CoveragePoint {
  /** Last day of a month, or the day asked for. */
  on: string;
  covered: number;
  institutions: number;
}

/** An area at the ends of the `months` months before a day, and on the day: sums over months, so as quick however many there are. */
export async function coverageTrend({ scope, on }: { scope: string; on: string }, months: number, tx: Tx = db): Promise<CoveragePoint[]> {
  const ends = Array.from({ length: months }, (_, back) => addDays(addMonths(monthOf(on), back + 1 - months), -1));
  const steps = await tx.execute<{ day: string; standing: HealthCareStanding; n: number }>(sql`
    select on_day::text as day, standing, institutions as n from health_care_step
    where scope = ${scope} and ((grain = 'month' and on_day < ${monthOf(on)}::date)
      or (grain = 'day' and on_day between ${monthOf(on)}::date and ${on}::date))`);
  return [...ends, on].map((day) => {
    const until = steps.filter((step) => step.day <= day);
    const sum = (rows: typeof until) => rows.reduce((total, { n }) => total + n, 0);
    return { on: day, covered: sum(until.filter(({ standing }) => isCovered(standing))), institutions: sum(until) };
  });
}
