import { DISTRICT_CODES } from '../organisation/districts';
import { type Cell, type Figure, getFigures, type MetricFigures } from './figures.server';
import { cellKey, hiddenCells } from './masking';

/** A published figure; null where it is not published, to protect the few persons it stands for. */
export interface PublicCell {
  /** District code, 'city' for person-times of no district, '*' for the whole city. */
  district: string;
  /** `YYYY-MM`, or '*' for the whole period. */
  month: string;
  figure: Figure | null;
}

export interface PublicFigures extends Omit<MetricFigures, 'cells'> {
  /** Months in which anybody completed, the earliest first. */
  months: string[];
  cells: PublicCell[];
}

/** Reporting units in yearbook order, then what no district may claim. */
export const REPORTED_DISTRICTS: readonly string[] = [...DISTRICT_CODES, 'city'];

const NOBODY: Figure = { personTimes: 0, persons: 0 };

/**
 * Everything that is public: per metric and period the city, its districts, its months and the districts' months.
 * Which cells are hidden is decided over the whole table, so that every page and answer hides the same ones.
 */
export async function getPublicFigures(periodId?: string): Promise<PublicFigures[]> {
  const all = await getFigures({
    periodId,
    choices: [{}, { district: 'each' }, { month: 'each' }, { district: 'each', month: 'each' }],
  });
  return all.map(({ cells, ...metric }) => {
    const months = cells.filter((cell) => cell.district === '*' && cell.month !== '*').map((cell) => cell.month);
    const hidden = hiddenOf(`${metric.period.id} ${metric.metric}`, cells, months);
    const known = new Map(cells.map(({ personTimes, persons, ...cell }) => [cellKey(cell), { personTimes, persons }]));
    const table = ['*', ...REPORTED_DISTRICTS].flatMap((district) => ['*', ...months].map((month) => ({ district, month })));
    return {
      ...metric,
      months,
      cells: table.map((cell) => ({ ...cell, figure: hidden.has(cellKey(cell)) ? null : (known.get(cellKey(cell)) ?? NOBODY) })),
    };
  });
}

const worked = new Map<string, { table: string; hidden: ReadonlySet<string> }>();
const MAX_WORKED = 200;

/** Which cells are hidden changes with the figures only: worked out once for each state of them. */
function hiddenOf(name: string, cells: readonly Cell[], months: readonly string[]): ReadonlySet<string> {
  const inDistricts = cells.filter((cell) => cell.district !== '*');
  const table = JSON.stringify([months, inDistricts]);
  const before = worked.get(name);
  if (before?.table === table) return before.hidden;
  const hidden = hiddenCells(inDistricts, REPORTED_DISTRICTS, months);
  if (worked.size >= MAX_WORKED) worked.clear();
  worked.set(name, { table, hidden });
  return hidden;
}

/** One cell of the public table; undefined where the table has none. */
export const publicFigure = (figures: Pick<PublicFigures, 'cells'>, district = '*', month = '*'): Figure | null | undefined =>
  figures.cells.find((cell) => cell.district === district && cell.month === month)?.figure;
