import { RATE_METRIC, RATE_RULE } from '~/domain/goal/goal';
import type { MeasuredTarget } from '~/domain/goal/measured-targets.server';
import type { TargetsAnswer, TargetsQuery } from '~/domain/goal/public-api.server';
import { NO_DISTRICT } from '~/domain/goal/public-api.server';
import type { PublicCell, PublicFigures } from '~/domain/goal/public-figures.server';
import { CITY_SCOPE } from '~/domain/organisation/areas';
import { CITY_CODE } from '~/domain/organisation/districts';
import type { PublicRates } from '~/domain/rate/public-rates.server';
import { reached } from '~/domain/rate/rate';
import { rateOf } from '~/domain/shared/percent';
import { formatDateTime } from '~/i18n/format';
import { paths } from './paths';

export interface PublicTargetRates {
  target: MeasuredTarget;
  published: PublicRates;
}

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
export function targetsAnswerOf(all: readonly PublicFigures[], rates: readonly PublicTargetRates[], query: TargetsQuery): TargetsAnswer {
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
    rates:
      query.month === undefined
        ? rates
            .filter(({ target }) => query.period === undefined || target.period.code === query.period)
            .map((each) => rateAnswer(each, query))
        : [],
  };
}

/** The rate of a period's day, of the city and its districts or of the one asked for. */
function rateAnswer(
  { target: { period, value, clause }, published }: PublicTargetRates,
  { district }: TargetsQuery,
): TargetsAnswer['rates'][number] {
  const { id: _, ...named } = period;
  const city = published.rates[0]?.figure;
  return {
    period: named,
    metric: RATE_METRIC,
    target: value,
    unit: '%',
    clause,
    countingRule: RATE_RULE,
    on: published.on,
    reached: value === null || !city ? null : reached(city.n, city.d, value),
    asOf: beijingTime(published.state.asOf),
    underCheck: published.state.underCheck,
    rates: published.rates
      .map(({ scope, figure }) => ({
        district: (scope === CITY_SCOPE ? CITY_CODE : scope) as TargetsAnswer['rates'][number]['rates'][number]['district'],
        certified: figure?.n ?? null,
        onPost: figure?.d ?? null,
        rate: figure ? rateOf(figure.n, figure.d) : null,
        hidden: figure ? null : ('small_cell' as const),
      }))
      .filter((each) => district === undefined || each.district === district),
  };
}

const beijingTime = (iso: string): string => `${formatDateTime(iso).replace(' ', 'T')}:00+08:00`;
