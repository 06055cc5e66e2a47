import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { enrolment, person, trainingClass } from '#db/schema';
import { LIVE_ENROLMENT_STATUSES } from '../enrolment/enrolment';
import { organisationOf } from '../shared/actor';
import type { IdType } from '../shared/identity';
import type { Context } from '../shared/operation.server';
import { type Action, hasLine } from '../shared/policy';
import type { PushedRow, RowProblem } from '../shared/pushed-rows.server';
import { Forbidden, NotFound } from '../shared/refusals';
import { identityHash } from '../shared/secrets.server';

/** Whom a row means: a trainee of the class, by her document. */
export interface PushedTrainee {
  idType: IdType;
  idNumber: string;
}

/** The class of the client's own organisation with that code. @throws Forbidden without the scope, NotFound */
export async function classCoded(ctx: Context & { tx: Tx }, action: Action, code: string): Promise<string> {
  if (!hasLine(ctx.actor, action)) throw new Forbidden();
  const [found] = await ctx.tx
    .select({ id: trainingClass.id })
    .from(trainingClass)
    .where(and(eq(trainingClass.code, code), eq(trainingClass.providerId, organisationOf(ctx.actor)?.id ?? '')));
  if (!found) throw new NotFound();
  return found.id;
}

/** Each row with its trainee's enrolment; rows that name nobody of the class are problems. */
export async function traineesOf<Row extends PushedTrainee>(tx: Tx, classId: string, rows: readonly PushedRow<Row>[]) {
  const hashes = rows.map(({ value }) => identityHash(value.idType, value.idNumber));
  const found =
    hashes.length === 0
      ? []
      : await tx
          .select({ id: enrolment.id, hash: person.idNumberHash, status: enrolment.status })
          .from(enrolment)
          .innerJoin(person, eq(person.id, enrolment.personId))
          .where(and(eq(enrolment.classId, classId), inArray(person.idNumberHash, [...new Set(hashes)])));
  const isLive = (status: string) => LIVE_ENROLMENT_STATUSES.some((live) => live === status);
  // Somebody may have withdrawn and enrolled again: the live one counts.
  const known = new Map(found.toSorted((a, b) => Number(isLive(a.status)) - Number(isLive(b.status))).map((each) => [each.hash, each.id]));
  const problems: RowProblem[] = [];
  const met: PushedRow<Row & { enrolmentId: string }>[] = [];
  for (const [at, { row, value }] of rows.entries()) {
    const enrolmentId = known.get(hashes[at] ?? '');
    if (enrolmentId) met.push({ row, value: { ...value, enrolmentId } });
    else problems.push({ row, field: 'idNumber', code: 'not_in_class' });
  }
  return { met, problems };
}
