import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { guidanceFinding, guidanceVisit, organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import { organisationOf } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { mayActOnVisit } from './visit';

export type VisitRow = typeof guidanceVisit.$inferSelect;
export type FindingRow = typeof guidanceFinding.$inferSelect;

interface Acting {
  tx: Tx;
  actor: Actor;
}

export const accountOf = (actor: Actor): string | null => (actor.kind === 'user' || actor.kind === 'import' ? actor.accountId : null);

/** An institution that the actor's area holds now. @throws Forbidden for other roles, NotFound elsewhere */
export async function findVisitable({ tx, actor }: Acting, institutionId: string) {
  if (!hasLine(actor, 'visit.manage')) throw new Forbidden();
  if (!isId(institutionId)) throw new NotFound();
  const [found] = await tx.select().from(organisation).where(eq(organisation.id, institutionId));
  if (found?.kind !== 'institution' || !found.districtCode) throw new NotFound();
  if (!can(actor, 'visit.manage', { districtCode: found.districtCode })) throw new NotFound();
  return { ...found, districtCode: found.districtCode };
}

/**
 * A visit locked for those who act on it: of an institution in their area today, by their own organisation or, for
 * commissions, by any. @throws Forbidden for other roles and for another centre's visit, NotFound outside the area
 */
export async function lockVisit(op: Acting, visitId: string, action: Action = 'visit.manage'): Promise<VisitRow> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  if (!isId(visitId)) throw new NotFound();
  const [row] = await op.tx.select().from(guidanceVisit).where(eq(guidanceVisit.id, visitId)).for('no key update');
  if (!row) throw new NotFound();
  const [at] = await op.tx
    .select({ districtCode: organisation.districtCode })
    .from(organisation)
    .where(eq(organisation.id, row.institutionId));
  if (!can(op.actor, action, { districtCode: at?.districtCode, organisationId: row.institutionId })) throw new NotFound();
  if (op.actor.kind !== 'system' && !mayActOnVisit(organisationOf(op.actor), row)) throw new Forbidden();
  return row;
}

const findFinding = async (tx: Tx, findingId: string): Promise<FindingRow> => {
  const [row] = isId(findingId) ? await tx.select().from(guidanceFinding).where(eq(guidanceFinding.id, findingId)) : [];
  if (!row) throw new NotFound();
  return row;
};

/** A finding with its visit, both locked, for those who decide on it. Visits are locked before findings. */
export async function lockFinding(op: Acting, findingId: string): Promise<{ finding: FindingRow; visit: VisitRow }> {
  if (!hasLine(op.actor, 'finding.decide')) throw new Forbidden();
  const visit = await lockVisit(op, (await findFinding(op.tx, findingId)).visitId, 'finding.decide');
  return { finding: await findFinding(op.tx, findingId), visit };
}

/** A finding of her own institution, its visit locked. @throws Forbidden for other roles, NotFound for others' findings */
export async function lockOwnFinding(op: Acting, findingId: string): Promise<{ finding: FindingRow; visit: VisitRow }> {
  if (!hasLine(op.actor, 'finding.answer')) throw new Forbidden();
  const { visitId, institutionId } = await findFinding(op.tx, findingId);
  if (!can(op.actor, 'finding.answer', { organisationId: institutionId })) throw new NotFound();
  const [visit] = await op.tx.select().from(guidanceVisit).where(eq(guidanceVisit.id, visitId)).for('no key update');
  if (!visit) throw new NotFound();
  return { finding: await findFinding(op.tx, findingId), visit };
}
