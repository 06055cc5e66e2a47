import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { settingOf } from '../shared/settings.server';
import { pathOf } from './funnel';
import { loadStudents } from './funnel-facts.server';
import { lockFunnel, rowChange, standingRows, writeRows } from './write-funnel.server';

const BATCH = 2_000;

/**
 * Works out anew up to `limit` people whose facts changed, or for whom a day came on which their path may go on by itself,
 * and moves the counts by the difference. Claimed and counted in one transaction: twice is once.
 * @returns how many entries were claimed; fewer than `limit` = nothing is left
 */
function refreshFunnel(ctx: Context, limit: number): Promise<number> {
  return operation(ctx, 'funnel.refreshed', async (op) => {
    await lockFunnel(op.tx);
    const today = beijingDate(op.now);
    const people = await claim(op.tx, today, limit);
    const students = await bringUpToDate(op.tx, [...new Set(people)], today, op.now);
    if (people.length < limit)
      await op.tx.execute(sql`update funnel_state set as_of = greatest(as_of, ${op.now.toISOString()}::timestamptz) where id = 1`);
    if (students === 0) return op.unchanged(people.length);
    await op.record({ subject: { type: 'funnel', id: 'all' }, data: { students } });
    return people.length;
  });
}

/** Batch after batch until nothing waits. @returns how many entries were claimed */
export async function refreshWholeFunnel(ctx: Context, batch = BATCH): Promise<number> {
  let total = 0;
  for (let claimed = batch; claimed >= batch; total += claimed) claimed = await refreshFunnel(ctx, batch);
  return total;
}

async function claim(tx: Tx, today: string, limit: number): Promise<string[]> {
  const marked = await tx.execute<{ id: string }>(sql`
    with batch as materialized (select seq from funnel_dirty order by seq limit ${limit} for update skip locked)
    delete from funnel_dirty d using batch b where d.seq = b.seq returning d.person_id as id`);
  const due = await tx.execute<{ id: string }>(sql`
    select person_id as id from funnel_row where next_on <= ${today}::date order by next_on, student_id limit ${limit - marked.length}`);
  return [...marked, ...due].map(({ id }) => id);
}

/** @returns how many students' rows changed */
async function bringUpToDate(tx: Tx, personIds: readonly string[], today: string, now: Date): Promise<number> {
  if (personIds.length === 0) return 0;
  const gapDays = await settingOf(tx, 'funnel_gap_days');
  const wanted = (await loadStudents(tx, personIds)).map((facts) => {
    const { studentId, personId, collegeId, majorId, year } = facts;
    return { studentId, personId, collegeId, majorId, year, ...pathOf(facts, today, gapDays) };
  });
  const change = rowChange(await standingRows(tx, personIds), wanted);
  if (change.gone.length + change.came.length > 0) await writeRows(tx, change, now);
  return new Set([...change.gone, ...change.came].map(({ studentId }) => studentId)).size;
}
