import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { groupBy } from '../shared/group-by';
import { type Context, operation } from '../shared/operation.server';
import { loadPersonFacts } from './person-facts.server';
import { segmentsOf } from './segments';
import { StepSum } from './steps';
import { addSteps, changeTo, currentVersion, lockRate, standingSegments, writeSegments } from './write-rate.server';

/**
 * Works out anew up to `limit` people whose facts changed, single changes before large ones, and moves the figures by the
 * difference. People are claimed and counted in one transaction: a worker that dies has counted nothing, two at once
 * count nothing twice. @returns how many entries were claimed; 0 = nothing was waiting
 */
export function refreshRate(ctx: Context, limit: number): Promise<number> {
  return operation(ctx, 'rate.refreshed', async (op) => {
    await lockRate(op.tx);
    const claimed = await op.tx.execute<{ id: string }>(sql`
      with batch as materialized (select seq from rate_dirty order by is_bulk, seq limit ${limit} for update skip locked)
      delete from rate_dirty d using batch b where d.seq = b.seq returning d.person_id as id`);
    const change = await bringUpToDate(op.tx, [...new Set(claimed.map(({ id }) => id))]);
    if (claimed.length < limit) await nothingWaits(op.tx, op.now);
    if (change === null) return op.unchanged(claimed.length);
    await op.record({ subject: { type: 'rate', id: 'all' }, data: change });
    return claimed.length;
  });
}

/** Larger batches hold the lock longer than a single change may wait. */
const BATCH = 500;

/** Batch after batch until nothing waits. @returns how many entries were claimed */
export async function refreshAll(ctx: Context, batch = BATCH): Promise<number> {
  let total = 0;
  for (let claimed = batch; claimed >= batch; total += claimed) claimed = await refreshRate(ctx, batch);
  return total;
}

/** @returns what changed under which version; null when all stood already */
async function bringUpToDate(tx: Tx, personIds: readonly string[]) {
  if (personIds.length === 0) return null;
  const { people, basis } = await loadPersonFacts(tx, personIds);
  const kept = groupBy(await standingSegments(tx, personIds), ({ personId }) => personId);
  const facts = new Map(people.map((person) => [person.personId, person]));
  const sum = new StepSum();
  const change: { closed: Parameters<typeof changeTo>[0][number][]; opened: ReturnType<typeof segmentsOf> } = { closed: [], opened: [] };
  let changed = 0;
  for (const personId of personIds) {
    const before = kept.get(personId) ?? [];
    const person = facts.get(personId);
    const after = person ? segmentsOf(person, basis) : [];
    const { closed, opened } = changeTo(before, after);
    if (closed.length + opened.length === 0) continue;
    changed += 1;
    change.closed.push(...closed);
    change.opened.push(...opened);
    sum.add(before, -1);
    sum.add(after, 1);
  }
  if (changed === 0) return null;
  const version = (await currentVersion(tx)) + 1;
  await writeSegments(tx, change, version);
  await addSteps(tx, sum.columns());
  await tx.execute(sql`update rate_state set version = ${version} where id = 1`);
  return { version, people: changed, opened: change.opened.length, closed: change.closed.length };
}

/** The figures hold as of now, and a rebuild that was under way is done. */
const nothingWaits = (tx: Tx, now: Date) =>
  tx.execute(sql`
    update rate_state set as_of = greatest(as_of, ${now.toISOString()}::timestamptz), rebuild_asked_at = null, rebuild_people = null where id = 1`);
