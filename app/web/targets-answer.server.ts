import type { TargetsAnswer, TargetsQuery } from '~/domain/goal/public-api.server';
import { NO_DISTRICT } from '~/domain/goal/public-api.server';
import type { PublicCell, PublicFigures } from '~/domain/goal/public-figures.server';
import { CITY_CODE } from '~/domain/organisation/districts';
import { formatDateTime } from '~/i18n/format';
import { paths } from './paths';

const WORDS: Readonly<Record<string, string>> = { '*': CITY_CODE, city: NO_DISTRICT };
const districtCode = (cell: PublicCell): string => WORDS[cell.district] ?? cell.district;

/**
 * The named cell and one step below it: nothing named, the city with its districts and its months; a district, its
 * months; a month, its districts; both, the one cell.
 */
const isAsked = (cell: PublicCell, { district, month }: TargetsQuery): boolean => {
  const [inDistrict, inMonth] = [district === districtCode(cell), month === cell.month];
  if (district !== undefined) return inDistrict && (month === undefined || inMonth);
  if (month !== undefined) return inMonth;
  return cell.district === '*' || cell.month === '*';
};

/** What the public interface answers. */
export function targetsAnswerOf(all: readonly PublicFigures[], query: TargetsQuery): TargetsAnswer {
  return {
    countingRuleUrl: paths.counting(),
    targets: all
      .filter((each) => query.period === undefined || each.period.code === query.period)
      .map(({ period: { id: _, ...period }, metric, target, unit, clause, rule, asOf, underCheck, cells }) => ({
        period,
        metric,
        target,
        unit,
        clause,
        countingRule: rule,
        asOf: asOf && beijingTime(asOf),
        underCheck,
        figures: cells
          .filter((cell) => isAsked(cell, query))
          .map((cell) => ({
            district: districtCode(cell) as TargetsAnswer['targets'][number]['figures'][number]['district'],
            month: cell.month === '*' ? null : cell.month,
            personTimes: cell.figure?.personTimes ?? null,
            persons: cell.figure?.persons ?? null,
            hidden: cell.figure === null ? ('small_cell' as const) : null,
          })),
      })),
  };
}

const beijingTime = (iso: string): string => `${formatDateTime(iso).replace(' ', 'T')}:00+08:00`;
