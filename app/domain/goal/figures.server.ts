import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { OperatorType } from '../organisation/organisation';
import { type CountingRule, METRICS, type Metric } from './goal';

/** One dimension of the cube: all of it together, each value by itself, or one value. */
export type Slice = '*' | 'each' | (string & {});

/** Which cells to read. A district is a code or 'city' (no district), an operator type also 'none'. */
export interface CellChoice {
  district?: Slice;
  month?: Slice;
  operatorType?: Slice;
}

export interface Figure {
  personTimes: number;
  persons: number;
}

export interface Cell extends Figure {
  district: string;
  month: string;
  operatorType: OperatorType | 'none' | '*';
}

export interface PlanPeriod {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  documentNo: string;
  startsOn: string;
  /** null = open */
  endsOn: string | null;
  isClosed: boolean;
}

/** The counted figures of one metric in one period, all as of the same moment. */
export interface MetricFigures {
  period: PlanPeriod;
  metric: Metric;
  target: number | null;
  unit: string;
  clause: string;
  owner: string;
  rule: CountingRule;
  /** ISO instant; null = never counted yet. */
  asOf: string | null;
  underCheck: boolean;
  /** Completions are recorded that the figures do not hold yet. */
  waiting: boolean;
  cells: Cell[];
}

const slice = (column: SQL, wanted: Slice = '*'): SQL => {
  // '*' stands in the text, so that the planner can use the partial index.
  if (wanted === '*') return sql`${column} = '*'`;
  return wanted === 'each' ? sql`${column} <> '*'` : sql`${column} = ${wanted}`;
};

const oneOf = (choices: readonly CellChoice[]): SQL =>
  sql.join(
    choices.map(
      (c) =>
        sql`(${slice(sql`t.operator_type`, c.operatorType)} and ${slice(sql`t.district`, c.district)} and ${slice(sql`t.month`, c.month)})`,
    ),
    sql` or `,
  );

type Row = Omit<MetricFigures, 'period' | 'asOf' | 'cells'> & {
  period: PlanPeriod;
  as_of_ms: number | null;
  under_check: boolean;
  counting_rule: CountingRule;
  cells: [string, string, Cell['operatorType'], number, number][];
};

/**
 * Reads counted cells, targets and as-of times in one statement, hence of one moment. It touches the tally only, so
 * it takes as long with a hundred completions as with a million.
 */
export async function getFigures(
  { periodId, choices }: { periodId?: string; choices: readonly [CellChoice, ...CellChoice[]] },
  tx: Tx = db,
): Promise<MetricFigures[]> {
  const rows = await tx.execute<Row>(sql`
    select json_build_object('id', p.id, 'code', p.code, 'nameZh', p.name_zh, 'nameEn', p.name_en, 'documentNo', p.document_no,
        'startsOn', p.starts_on, 'endsOn', p.ends_on, 'isClosed', p.is_closed) as period,
      g.metric, g.value::float8 as target, g.unit, g.clause, g.owner, g.counting_rule,
      (extract(epoch from s.as_of) * 1000)::float8 as as_of_ms, coalesce(s.under_check, false) as under_check,
      exists (select 1 from completion_entry w where w.folded_at is null) as waiting,
      coalesce((
        select json_agg(json_build_array(t.district, t.month, t.operator_type, t.person_times, t.persons) order by t.month, t.district)
        from tally t where t.period_id = p.id and t.metric = g.metric and (${oneOf(choices)})
      ), '[]') as cells
    from plan_period p
    join target g on g.period_id = p.id and g.district_code is null and g.metric in ${[...METRICS]}
    left join tally_state s on s.period_id = p.id and s.metric = g.metric
    ${periodId ? sql`where p.id = ${periodId}` : sql``}
    order by p.starts_on, p.id, g.metric desc`);
  return rows.map((row) => ({
    period: row.period,
    metric: row.metric,
    target: row.target,
    unit: row.unit,
    clause: row.clause,
    owner: row.owner,
    rule: row.counting_rule,
    asOf: row.as_of_ms === null ? null : new Date(row.as_of_ms).toISOString(),
    underCheck: row.under_check,
    waiting: row.waiting,
    cells: row.cells.map(([district, month, operatorType, personTimes, persons]) => ({
      district,
      month,
      operatorType,
      personTimes,
      persons,
    })),
  }));
}

const NOTHING: Figure = { personTimes: 0, persons: 0 };

/** The figure of one cell; a cell that nobody is in has no row and counts nothing. */
export const figureOf = (cells: readonly Cell[], district = '*', month = '*', operatorType = '*'): Figure =>
  cells.find((cell) => cell.district === district && cell.month === month && cell.operatorType === operatorType) ?? NOTHING;

/** Periods, the earliest first. */
export const listPeriods = (tx: Tx = db): Promise<PlanPeriod[]> =>
  tx.query.planPeriod.findMany({
    columns: { id: true, code: true, nameZh: true, nameEn: true, documentNo: true, startsOn: true, endsOn: true, isClosed: true },
    orderBy: (period, { asc }) => [asc(period.startsOn), asc(period.id)],
  });
