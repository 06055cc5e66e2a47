import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lecturer, organisation } from '#db/schema';
import type { Actor, UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound } from '../shared/refusals';
import { type LecturerMove, type LecturerStatus, lecturerMove } from './lecturer';

export type LecturerRow = typeof lecturer.$inferSelect;

/** Experts whom a provider may name: the city's, and those of its district. */
export const expertsFor = (districtCode: string | null): SQL | undefined =>
  and(
    isNull(lecturer.organisationId),
    districtCode === null ? isNull(lecturer.districtCode) : or(isNull(lecturer.districtCode), eq(lecturer.districtCode, districtCode)),
  );

/** Whom an actor may know of: her own organisation's, her area's, and the experts who may be named there. @throws Forbidden */
export function visibleTo(actor: Actor): SQL | undefined {
  if (!hasLine(actor, 'lecturer.read') || actor.kind !== 'user' || !actor.organisation) throw new Forbidden();
  const { id, districtCode } = actor.organisation;
  switch (actor.role) {
    case 'provider_staff':
      return or(eq(lecturer.organisationId, id), and(expertsFor(districtCode), eq(lecturer.status, 'approved')));
    case 'district_officer':
      return or(eq(lecturer.districtCode, districtCode ?? ''), and(isNull(lecturer.organisationId), isNull(lecturer.districtCode)));
    case 'city_officer':
      return sql`true`;
    default:
      throw new Forbidden();
  }
}

/** @throws Forbidden for a role without a line, NotFound for a foreign or unknown lecturer */
export async function findLecturer(tx: Tx, actor: UserActor, lecturerId: string) {
  const scope = visibleTo(actor);
  if (!isId(lecturerId)) throw new NotFound();
  const [found] = await tx
    .select({ row: lecturer, organisation: organisation.name })
    .from(lecturer)
    .leftJoin(organisation, eq(organisation.id, lecturer.organisationId))
    .where(and(eq(lecturer.id, lecturerId), scope));
  if (!found) throw new NotFound();
  return { ...found.row, organisation: found.organisation };
}

/** What the policy asks: nobody decides on herself, nor on what she or her organisation handed in. */
export const subjectOf = ({ organisationId, districtCode, submittedBy, personId }: LecturerRow) => ({
  organisationId,
  districtCode,
  accountId: submittedBy,
  personId,
});

interface Asking {
  tx: Tx;
  actor: Actor;
  require(action: Action, subject: object): void;
}

/** A proposal is decided on; the commission's own expert is entered, prolonged and ended by officers of her area alone. */
export const decidingAction = (row: LecturerRow): Action => (row.organisationId === null ? 'lecturer.enter' : 'lecturer.decide');

/** The row under lock, found through the actor and allowed by the policy. @throws Forbidden, NotFound */
export async function lockLecturer(op: Asking, lecturerId: string, actionOf: (row: LecturerRow) => Action, asked: Action) {
  if (!hasLine(op.actor, asked)) throw new Forbidden();
  const scope = visibleTo(op.actor);
  if (!isId(lecturerId)) throw new NotFound();
  const [row] = await op.tx
    .select()
    .from(lecturer)
    .where(and(eq(lecturer.id, lecturerId), scope))
    .for('update');
  if (!row) throw new NotFound();
  op.require(actionOf(row), subjectOf(row));
  return row;
}

/** @throws Conflict when she is no longer where the move begins */
export function moveFrom(from: LecturerStatus, by: LecturerMove['by']): LecturerStatus {
  const to = lecturerMove(from, by);
  if (to === null) throw new Conflict('wrong_state');
  return to;
}
