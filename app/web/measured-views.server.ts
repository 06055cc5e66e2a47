import { HEALTH_CARE_METRIC, POINTS_METRIC } from '~/domain/goal/goal';
import { listMeasuredTargets, type MeasuredTarget, measureDay } from '~/domain/goal/measured-targets.server';
import { coverageByScope, coverageOn, getHealthCareState } from '~/domain/health-care/coverage.server';
import { CITY_SCOPE } from '~/domain/organisation/areas';
import { homeScope } from '~/domain/rate/open-scope.server';
import { reached } from '~/domain/rate/rate';
import type { UserActor } from '~/domain/shared/actor';
import { countProgrammePoints } from '~/domain/talent/programme-queries.server';
import { formatPercent } from '~/i18n/format';
import type { MeasuredView } from '~/ui/measured-target';
import { paths } from './paths';

/** Programme points and coverage with trained health-care staff, each held against what its period wants; of one period or of all. */
export async function measuredViews(today: string, periodId?: string): Promise<(MeasuredView & { period: MeasuredTarget['period'] })[]> {
  const [points, coverages] = await Promise.all([
    listMeasuredTargets(POINTS_METRIC, periodId),
    listMeasuredTargets(HEALTH_CARE_METRIC, periodId),
  ]);
  return Promise.all([...points.map((target) => pointsView(target, today)), ...coverages.map((target) => coverageView(target, today))]);
}

/** The same of today for an officer's start page: a district sees its own coverage, the city both. */
export async function measuredAtStart(actor: UserActor, today: string) {
  const scope = homeScope(actor);
  const [cells, state, points] = await Promise.all([
    coverageByScope(today, [scope]),
    getHealthCareState(),
    scope === CITY_SCOPE ? countProgrammePoints(Number(today.slice(0, 4))) : null,
  ]);
  const { covered = 0, institutions = 0 } = cells.get(scope) ?? {};
  return {
    coverage: { covered, institutions, ...state, to: paths.healthCare({ on: today }) },
    points: points && {
      points: points.points,
      asOf: points.asOf.toISOString(),
      to: paths.programmePoints({ year: today.slice(0, 4), show: 'counted' }),
    },
  };
}

const standing = ({ period, value, clause, owner }: MeasuredTarget, today: string) => {
  const on = measureDay(period.endsOn, today);
  return { period, target: { value, clause, owner }, on, isEnd: on !== today };
};

async function pointsView(target: MeasuredTarget, today: string) {
  const view = standing(target, today);
  const year = Number(view.on.slice(0, 4));
  const { points, asOf } = await countProgrammePoints(year);
  return {
    ...view,
    metric: POINTS_METRIC,
    figure: String(points),
    parts: null,
    reached: target.value === null ? null : points >= target.value,
    asOf: asOf.toISOString(),
    underCheck: false,
    to: paths.programmePoints({ year, show: 'counted' }),
  };
}

async function coverageView(target: MeasuredTarget, today: string) {
  const view = standing(target, today);
  const { covered, institutions, asOf, underCheck } = await coverageOn(view.on);
  return {
    ...view,
    metric: HEALTH_CARE_METRIC,
    figure: institutions === 0 ? null : formatPercent(covered, institutions),
    parts: { n: covered, d: institutions },
    reached: target.value === null ? null : reached(covered, institutions, target.value),
    asOf,
    underCheck,
    to: paths.healthCare({ on: view.on }),
  };
}
