import { beforeEach, expect, test } from 'vitest';
import { aClosedClass, aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aPlanPeriod, aTarget } from '#db/seed/builders/goals';
import { aPerson } from '#db/seed/builders/people';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { rebuildTally } from '~/domain/goal/rebuild-tally.server';
import { now } from '~/platform/clock.server';
import { moveClock, START, testDatabase } from '../../support/database';

const { db, sql, owner } = testDatabase();
const system = () => ({ actor: { kind: 'system' as const, job: 'tally.fold' }, now: now() });
const METRIC = 'caregiver_person_times' as const;

let periodId: string;
beforeEach(async () => {
  await owner()`truncate target, plan_period, tally, tally_person, tally_state, completion_entry, completion, enrolment cascade`;
  periodId = (await aTarget(db)).periodId;
});

const complete = async (n: number, from = { heldOn: '2024-06-10' }) => {
  const held = await aClosedClass(db, { ...from, capacity: 200 });
  const made = [];
  for (let i = 0; i < n; i++) made.push(await aCompletion(db, { trainingClass: held }));
  return made;
};
const figures = async () => {
  const [found] = await getFigures({ periodId, choices: [{}] });
  if (!found) throw new Error('no figures');
  const { personTimes, persons } = figureOf(found.cells);
  return { personTimes, persons, asOf: found.asOf, waiting: found.waiting };
};

test('folding twice counts once', async () => {
  await complete(3);
  expect(await foldTally(system(), 100)).toBe(3);
  expect(await foldTally(system(), 100)).toBe(0);
  expect(await figures()).toMatchObject({ personTimes: 3, persons: 3, waiting: false });
});

test('four folds at once count each entry once', async () => {
  await complete(40);
  const folded = await Promise.all([1, 2, 3, 4].map(() => foldTally(system(), 15)));
  while ((await foldTally(system(), 15)) > 0);
  expect(folded.reduce((sum, n) => sum + n, 0)).toBe(40);
  expect(await figures()).toMatchObject({ personTimes: 40, persons: 40 });
});

test('a fold that dies half-way has counted nothing, and the next one counts everything', async () => {
  await foldTally(system(), 10);
  await complete(5);
  const dies = db.transaction(async (tx) => {
    expect(await foldTally({ ...system(), tx }, 100)).toBe(5);
    throw new Error('killed');
  });
  await expect(dies).rejects.toThrow('killed');
  expect(await figures()).toMatchObject({ personTimes: 0, waiting: true });
  expect(await sql`select 1 from event where name = 'tally.folded' and (data->>'entries')::int = 5`).toHaveLength(0);
  expect(await foldTally(system(), 100)).toBe(5);
  expect(await figures()).toMatchObject({ personTimes: 5, waiting: false });
});

test('the event names the system as author and how many entries were folded', async () => {
  await complete(2);
  await foldTally(system(), 100);
  const [event] = await sql`select actor_kind, actor, data from event where name = 'tally.folded' order by seq desc limit 1`;
  expect(event).toEqual({ actor_kind: 'system', actor: 'tally.fold', data: { entries: 2 } });
});

test('while more waits than one batch takes, the figures do not claim to hold as of now', async () => {
  await foldTally(system(), 10);
  await complete(3);
  moveClock({ hours: 1 });
  await foldTally(system(), 2);
  expect(await figures()).toMatchObject({ personTimes: 2, waiting: true, asOf: START.toISOString() });
  await foldTally(system(), 2);
  expect(await figures()).toMatchObject({ personTimes: 3, waiting: false, asOf: now().toISOString() });
});

test('a person leaves a figure with the last of her person-times', async () => {
  const person = await aPerson(db);
  const first = await aCompletion(db, { heldOn: '2024-03-01', personId: person.id });
  const second = await aCompletion(db, { heldOn: '2024-09-01', personId: person.id });
  await foldTally(system(), 100);
  await aRevocation(db, first);
  await foldTally(system(), 100);
  expect(await figures()).toMatchObject({ personTimes: 1, persons: 1 });
  await aRevocation(db, second, 'voided');
  await foldTally(system(), 100);
  expect(await figures()).toMatchObject({ personTimes: 0, persons: 0 });
});

test('completed and taken back before anybody folded: nothing moves', async () => {
  const [one] = await complete(1);
  if (one) await aRevocation(db, one);
  expect(await foldTally(system(), 100)).toBe(2);
  expect(await figures()).toMatchObject({ personTimes: 0, persons: 0 });
});

test('what was counted once can be taken back once only', async () => {
  const [one] = await complete(1);
  if (!one) return;
  await aRevocation(db, one, 'revoked');
  await expect(aRevocation(db, one, 'voided')).rejects.toThrow();
});

test('a period added later begins with everything folded before', async () => {
  await complete(4);
  await foldTally(system(), 100);
  const later = await aPlanPeriod(db, { startsOn: '2024-01-01', endsOn: '2024-12-31' });
  await aTarget(db, { periodId: later.id });
  await complete(1);
  await foldTally(system(), 100);
  const [found] = await getFigures({ periodId: later.id, choices: [{}] });
  expect(found?.cells).toMatchObject([{ personTimes: 5, persons: 5 }]);
});

test('counting anew gives the same cells as folding', async () => {
  await complete(6);
  const [gone] = await complete(1, { heldOn: '2025-02-03' });
  await foldTally(system(), 100);
  if (gone) await aRevocation(db, gone);
  await foldTally(system(), 100);
  const cells = () => sql`select district, month, operator_type, person_times, persons from tally where person_times <> 0 order by 1, 2, 3`;
  const folded = await cells();
  await rebuildTally(system(), { periodId, metric: METRIC });
  expect(await cells()).toEqual(folded);
});

test('what a person-time is attributed to cannot be changed by the program', async () => {
  const [one] = await complete(1);
  await expect(sql`update completion set district_code = '110101' where id = ${one?.id ?? ''}`).rejects.toThrow(/permission denied/);
  await expect(sql`update completion_entry set delta = 1`).rejects.toThrow(/permission denied/);
});
