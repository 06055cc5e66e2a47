import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionPeriod, organisation } from '#db/schema';
import { env } from '~/platform/env.server';
import type { EventName } from '../shared/events';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { authorIn, lockOrganisation, type Organisation } from './find-organisation.server';
import { changeFrom, type DatedFacts, type FactPeriod, newestOf } from './institution-period';

/** An institution of the actor's area under lock. @throws NotFound for what is no institution */
export async function lockInstitution<Name extends EventName>(op: Operation<Name>, id: string): Promise<Organisation> {
  const found = await lockOrganisation(op, id, 'institution.keep');
  if (found.kind !== 'institution' || found.status === 'applied' || found.status === 'returned') throw new Conflict('wrong_state');
  return found;
}

export const readPeriods = (tx: Tx, institutionId: string): Promise<FactPeriod[]> =>
  tx
    .select({
      id: institutionPeriod.id,
      fromOn: institutionPeriod.fromOn,
      untilOn: institutionPeriod.untilOn,
      filingStatus: institutionPeriod.filingStatus,
      operatorType: institutionPeriod.operatorType,
      districtCode: institutionPeriod.districtCode,
      reason: institutionPeriod.reason,
    })
    .from(institutionPeriod)
    .where(eq(institutionPeriod.institutionId, institutionId))
    .orderBy(asc(institutionPeriod.fromOn));

/**
 * The only place that writes the dated facts: rows that are gone, changed and new, and the newest of them on the
 * organisation's row, in the caller's transaction, which holds that row's lock.
 */
export async function writePeriods<Name extends EventName>(
  op: Operation<Name>,
  institutionId: string,
  before: readonly FactPeriod[],
  after: readonly FactPeriod[],
): Promise<void> {
  const kept = new Set(after.map((period) => period.id));
  const gone = before.flatMap(({ id }) => (id !== null && !kept.has(id) ? [id] : []));
  if (gone.length > 0) await op.tx.delete(institutionPeriod).where(inArray(institutionPeriod.id, gone));
  const stamp = { createdAt: op.now, createdBy: authorIn(op.actor) };
  for (const { id, ...facts } of after) {
    const old = before.find((period) => period.id === id);
    if (id === null || !old || JSON.stringify({ id, ...facts }) === JSON.stringify(old)) continue;
    await op.tx
      .update(institutionPeriod)
      .set({ ...facts, ...(old.reason === facts.reason ? {} : stamp) })
      .where(eq(institutionPeriod.id, id));
  }
  const fresh = after.filter(({ id }) => id === null);
  if (fresh.length > 0)
    await op.tx.insert(institutionPeriod).values(fresh.map((facts) => ({ ...facts, id: newId(), institutionId, ...stamp })));
  const newest = newestOf(after);
  if (!newest) throw new Error(`institution ${institutionId} has no open period`);
  const { filingStatus, operatorType, districtCode } = newest;
  await op.tx.update(organisation).set({ filingStatus, operatorType, districtCode }).where(eq(organisation.id, institutionId));
}

/** From a day on, the newest facts are others. @throws Refusal day_in_future, later_change */
export async function changeFacts<Name extends EventName>(
  op: Operation<Name>,
  institutionId: string,
  change: { fromOn: string; facts: Partial<DatedFacts>; reason: string },
): Promise<void> {
  requirePastDay(change.fromOn, op.now, 'fromOn');
  const before = await readPeriods(op.tx, institutionId);
  const changed = changeFrom(before, change.fromOn, change.facts, change.reason);
  if (!changed.ok) throw new Refusal(changed.code, { field: 'fromOn', params: { date: changed.date } });
  await writePeriods(op, institutionId, before, changed.periods);
}

export function requirePastDay(day: string, now: Date, field: string): void {
  if (day > beijingDate(now)) throw new Refusal('day_in_future', { field });
}

/** `licensed` waits for the coming law: a deployment switches it on. */
export function requireLicensing(status: string, field: string): void {
  if (status === 'licensed' && !env.licensing) throw new Refusal('licensing_off', { field });
}
