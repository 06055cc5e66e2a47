import { beforeEach, describe, expect, test } from 'vitest';
import { aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aTarget } from '#db/seed/builders/goals';
import { getFigures } from '~/domain/goal/figures.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { getRecount, listRecounts } from '~/domain/goal/queries.server';
import { rebuildTally } from '~/domain/goal/rebuild-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

// The recount reads enrolments, classes, closings and certificates; somebody corrupts one row by hand.
const { db, owner, sql } = testDatabase();
const system = () => ({ actor: { kind: 'system' as const, job: 'tally.recount' }, now: now() });

let periodId: string;
let made: Awaited<ReturnType<typeof aCompletion>>[];
beforeEach(async () => {
  await owner()`truncate target, plan_period, tally, tally_person, tally_state, recount, recount_difference, completion_entry, completion, enrolment cascade`;
  periodId = (await aTarget(db)).periodId;
  made = [];
  for (const districtCode of ['110101', '110101', '110105']) made.push(await aCompletion(db, { heldOn: '2024-06-10', districtCode }));
  await foldTally(system(), 100);
});

const underCheck = async () => (await getFigures({ periodId, choices: [{}] }))[0]?.underCheck;
const recount = async () => {
  const { recountId, differences } = await recountTally(system());
  const { rows } = await getRecount(recountId);
  expect(rows).toHaveLength(differences);
  return {
    differences,
    kinds: [...new Set(rows.map((row) => row.kind))].sort(),
    named: [...new Set(rows.flatMap((row) => row.completionId ?? []))],
  };
};

test('with nothing corrupted the two ways agree, and the figure is not under check', async () => {
  expect(await recount()).toEqual({ differences: 0, kinds: [], named: [] });
  expect(await underCheck()).toBe(false);
  expect(await listRecounts(5)).toMatchObject([{ rowsCounted: 3, differences: 0 }]);
});

test('entries that wait to be folded are no difference, neither new nor taken back', async () => {
  await aCompletion(db, { heldOn: '2024-06-11' });
  if (made[0]) await aRevocation(db, made[0]);
  expect(await recount()).toMatchObject({ differences: 0 });
  await foldTally(system(), 100);
  expect(await recount()).toMatchObject({ differences: 0 });
});

describe('one row changed by hand is named, and the figure marked', () => {
  test.each<[string, (id: string, enrolmentId: string) => Promise<unknown>, string]>([
    ['enrolment no longer passed', (_, e) => owner()`update enrolment set status = 'failed' where id = ${e}`, 'extra_in_tally'],
    ['completion revoked without an entry', (id) => owner()`update completion set status = 'revoked' where id = ${id}`, 'extra_in_tally'],
    [
      'certificate revoked without an entry',
      (id) => owner()`update completion_certificate set revoked_at = now() where completion_id = ${id}`,
      'extra_in_tally',
    ],
    [
      'closing no longer approved',
      (id) => owner()`update closing set status = 'returned' where id = (select closing_id from completion where id = ${id})`,
      'extra_in_tally',
    ],
    [
      'class reopened',
      (_, e) => owner()`update training_class set status = 'closing_review' where id = (select class_id from enrolment where id = ${e})`,
      'extra_in_tally',
    ],
    ['entry of the ledger lost', (id) => owner()`delete from completion_entry where completion_id = ${id}`, 'missing_in_tally'],
    [
      'moved to another district',
      (id) => owner()`update completion set district_code = '110119' where id = ${id}`,
      'attributed_differently',
    ],
  ])('%s', async (_, corrupt, kind) => {
    const [row] = made;
    if (!row) throw new Error('nothing made');
    await corrupt(row.id, row.enrolmentId);
    const { kinds, named } = await recount();
    expect(named).toEqual([row.id]);
    expect(kinds).toContain(kind);
    expect(await underCheck()).toBe(true);
  });
});

test('a cell changed by hand is named by its dimensions, and counting anew mends it', async () => {
  await owner()`update tally set person_times = 9 where district = '110101' and month = '*' and operator_type = '*'`;
  const { recountId } = await recountTally(system());
  const { rows } = await getRecount(recountId);
  expect(rows).toMatchObject([
    { kind: 'cell_differs', cell: { district: '110101', month: '*', operatorType: '*' }, tallied: 9, recounted: 2 },
  ]);
  expect(await underCheck()).toBe(true);
  await rebuildTally(system(), { periodId, metric: 'caregiver_person_times' });
  expect(await recount()).toMatchObject({ differences: 0 });
  expect(await underCheck()).toBe(false);
});

test('wrong persons are found where the person-times are right', async () => {
  await owner()`update tally set persons = 1 where district = '*' and month = '*' and operator_type = '*'`;
  expect((await recount()).kinds).toEqual(['persons_differ']);
});

test('the recount leaves its event with what it found', async () => {
  const { recountId } = await recountTally(system());
  const [event] = await sql`select actor, data from event where name = 'recount.finished' order by seq desc limit 1`;
  expect(event).toEqual({ actor: 'tally.recount', data: { recountId, differences: 0 } });
});
