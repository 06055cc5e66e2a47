import { db } from '#db/client';
import type { PublishedRule } from '../certificate/holdings.server';
import { CITY_SCOPE, districtScopes } from '../organisation/areas';
import { settingOf } from '../shared/settings.server';
import { type CoveredCell, getRateState, type RateState, rateFigures } from './figures.server';
import { hiddenScopes } from './masking';
import { ruleOn } from './people.server';
import { ANY_OPERATOR } from './rate';

/** A published rate; null where it is not published, to protect the few persons it stands for. */
export interface PublicRate {
  /** `city` or a district's code. */
  scope: string;
  figure: { n: number; d: number; institutions: number; freshInstitutions: number } | null;
}

export interface PublicRates {
  on: string;
  state: RateState;
  rule: PublishedRule | null;
  rates: PublicRate[];
  /** Too few rosters of the city were confirmed of late. */
  stale: boolean;
}

/** Everything about the rate that is public: the standard rule, filed institutions, the city and its districts, as known now. */
export async function getPublicRates(on: string): Promise<PublicRates> {
  return db.transaction(
    async (tx) => {
      const figures = await rateFigures({ on, population: 'filed', operatorType: ANY_OPERATOR, snapshot: null }, undefined, tx);
      const hidden = hiddenScopes(districtScopes(false).map((scope) => ({ scope, ...nd(figures.get(scope)) })));
      const city = figures.get(CITY_SCOPE);
      const percent = await settingOf(tx, 'rate_coverage_percent');
      return {
        stale: city !== undefined && city.institutions > 0 && city.freshInstitutions * 100 < city.institutions * percent,
        on,
        state: await getRateState(tx),
        rule: await ruleOn('standard', on, tx),
        rates: [CITY_SCOPE, ...districtScopes(false)].map((scope) => {
          const cell = figures.get(scope);
          const { institutions = 0, freshInstitutions = 0 } = cell ?? {};
          return { scope, figure: hidden.has(scope) ? null : { ...nd(cell), institutions, freshInstitutions } };
        }),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const nd = (cell: CoveredCell | undefined) => ({ n: cell?.standard ?? 0, d: cell?.persons ?? 0 });
