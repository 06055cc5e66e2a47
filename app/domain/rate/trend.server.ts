import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { addDays, addMonths, monthOf } from '../shared/period';
import { MEASURE_COLUMNS } from './cells-at.server';
import { type Cell, MEASURES, NO_CELL } from './rate';
import { operatorTypeOf, type RateChoice } from './reading';

export interface TrendPoint {
  /** Last day of a month, or the day asked for. */
  on: string;
  /** As known now. */
  known: Cell;
  /** As the month's snapshot recorded it; null where none was made. */
  recorded: Cell | null;
}

type Row = { day: string } & Record<string, number | string>;
const cellOf = (row: Row): Cell =>
  Object.fromEntries(MEASURES.map((measure, at) => [measure, Number(row[MEASURE_COLUMNS[at] ?? ''] ?? 0)])) as unknown as Cell;
const plus = (a: Cell, b: Cell): Cell =>
  Object.fromEntries(MEASURES.map((measure) => [measure, a[measure] + b[measure]])) as unknown as Cell;

/** A scope at the ends of the `months` months before a day, and on the day: sums over months, so as quick however many people. */
export async function rateTrend(choice: RateChoice & { scope: string; on: string }, months: number, tx: Tx = db): Promise<TrendPoint[]> {
  const { scope, on, population } = choice;
  const operatorType = operatorTypeOf(scope, choice.operatorType);
  const ends = Array.from({ length: months }, (_, back) => addDays(addMonths(monthOf(on), back + 1 - months), -1));
  const columns = sql.raw(MEASURE_COLUMNS.join(', '));
  const cell = sql`scope = ${scope} and population = ${population} and operator_type = ${operatorType}`;
  const steps = await tx.execute<Row>(sql`
    select on_day::text as day, ${columns} from rate_step where ${cell} and ((grain = 'month' and on_day < ${monthOf(on)}::date)
      or (grain = 'day' and on_day between ${monthOf(on)}::date and ${on}::date)) order by on_day`);
  const kept = await tx.execute<Row>(sql`
    select s.as_of_on::text as day, ${columns} from rate_snapshot s join rate_snapshot_cell c on c.snapshot_id = s.id
    where s.kind = 'monthly' and s.as_of_on >= ${ends[0] ?? on}::date and ${cell}`);
  const recorded = new Map(kept.map((row) => [row.day, cellOf(row)]));
  return [...ends, on].map((day) => ({
    on: day,
    known: steps
      .filter((row) => row.day <= day)
      .map(cellOf)
      .reduce(plus, NO_CELL),
    recorded: recorded.get(day) ?? null,
  }));
}
