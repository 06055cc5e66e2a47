import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate } from '#db/schema';
import type { Actor } from '../shared/actor';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { type Action, can, hasLine, type Subject } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

export type Held = typeof certificate.$inferSelect;

/** Where a person works on a day, her main post first. */
export async function postsOf(tx: Tx, personId: string, today: string): Promise<{ institutionId: string; districtCode: string | null }[]> {
  const rows = await tx.execute<{ id: string; district_code: string | null }>(sql`
    select o.id, o.district_code from engagement e join organisation o on o.id = e.institution_id
    where e.person_id = ${personId} and e.start_on <= ${today}::date and (e.end_on is null or e.end_on > ${today}::date)
    order by e.is_main_post desc, e.start_on, e.id`);
  return rows.map((row) => ({ institutionId: row.id, districtCode: row.district_code }));
}

/** As the policy asks: who holds it, who handed it in, which district verifies. */
export const subjectOf = (held: Held): Subject => ({
  personId: held.personId,
  organisationId: held.submittedByOrganisationId,
  districtCode: held.districtCode,
  accountId: held.submittedBy,
});

/** Everybody who may see a draft is on the side that wrote it: the holder, or the institution that entered it for her. */
const isOwnSide = (actor: Actor, held: Held): boolean =>
  actor.kind !== 'user' ||
  (actor.role === 'trainee' ? held.submittedByOrganisationId === null : held.submittedByOrganisationId === actor.organisation?.id);

/** Her holder, the institutions where she works now, and officers of the verifying district and of where she works. */
export async function mayRead(tx: Tx, actor: Actor, held: Held, now: Date): Promise<boolean> {
  if (held.status === 'draft') return can(actor, 'held_certificate.submit', subjectOf(held)) && isOwnSide(actor, held);
  if (can(actor, 'held_certificate.read', subjectOf(held))) return true;
  const posts = await postsOf(tx, held.personId, beijingDate(now));
  return posts.some((post) => can(actor, 'held_certificate.read', { organisationId: post.institutionId, districtCode: post.districtCode }));
}

/** @throws Forbidden for roles without a line, NotFound where the actor may not even know of it */
export async function findHeld(tx: Tx, actor: Actor, certificateId: string, now: Date, { lock = false } = {}): Promise<Held> {
  if (!hasLine(actor, 'held_certificate.read')) throw new Forbidden();
  if (!isId(certificateId)) throw new NotFound();
  const query = tx.select().from(certificate).where(eq(certificate.id, certificateId));
  const [held] = lock ? await query.for('update') : await query;
  if (!held || !(await mayRead(tx, actor, held, now))) throw new NotFound();
  return held;
}

/** The row, locked. @throws Forbidden when the actor may see it but not do this */
export async function lockHeld<Name extends EventName>(op: Operation<Name>, certificateId: string, action: Action): Promise<Held> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  const held = await findHeld(op.tx, op.actor, certificateId, op.now, { lock: true });
  op.require(action, subjectOf(held));
  if (action === 'held_certificate.submit' && !isOwnSide(op.actor, held)) throw new Forbidden();
  return held;
}
