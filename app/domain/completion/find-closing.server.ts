import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { closing, enrolment, membership } from '#db/schema';
import { findClass, type KnownClass, subjectOf } from '../attendance/find-class.server';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';

/** The class and the closing to decide on, locked, for an officer who may and who has no part in it. */
export async function findClosingToDecide(
  op: Pick<Operation<'class.closed'>, 'tx' | 'actor' | 'require'>,
  classId: string,
  closingId: string,
) {
  const known = await findClass(op.tx, op.actor, classId, true);
  op.require('closing.review', subjectOf(known));
  if (op.actor.kind !== 'user') throw new Forbidden();
  const [found] = isId(closingId)
    ? await op.tx
        .select()
        .from(closing)
        .where(and(eq(closing.id, closingId), eq(closing.classId, known.id)))
    : [];
  if (!found) throw new NotFound();
  await requireImpartial(op.tx, op.actor, known, found.submittedBy);
  return { known, found, accountId: op.actor.accountId };
}

/** @throws Refusal for whoever handed it in, works for the provider, or is a trainee of the class herself */
async function requireImpartial(tx: Tx, actor: UserActor, known: KnownClass, submittedBy: string): Promise<void> {
  const works = tx
    .select({ one: sql`1` })
    .from(membership)
    .where(and(eq(membership.accountId, actor.accountId), eq(membership.organisationId, known.providerId), isNull(membership.endedAt)));
  const learns = tx
    .select({ one: sql`1` })
    .from(enrolment)
    .where(and(eq(enrolment.classId, known.id), sql`${enrolment.personId} = ${actor.personId}::uuid`));
  const [row] = await tx.execute<{ involved: boolean }>(sql`select (exists (${works}) or exists (${learns})) as involved`);
  if (row?.involved || submittedBy === actor.accountId) throw new Refusal('own_decision');
}
