import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { candidate, sitting } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

export type SittingRow = typeof sitting.$inferSelect;
export type CandidateRow = typeof candidate.$inferSelect;

export const accountOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.accountId : null);

/** The organisation that a member acts for. @throws Forbidden for a role without a line, NotFound without an organisation */
export function organisationOf(actor: Actor, action: Action): string {
  if (!hasLine(actor, action)) throw new Forbidden();
  if (actor.kind !== 'user' || !actor.organisation) throw new NotFound();
  return actor.organisation.id;
}

/** Under this lock seats and numbers are handed out and states move. Persons are locked before sittings. @throws NotFound */
export async function lockSitting(tx: Tx, sittingId: string): Promise<SittingRow> {
  if (!isId(sittingId)) throw new NotFound();
  const [row] = await tx.select().from(sitting).where(eq(sitting.id, sittingId)).for('no key update');
  if (!row) throw new NotFound();
  return row;
}

/** @throws Forbidden for other roles, NotFound for a sitting of another organisation */
export async function lockOwnSitting(op: { tx: Tx; actor: Actor }, action: Action, sittingId: string): Promise<SittingRow> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  const row = await lockSitting(op.tx, sittingId);
  if (!can(op.actor, action, { organisationId: row.organisationId })) throw new NotFound();
  return row;
}

/** A candidate with her sitting locked, for herself or for the college that registered her. @throws Forbidden, NotFound */
export async function lockCandidate(op: { tx: Tx; actor: Actor }, action: Action, candidateId: string) {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  if (!isId(candidateId)) throw new NotFound();
  const read = () => op.tx.select().from(candidate).where(eq(candidate.id, candidateId));
  const [before] = await read();
  if (!before || !can(op.actor, action, { personId: before.personId, organisationId: before.collegeId })) throw new NotFound();
  const held = await lockSitting(op.tx, before.sittingId);
  const [row] = await read();
  if (!row) throw new NotFound();
  return { row, held };
}
