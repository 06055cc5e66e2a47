import type { Tx } from '#db/client';
import { institutionFinder, institutionsOf } from '../certificate/roster-facts.server';
import type { ImportScope } from '../excel/import-engine.server';

/** Finds the institution that a row of a college names: of any district, by credit code or name. */
export async function partnerFinder(tx: Tx, scope: ImportScope) {
  const everywhere = { ...scope, organisation: { ...scope.organisation, districtCode: null } };
  return institutionFinder(await institutionsOf(tx, everywhere), scope.role);
}
