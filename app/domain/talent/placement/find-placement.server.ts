import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation, person, placement } from '#db/schema';
import type { Actor } from '../../shared/actor';
import { isId } from '../../shared/id';
import { type Action, can, hasLine } from '../../shared/policy';
import { Conflict, Forbidden, NotFound } from '../../shared/refusals';
import { type MentorSide, mayPlacementMove, type PlacementStatus } from '../placement';

export type PlacementRow = typeof placement.$inferSelect;

/** Whose a placement is: the student's, her college's, the institution's, and of both their districts. */
async function mayUse(tx: Tx, actor: Actor, action: Action, row: PlacementRow): Promise<boolean> {
  const [college, institution] = await Promise.all(
    [row.collegeId, row.institutionId].map(async (id) => {
      const [found] = await tx.select({ districtCode: organisation.districtCode }).from(organisation).where(eq(organisation.id, id));
      return { organisationId: id, districtCode: found?.districtCode ?? null };
    }),
  );
  const { personId } = row;
  return can(actor, action, { ...college, personId }) || can(actor, action, { ...institution, personId });
}

/** @throws Forbidden for other roles, NotFound for a placement of others */
export async function findPlacement(tx: Tx, actor: Actor, action: Action, placementId: string): Promise<PlacementRow> {
  if (!hasLine(actor, action)) throw new Forbidden();
  if (!isId(placementId)) throw new NotFound();
  const [row] = await tx.select().from(placement).where(eq(placement.id, placementId));
  if (!row || !(await mayUse(tx, actor, action, row))) throw new NotFound();
  return row;
}

/** The placement and its student under lock, the person first. @throws Forbidden, NotFound */
export async function lockPlacement(op: { tx: Tx; actor: Actor }, action: Action, placementId: string) {
  const { personId } = await findPlacement(op.tx, op.actor, action, placementId);
  const [who] = await op.tx.select().from(person).where(eq(person.id, personId)).for('no key update');
  const [row] = await op.tx.select().from(placement).where(eq(placement.id, placementId)).for('no key update');
  if (!row || !who) throw new NotFound();
  return { row, who };
}

/** @throws Conflict when the table of moves has none from here to there */
export function requirePlacementMove(from: PlacementStatus, to: PlacementStatus): void {
  if (!mayPlacementMove(from, to)) throw new Conflict('wrong_state');
}

/** For which of the two the actor speaks. @throws NotFound for neither */
export function sideOf(actor: Actor, row: Pick<PlacementRow, 'collegeId' | 'institutionId'>): MentorSide {
  const own = actor.kind === 'user' ? actor.organisation?.id : undefined;
  if (own === row.collegeId) return 'college';
  if (own === row.institutionId) return 'institution';
  throw new NotFound();
}
