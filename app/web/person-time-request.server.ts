import { listPeriods } from '~/domain/goal/figures.server';
import { personTimesSearch } from '~/domain/goal/inputs';
import type { PersonTimeFilter } from '~/domain/goal/person-time';
import { homeDistrict, mayOpenRows } from '~/domain/goal/scope';
import { Forbidden, NotFound } from '~/domain/shared/refusals';
import { requireActor } from './actor.server';
import { parseSearch } from './forms.server';

/**
 * Which list of person-times a request asks for, if this officer may see it. A district officer's list is her district's.
 * @throws Forbidden for another district, NotFound while there is no period
 */
export async function personTimeRequest(request: Request) {
  const actor = await requireActor(request, 'district_officer', 'city_officer');
  const search = parseSearch(request, personTimesSearch);
  const periods = await listPeriods();
  const period = periods.find((each) => each.id === search.period) ?? periods[0];
  if (!period) throw new NotFound();
  const district = search.district === '*' ? homeDistrict(actor) : search.district;
  if (!mayOpenRows(actor, district)) throw new Forbidden();
  const { metric, month, operatorType, preService, repeat } = search;
  const filter: PersonTimeFilter = { periodId: period.id, metric, district, month, operatorType, preService, repeat };
  return { actor, search, periods, period, filter };
}
