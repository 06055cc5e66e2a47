import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { type Action, can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound } from '../shared/refusals';
import { mayOrganisationMove, type OrganisationStatus } from './organisation';

export type Organisation = typeof organisation.$inferSelect;

/** What the policy asks about an organisation. */
export const subjectOf = ({ id, districtCode }: Pick<Organisation, 'id' | 'districtCode'>) => ({ organisationId: id, districtCode });

/** @throws Forbidden for a role that never does this, NotFound outside the actor's area */
export async function findOrganisation(tx: Tx, actor: Actor, id: string, { action, lock = false }: { action: Action; lock?: boolean }) {
  if (!hasLine(actor, action)) throw new Forbidden();
  if (!isId(id)) throw new NotFound();
  const query = tx.select().from(organisation).where(eq(organisation.id, id));
  const [found] = lock ? await query.for('update') : await query;
  if (!found || !can(actor, action, subjectOf(found))) throw new NotFound();
  return found;
}

/** For an operation: the organisation under lock, within the actor's area. */
export const lockOrganisation = <Name extends EventName>(op: Operation<Name>, id: string, action: Action) =>
  findOrganisation(op.tx, op.actor, id, { action, lock: true });

/** @throws Conflict when the table of moves has none from here to there */
export function requireMove(from: OrganisationStatus, to: OrganisationStatus): void {
  if (!mayOrganisationMove(from, to)) throw new Conflict('wrong_state');
}

export const authorIn = (actor: Actor): string | null => (actor.kind === 'user' ? actor.accountId : null);
