import { NO_COVERED, rateFigures } from '~/domain/rate/figures.server';
import { rateSearch } from '~/domain/rate/inputs';
import { homeScope } from '~/domain/rate/open-scope.server';
import { figureUnder } from '~/domain/rate/reading';
import type { UserActor } from '~/domain/shared/actor';
import { settingNow } from '~/domain/shared/settings.server';
import { isStale, peopleLinks, rateRequest } from './rate-request.server';

/** An officer's rate of today, as her start page shows it. */
export async function rateAtStart(actor: UserActor) {
  const { request, on, view, rule, state } = await rateRequest(rateSearch.parse({}));
  const scope = homeScope(actor);
  const [figures, percent] = await Promise.all([rateFigures(request, [scope]), settingNow('rate_coverage_percent')]);
  const cell = figures.get(scope) ?? NO_COVERED;
  const { institutions, freshInstitutions } = cell;
  return {
    on,
    rule,
    state,
    scope,
    figure: figureUnder(cell, view.rule),
    stale: isStale(cell, percent),
    coverage: { institutions, freshInstitutions },
    links: peopleLinks(actor, view, scope),
  };
}
