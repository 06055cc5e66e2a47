import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { guidancePhoto, guidanceVisit, organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { visitingOrganisation } from './visit-scope.server';

/** Where a photo lies, for whoever may read its visit. @throws Forbidden for other roles, NotFound elsewhere */
export async function getPhoto(actor: UserActor, photoId: string): Promise<{ id: string; mediaType: string; storedAs: string }> {
  if (!hasLine(actor, 'visit.read')) throw new Forbidden();
  if (actor.role !== 'institution_admin') visitingOrganisation(actor);
  if (!isId(photoId)) throw new NotFound();
  const [found] = await db
    .select({
      id: guidancePhoto.id,
      mediaType: guidancePhoto.mediaType,
      storedAs: guidancePhoto.storedAs,
      organisationId: guidanceVisit.institutionId,
      districtCode: organisation.districtCode,
    })
    .from(guidancePhoto)
    .innerJoin(guidanceVisit, eq(guidanceVisit.id, guidancePhoto.visitId))
    .innerJoin(organisation, eq(organisation.id, guidanceVisit.institutionId))
    .where(eq(guidancePhoto.id, photoId));
  if (!found || !can(actor, 'visit.read', found)) throw new NotFound();
  return found;
}
