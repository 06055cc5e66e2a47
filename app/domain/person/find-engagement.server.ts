import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { engagement, person } from '#db/schema';
import type { Actor } from '../shared/actor';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { EngagementRole } from './person';

/** @throws Forbidden for other roles, NotFound for another institution's entry */
export async function findEngagement(tx: Tx, actor: Actor, engagementId: string, { lock = false } = {}) {
  if (!hasLine(actor, 'staff.manage')) throw new Forbidden();
  if (!isId(engagementId)) throw new NotFound();
  const query = tx
    .select({ engagement, person })
    .from(engagement)
    .innerJoin(person, eq(person.id, engagement.personId))
    .where(eq(engagement.id, engagementId));
  const [found] = lock ? await query.for('no key update') : await query;
  if (!found || !can(actor, 'staff.manage', { organisationId: found.engagement.institutionId })) throw new NotFound();
  return found;
}

export const lockEngagement = <Name extends EventName>(op: Operation<Name>, engagementId: string) =>
  findEngagement(op.tx, op.actor, engagementId, { lock: true });

/** One open entry per person, institution and role. @throws Refusal engagement_exists */
export async function requireNoOther(tx: Tx, entry: typeof engagement.$inferSelect, role: EngagementRole): Promise<void> {
  const [other] = await tx
    .select({ id: engagement.id })
    .from(engagement)
    .where(
      and(
        eq(engagement.personId, entry.personId),
        eq(engagement.institutionId, entry.institutionId),
        eq(engagement.role, role),
        isNull(engagement.endOn),
        ne(engagement.id, entry.id),
      ),
    );
  if (other) throw new Refusal('engagement_exists', { field: 'role' });
}
