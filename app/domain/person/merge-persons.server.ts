import { eq, inArray, sql } from 'drizzle-orm';
import { person, personDocument, personMerge } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { mergeConflicts } from './merge-conflicts.server';
import { gaps } from './merge-gaps';
import { moveRows } from './move-rows.server';
import { placesOfPerson } from './places.server';
import { settlePosts } from './settle-posts.server';

type Op = Operation<'person.merged'>;
type Person = typeof person.$inferSelect;

/**
 * Two records of one person become one: everything of `mergeId` moves to `keepId`, its document finds the kept record
 * from then on, and a trace names every row that moved. Refused with a name where both cannot stand together.
 */
export const mergePersons = (ctx: Context, keepId: string, mergeId: string, reason: string): Promise<void> =>
  operation(ctx, 'person.merged', async (op) => {
    const [kept, merged] = await lockBoth(op, keepId, mergeId);
    if (merged.mergedIntoId === kept.id) return op.unchanged(undefined);
    if (kept.mergedIntoId !== null || merged.mergedIntoId !== null) throw new Refusal('merge_merged');
    const [conflict] = await mergeConflicts(op.tx, keepId, mergeId);
    if (conflict) throw new Refusal(conflict.code, { params: { what: conflict.what } });
    await askForCounting(op, mergeId);
    const moved = await moveRows(op.tx, keepId, mergeId, op.now);
    await keepDocument(op, kept.id, merged);
    await op.tx.update(person).set(gaps(kept, merged)).where(eq(person.id, keepId));
    await op.tx
      .update(person)
      .set({ mergedIntoId: keepId, phoneEncrypted: null, phoneHash: null, phoneMasked: null })
      .where(eq(person.id, mergeId));
    const mergedBy = op.actor.kind === 'user' ? op.actor.accountId : keepId;
    await op.tx.insert(personMerge).values({ id: newId(), keptId: keepId, mergedId: mergeId, reason, moved, mergedAt: op.now, mergedBy });
    const counts = Object.fromEntries(Object.entries(moved).map(([table, ids]) => [table, ids.length]));
    await op.record({ subject: { type: 'person', id: keepId }, data: { keptId: keepId, mergedId: mergeId, reason, moved: counts } });
    await settlePosts(op, [keepId]);
  });

async function lockBoth(op: Op, keepId: string, mergeId: string): Promise<[Person, Person]> {
  if (!hasLine(op.actor, 'person.merge')) throw new Forbidden();
  if (!isId(keepId) || !isId(mergeId)) throw new NotFound();
  if (keepId === mergeId) throw new Refusal('merge_same');
  const rows = await op.tx
    .select()
    .from(person)
    .where(inArray(person.id, [keepId, mergeId]))
    .orderBy(person.id)
    .for('update');
  const kept = rows.find((row) => row.id === keepId);
  const merged = rows.find((row) => row.id === mergeId);
  if (!kept || !merged) throw new NotFound();
  await requireNear(op, [kept.id, merged.id]);
  return [kept, merged];
}

/** Both are at home in the officer's district, or nowhere yet; the city merges across districts. */
async function requireNear(op: Op, ids: readonly string[]): Promise<void> {
  if (can(op.actor, 'person.merge')) return;
  const places = await Promise.all(ids.map((id) => placesOfPerson(op.tx, id, op.now)));
  const near = places.map((each) => each.some((place) => can(op.actor, 'person.merge', place)));
  if (!near.some(Boolean)) throw new NotFound();
  if (places.some((each, at) => each.length > 0 && !near[at])) throw new Refusal('merge_other_district');
}

/** Persons of the figures change: each figure that counted the merged record is counted anew. */
async function askForCounting(op: Op, mergeId: string): Promise<void> {
  const counted = await op.tx.execute<{ period_id: string; metric: string }>(
    sql`select distinct period_id, metric from tally_person where person_id = ${mergeId} order by 1, 2`,
  );
  for (const { period_id: periodId, metric } of counted)
    await op.recordAs('tally.rebuild_requested', { subject: { type: 'period', id: periodId }, data: { periodId, metric } });
}

async function keepDocument(op: Op, personId: string, merged: Person): Promise<void> {
  const { idType, idNumberEncrypted, idNumberHash, idNumberMasked } = merged;
  const row = { id: newId(), personId, idType, idNumberEncrypted, idNumberHash, idNumberMasked, addedAt: op.now };
  await op.tx.insert(personDocument).values(row);
  // Records that had been merged into this one before go along.
  await op.tx.update(person).set({ mergedIntoId: personId }).where(eq(person.mergedIntoId, merged.id));
}
