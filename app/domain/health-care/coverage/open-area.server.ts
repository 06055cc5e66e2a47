import { CITY_SCOPE } from '../../organisation/areas';
import type { UserActor } from '../../shared/actor';
import { can } from '../../shared/policy';
import { Forbidden } from '../../shared/refusals';

/** The area that an officer's pages begin with: the city, or her district. */
export const homeArea = ({ organisation }: UserActor): string => organisation?.districtCode ?? CITY_SCOPE;

/** Whether she may see the institutions of an area; how many they are, every officer sees. Areas put together belong to the city. */
export const mayOpenArea = (actor: UserActor, scope: string): boolean =>
  can(actor, 'health_care.read', scope === CITY_SCOPE ? { districtCode: null } : { districtCode: scope });

/** @throws Forbidden for another's area */
export function openArea(actor: UserActor, wanted: string | undefined): string {
  const scope = wanted ?? homeArea(actor);
  if (!mayOpenArea(actor, scope)) throw new Forbidden();
  return scope;
}
