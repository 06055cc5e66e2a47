import { type Cell, type CellChoice, figureOf, type MetricFigures } from '~/domain/goal/figures.server';
import { METRICS, type Metric, type TargetMetric } from '~/domain/goal/goal';
import { REPORTED_DISTRICTS } from '~/domain/goal/public-figures.server';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { paths } from './paths';

type Dimension = 'district' | 'month' | 'operatorType';

interface Share {
  periodId: string;
  metric: TargetMetric;
  districtCode: string | null;
  value: number | null;
}

/** The table of an officer's figures: one row per value of a dimension, each number with the way to its rows. */
export function figureRows(
  figures: readonly MetricFigures[],
  { by, total }: { by: Dimension; total: CellChoice },
  shares: readonly Share[],
  { periodId, mayOpen }: { periodId: string; mayOpen: (district: string) => boolean },
) {
  const cellOf = (metric: Metric, choice: CellChoice) => {
    const { district = '*', month = '*', operatorType = '*' } = choice;
    const figure = figureOf(figures.find((each) => each.metric === metric)?.cells ?? [], district, month, operatorType);
    const query = { period: periodId, metric, ...shownOf({ district, month, operatorType }) };
    const open = mayOpen(district) && figure.personTimes > 0;
    const isShare = month === '*' && operatorType === '*' && district !== '*';
    const share = shares.find((each) => isShare && each.periodId === periodId && each.metric === metric && each.districtCode === district);
    return {
      ...figure,
      to: open ? paths.personTimes(query) : undefined,
      personsTo: open ? paths.personTimes({ ...query, view: 'persons' }) : undefined,
      share: share?.value ?? null,
    };
  };
  const rows = valuesOf(
    by,
    figures.flatMap((each) => each.cells),
    total,
  ).map((value) => ({
    value,
    cells: METRICS.map((metric) => cellOf(metric, { ...total, [by]: value })),
  }));
  return { rows, total: METRICS.map((metric) => cellOf(metric, total)) };
}

/** All of a dimension needs no word in the address. */
const shownOf = (choice: Record<Dimension, string>): Partial<Record<Dimension, string>> =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== '*'));

const valuesOf = (by: Dimension, cells: readonly Cell[], total: CellChoice): readonly string[] => {
  if (by === 'district') return REPORTED_DISTRICTS;
  if (by === 'operatorType') return [...OPERATOR_TYPES, 'none'];
  const inScope = cells.filter((cell) => cell.district === (total.district ?? '*') && cell.operatorType === (total.operatorType ?? '*'));
  return [...new Set(inScope.map((cell) => cell.month))].filter((month) => month !== '*').sort();
};
