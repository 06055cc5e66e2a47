import { expect, onTestFinished, test, vi } from 'vitest';
import { aTarget } from '#db/seed/builders/goals';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { setClock, testDatabase } from '../../support/database';
import { manyCompletions } from '../../support/many-completions';
import { workerProcess } from '../../support/worker-process';

const { db, sql, owner } = testDatabase();

/** The job folds so many at a time. */
const BATCH = 2_000;
const COMPLETIONS = BATCH + 60;

const folded = async () => (await sql`select count(*)::int as n from completion_entry where folded_at is not null`)[0]?.n as number;
const receipts = async (ids: string[]) => sql`select event_id from job_receipt where job_name = 'tally.fold' and event_id = any(${ids})`;

/** How many workers have a fold in hand, and the names of those that wait for a row that somebody holds. */
const folding = async () => (await sql`select 1 from job_run where job_name = 'tally.fold' and outcome = 'running'`).length;
const inMidFold = async () => {
  const waiting = owner()`
    select application_name as name from pg_stat_activity where datname = current_database() and wait_event in ('transactionid', 'tuple')`;
  return (await waiting).map((row) => String(row.name));
};
const soon = { timeout: 60_000, interval: 100 };

test('two workers fold at once, the one in mid-fold is killed: the other goes on, and every completion counts once', async () => {
  setClock(new Date());
  const { periodId } = await aTarget(db);
  await foldTally({ actor: { kind: 'system', job: 'test' }, now: new Date() }, 1);
  const { announce } = await manyCompletions(db, owner(), COMPLETIONS, '2024-06-10');
  const asked = [await announce(new Date()), await announce(new Date())];

  // A row of the second batch is held, so that whoever folds stops after the first, with claimed rows in hand.
  const blocked = await owner().reserve();
  onTestFinished(() => blocked.release());
  await blocked`begin`;
  await blocked`select 1 from completion_entry where seq = (select max(seq) from completion_entry) for update`;
  const workers = { A: workerProcess({ APPLICATION_NAME: 'A' }), B: workerProcess({ APPLICATION_NAME: 'B' }) };
  await vi.waitFor(async () => expect([await folded(), await folding()]).toEqual([BATCH, 2]), soon);
  await vi.waitFor(async () => expect(await inMidFold()).toHaveLength(1), soon);
  const [busy] = await inMidFold();
  const victim = busy === 'A' ? workers.A : workers.B;
  await victim.kill();
  await blocked`rollback`;

  await vi.waitFor(async () => expect(await folded()).toBe(COMPLETIONS), soon);
  await expectEveryCompletionOnce(periodId);

  // The job that died with its worker is taken up by the other, finds nothing left to count, and leaves its receipt.
  await vi.waitFor(async () => expect(await receipts(asked)).toHaveLength(2), { timeout: 100_000, interval: 250 });
  await expectEveryCompletionOnce(periodId);
  expect([workers.A.runs(), workers.B.runs()].sort()).toEqual([false, true]);
}, 240_000);

async function expectEveryCompletionOnce(periodId: string) {
  const [caregivers] = await getFigures({ periodId, choices: [{}] });
  expect(figureOf(caregivers?.cells ?? [])).toMatchObject({ personTimes: COMPLETIONS, persons: COMPLETIONS });
  const [sum] = await sql`select sum((data->>'entries')::int)::int as n from event where name = 'tally.folded'`;
  expect(sum?.n).toBe(COMPLETIONS);
  const { differences } = await recountTally({ actor: { kind: 'system', job: 'test' }, now: new Date() });
  expect(differences).toBe(0);
}
