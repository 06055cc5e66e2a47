import { homeArea, mayOpenArea } from '~/domain/health-care/coverage/open-area.server';
import { WHICH_INSTITUTIONS, type WhichInstitutions } from '~/domain/health-care/coverage/reading';
import { type Coverage, coverageOf } from '~/domain/health-care/coverage.server';
import type { UserActor } from '~/domain/shared/actor';
import { paths } from './paths';

/** Where the numbers of an area open to their institutions, for whoever may see them; `on` is left out for today. */
export const coverageLinks = (actor: UserActor, scope: string, on: string | undefined) => {
  const to = (standing?: WhichInstitutions) =>
    mayOpenArea(actor, scope)
      ? paths.healthCareInstitutions({ on, scope: scope === homeArea(actor) ? undefined : scope, standing })
      : undefined;
  const each = Object.fromEntries(WHICH_INSTITUTIONS.map((which) => [which, to(which)])) as Record<WhichInstitutions, string | undefined>;
  return { ...each, institutions: to() };
};

/** A line of the table of districts. */
export const coverageRow = (actor: UserActor, scope: string, figures: ReadonlyMap<string, Coverage>, on: string | undefined) => ({
  scope,
  ...(figures.get(scope) ?? coverageOf({})),
  links: coverageLinks(actor, scope, on),
});
