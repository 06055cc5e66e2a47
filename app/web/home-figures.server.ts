import { METRICS, type Metric } from '~/domain/goal/goal';
import { type PublicFigures, publicFigure, REPORTED_DISTRICTS } from '~/domain/goal/public-figures.server';
import { findDistrict } from '~/domain/organisation/districts';
import type { UserActor } from '~/domain/shared/actor';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import type { MetricView } from '~/ui/metric-figure';
import { paths } from './paths';

const NOBODY = { personTimes: 0, persons: 0 };

/** What the home page shows of the public figures. Each opens: to its persons for officers, to its classes for everyone. */
export function homeFigures(all: PublicFigures[], wanted: string | null, actor: UserActor | null, now: Date) {
  const today = beijingDate(now);
  const periods = [...new Map(all.map(({ period }) => [period.id, period])).values()];
  const mayOpen = actor !== null && can(actor, 'person_time.read');
  const viewOf = (figures: PublicFigures): MetricView => ({
    metric: figures.metric,
    ...(publicFigure(figures) ?? NOBODY),
    target: figures.target,
    asOf: figures.asOf,
    underCheck: figures.underCheck,
    waiting: figures.waiting,
    endedOn: figures.period.endsOn !== null && figures.period.endsOn < today ? figures.period.endsOn : null,
    to: (mayOpen ? paths.personTimes : paths.countedClasses)({ period: figures.period.id, metric: figures.metric }),
  });
  const shown = periods.map((period) => ({
    ...period,
    clause: all.find((each) => each.period.id === period.id)?.clause ?? '',
    metrics: all.filter((each) => each.period.id === period.id).map(viewOf),
  }));
  const selected = periods.find((period) => period.code === wanted) ?? periods[0] ?? null;
  const of = (metric: Metric) => all.find((each) => each.period.id === selected?.id && each.metric === metric);
  const cellsOf = (district: string, month: string) => METRICS.map((metric) => publicFigure(of(metric) ?? { cells: [] }, district, month));
  const months = [...new Set(METRICS.flatMap((metric) => of(metric)?.months ?? []))].sort();
  return {
    periods: shown,
    selected,
    months: spanOfMonths(months).map((month) => ({ month, values: cellsOf('*', month).map((figure) => figure?.personTimes ?? 0) })),
    districts: REPORTED_DISTRICTS.map((code) => ({
      code,
      zh: findDistrict(code)?.zh ?? null,
      en: findDistrict(code)?.en ?? null,
      // null = not published; a metric that the period does not count has nobody
      cells: cellsOf(code, '*').map((figure) => (figure === undefined ? NOBODY : figure)),
    })),
    city: cellsOf('*', '*').map((figure) => figure ?? NOBODY),
  };
}

/** Every month from the first to the last, so that a month without completions is a gap that can be seen. */
function spanOfMonths(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: index(last) - index(first) + 1 }, (_, n) => {
    const at = index(first) + n;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
