import type { UserActor } from '../shared/actor';
import { can } from '../shared/policy';

/** Whether the actor may see the rows behind a figure: of a district, of 'city' (no district), or '*' of all of them. */
export const mayOpenRows = (actor: UserActor, district: string): boolean =>
  can(actor, 'person_time.read', district === '*' ? {} : { districtCode: district === 'city' ? null : district });

/** The district that an officer's lists begin with: her own, or the whole city. */
export const homeDistrict = (actor: UserActor): string =>
  actor.role === 'district_officer' ? (actor.organisation?.districtCode ?? '') : '*';
