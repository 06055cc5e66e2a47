import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation, programmePoint } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

type PointColumns = typeof programmePoint.$inferSelect;

/** A point under lock, as far as the actor may act on it. @throws Forbidden for other roles, NotFound for another college's */
export async function lockPoint(op: { tx: Tx; actor: Actor }, action: Action, pointId: string): Promise<PointColumns> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  if (!isId(pointId)) throw new NotFound();
  const [row] = await op.tx
    .select({ point: programmePoint, districtCode: organisation.districtCode })
    .from(programmePoint)
    .innerJoin(organisation, eq(organisation.id, programmePoint.collegeId))
    .where(eq(programmePoint.id, pointId))
    .for('update', { of: programmePoint });
  if (!row || !can(op.actor, action, { organisationId: row.point.collegeId, districtCode: row.districtCode })) throw new NotFound();
  return row.point;
}

/** The college that a member acts for. @throws Forbidden for every other organisation */
export function collegeOf(actor: Actor, action: Action): string {
  const id = actor.kind === 'user' ? actor.organisation?.id : undefined;
  if (id === undefined || !can(actor, action, { organisationId: id })) throw new Forbidden();
  return id;
}
