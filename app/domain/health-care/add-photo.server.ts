import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { guidanceFinding, guidancePhoto, guidanceVisit } from '#db/schema';
import { organisationOf } from '../shared/actor';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound } from '../shared/refusals';
import type { VisitRow } from './find-visit.server';
import { type GivenPhoto, type Keeper, keepPhotos } from './guidance-photos.server';

/** A recorded visit of the actor's own organisation, under lock, so that its photos are counted one after another. */
async function lockRecorded(op: Keeper, visitId: string): Promise<VisitRow> {
  if (!hasLine(op.actor, 'visit.manage')) throw new Forbidden();
  const [row] = isId(visitId) ? await op.tx.select().from(guidanceVisit).where(eq(guidanceVisit.id, visitId)).for('no key update') : [];
  if (!row || row.organisationId !== organisationOf(op.actor)?.id) throw new NotFound();
  if (row.status !== 'recorded' && row.status !== 'closed') throw new Conflict('visit_not_recorded');
  return row;
}

/** A photo of a visit or of one of its findings, under the id that the phone gave it: sent twice it is one. */
export function addPhoto(ctx: Context, to: { visitId: string; findingId: string | null }, photo: GivenPhoto): Promise<{ photoId: string }> {
  return operation(ctx, 'visit.photo_added', async (op) => {
    const visit = await lockRecorded(op, to.visitId);
    if (!isId(photo.id)) throw new NotFound();
    const [known] = await op.tx.select().from(guidancePhoto).where(eq(guidancePhoto.id, photo.id));
    if (known && known.visitId !== visit.id) throw new NotFound();
    if (known) return op.unchanged({ photoId: known.id });
    if (to.findingId !== null) await requireFinding(op.tx, to.findingId, visit.id);
    const kept = await keepPhotos(op, { ...to, answerId: null }, [photo]);
    if (kept === 0) return op.unchanged({ photoId: photo.id });
    await op.record({ subject: { type: 'visit', id: visit.id }, data: { photoId: photo.id, findingId: to.findingId } });
    return { photoId: photo.id };
  });
}

async function requireFinding(tx: Tx, findingId: string, visitId: string): Promise<void> {
  const [found] = isId(findingId)
    ? await tx.select({ visitId: guidanceFinding.visitId }).from(guidanceFinding).where(eq(guidanceFinding.id, findingId))
    : [];
  if (found?.visitId !== visitId) throw new NotFound();
}
