import { visitingOrganisation } from '~/domain/health-care/visit-scope.server';
import type { UserActor } from '~/domain/shared/actor';
import { requireActor } from './actor.server';

/** Somebody who visits institutions: an officer, or staff of a maternal and child health centre. @throws like `requireActor` */
export async function requireGuidance(request: Request): Promise<UserActor> {
  const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff');
  visitingOrganisation(actor);
  return actor;
}
