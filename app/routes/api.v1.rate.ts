import type { LoaderFunctionArgs } from '@remix-run/node';
import { CITY_SCOPE } from '~/domain/organisation/areas';
import { CITY_CODE } from '~/domain/organisation/districts';
import { getPublicRates } from '~/domain/rate/public-rates.server';
import { rateOf } from '~/domain/shared/percent';
import { beijingDate } from '~/domain/shared/period';
import { ApiRefusal, apiDoor, apiJson, apiQuery, notAllowed } from '~/web/api-door.server';
import { rateQuery } from '~/web/api-reads.server';

/** The certified-on-post rate of city and districts on a day, as everybody may know it. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  apiDoor({ request, context, scopes: ['rate:read'], kind: 'read' }, async ({ now }) => {
    const { district, date } = apiQuery(request, rateQuery);
    const today = beijingDate(now);
    if (date && date > today) throw new ApiRefusal(400, 'form_malformed', undefined, {}, [{ field: 'date', code: 'day_in_future' }]);
    const { on, state, rule, rates } = await getPublicRates(date ?? today);
    const shown = rates
      .map(({ scope, figure }) => ({ district: scope === CITY_SCOPE ? CITY_CODE : scope, figure }))
      .filter((each) => district === undefined || each.district === district);
    return apiJson({
      on,
      asOf: state.asOf,
      underCheck: state.underCheck,
      rule: rule ? { code: rule.code, version: rule.version, titleZh: rule.titleZh, titleEn: rule.titleEn } : null,
      rates: shown.map(({ district: code, figure }) => ({
        district: code,
        certified: figure?.n ?? null,
        onPost: figure?.d ?? null,
        rate: figure ? rateOf(figure.n, figure.d) : null,
        institutions: figure?.institutions ?? null,
        freshInstitutions: figure?.freshInstitutions ?? null,
        hidden: figure ? null : 'small_cell',
      })),
    });
  });

export const action = () => notAllowed('GET');
