import { type SQL, sql } from 'drizzle-orm';

/** Steps that make the figure of a day: whole months before its month, then its month's days up to it. */
export const stepsUpTo = (day: string): SQL => sql`(${wholeMonths(day)} or ${daysOfMonth(day)})`;

export const wholeMonths = (day: string): SQL => sql`(grain = 'month' and on_day < date_trunc('month', ${day}::date)::date)`;
export const daysOfMonth = (day: string): SQL =>
  sql`(grain = 'day' and on_day >= date_trunc('month', ${day}::date)::date and on_day <= ${day}::date)`;
