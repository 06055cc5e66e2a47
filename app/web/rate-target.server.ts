import { RATE_METRIC } from '~/domain/goal/goal';
import { listMeasuredTargets, measureDay } from '~/domain/goal/measured-targets.server';
import { CITY_SCOPE, districtScopes } from '~/domain/organisation/areas';
import { NO_COVERED, rateFigures } from '~/domain/rate/figures.server';
import { ANY_OPERATOR } from '~/domain/rate/rate';
import type { UserActor } from '~/domain/shared/actor';
import { beijingDate } from '~/domain/shared/period';
import { settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { districtRow } from './rate-request.server';

/** The rate of a period as its page shows it: today, or on the last day of a period that is over. */
export async function rateTargetOf(actor: UserActor, periodId: string) {
  const [target] = await listMeasuredTargets(RATE_METRIC, periodId);
  if (!target) return null;
  const today = beijingDate(now());
  const on = measureDay(target.period.endsOn, today);
  const scopes = districtScopes(false);
  const [figures, percent] = await Promise.all([
    rateFigures({ on, population: 'filed', operatorType: ANY_OPERATOR, snapshot: null }, [CITY_SCOPE, ...scopes]),
    settingNow('rate_coverage_percent'),
  ]);
  const cellOf = (scope: string) => figures.get(scope) ?? NO_COVERED;
  const city = cellOf(CITY_SCOPE);
  const view = {
    on: on === today ? undefined : on,
    as: 'now',
    rule: 'standard',
    population: 'filed',
    operatorType: ANY_OPERATOR,
    merged: false,
    pending: false,
  } as const;
  const rowOf = (scope: string) => districtRow(actor, view, { scope, cell: cellOf(scope), city, percent });
  const { value, clause, owner } = target;
  return { target: { value, clause, owner }, on, isEnd: on !== today, city: rowOf(CITY_SCOPE), rows: scopes.map(rowOf) };
}
