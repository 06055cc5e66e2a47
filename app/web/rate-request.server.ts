import type { RuleCode } from '~/domain/certificate/counting-rule';
import { type CoveredCell, getRateState } from '~/domain/rate/figures.server';
import type { RateSearch } from '~/domain/rate/inputs';
import { homeScope, mayOpenArea } from '~/domain/rate/open-scope.server';
import { ruleOn } from '~/domain/rate/people.server';
import { figureUnder, type PeopleOfFigure } from '~/domain/rate/reading';
import { resolveRequest } from '~/domain/rate/request.server';
import type { Snapshot } from '~/domain/rate/snapshots.server';
import { compareRanges, wilsonRange } from '~/domain/rate/wilson';
import type { UserActor } from '~/domain/shared/actor';
import { now } from '~/platform/clock.server';
import type { BasisRule } from '~/ui/rate-basis';
import type { DistrictRateRow } from '~/ui/rate-districts';
import { rateQuery } from '~/ui/rate-query';
import { paths } from './paths';

/** What every page of the rate works out first: the day, what was kept of it, the rule, and how fresh the figures are. */
export async function rateRequest(search: RateSearch) {
  const resolved = await resolveRequest(search, now());
  const { on, today } = resolved;
  const [rule, state] = await Promise.all([ruleOn(search.rule, on), getRateState()]);
  return { ...resolved, view: { ...search, on: on === today ? undefined : on }, rule: rule && basisOf(rule), state };
}

const basisOf = ({ code, version, inForceFromOn, titleZh, titleEn, isOfficial, documentNo }: BasisRule): BasisRule => ({
  code,
  version,
  inForceFromOn,
  titleZh,
  titleEn,
  isOfficial,
  documentNo,
});

/** What a page prints of a snapshot. */
export const printed = (snapshot: Snapshot | null) =>
  snapshot && {
    kind: snapshot.kind,
    madeAt: snapshot.madeAt.toISOString(),
    cellsSha256: snapshot.cellsSha256,
    peopleSha256: snapshot.peopleSha256,
  };

export const isStale = (
  { institutions, freshInstitutions }: Pick<CoveredCell, 'institutions' | 'freshInstitutions'>,
  percent: number,
): boolean => institutions > 0 && freshInstitutions * 100 < institutions * percent;

type View = Awaited<ReturnType<typeof rateRequest>>['view'];

/** Where the numbers of a scope open to their people, for whoever may see them. */
export const peopleLinks = (actor: UserActor, view: View, scope: string, rule: RuleCode = view.rule) => {
  const to = (which: PeopleOfFigure) =>
    mayOpenArea(actor, scope)
      ? paths.ratePeople(
          rateQuery(
            { ...view, rule },
            { scope: scope === homeScope(actor) ? undefined : scope, which: which === 'persons' ? undefined : which },
          ),
        )
      : undefined;
  return { persons: to('persons'), certified: to('certified'), uncertified: to('uncertified'), pending: to('pending') };
};

/** A line of the table of districts. */
export function districtRow(
  actor: UserActor,
  view: View,
  { scope, cell, city, percent }: { scope: string; cell: CoveredCell; city: CoveredCell; percent: number },
): DistrictRateRow {
  const figure = figureUnder(cell, view.rule);
  const of = ({ n, d, pending }: typeof figure) => wilsonRange(view.pending ? n + pending : n, d);
  const links = peopleLinks(actor, view, scope);
  return {
    scope,
    ...figure,
    institutions: cell.institutions,
    freshInstitutions: cell.freshInstitutions,
    stale: isStale(cell, percent),
    comparison: cell === city ? null : compareRanges(of(figure), of(figureUnder(city, view.rule))),
    to: cell === city ? undefined : paths.rateDistrict(scope, rateQuery(view)),
    personsTo: links.persons,
    certifiedTo: links.certified,
    pendingTo: links.pending,
  };
}
