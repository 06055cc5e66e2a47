import { expect, test } from 'vitest';
import { aClosedClass, aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aPlan } from '#db/seed/builders/goals';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { listCountedClasses } from '~/domain/goal/public-classes.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { db } = testDatabase();
const ctx = () => ({ actor: { kind: 'system', job: 'test' } as const, now: now() });

async function aClassOf(people: number, heldOn: string) {
  const trainingClass = await aClosedClass(db, { heldOn });
  const completions = [];
  for (let i = 0; i < people; i++) completions.push(await aCompletion(db, { trainingClass }));
  return { trainingClass, completions };
}

test('the classes behind a public figure add up to it, and small classes share one line', async () => {
  const plan = await aPlan(db);
  const large = await aClassOf(7, '2024-03-04');
  await aClassOf(6, '2025-05-06');
  await aClassOf(2, '2024-07-08');
  await aClassOf(3, '2024-09-10');
  await aRevocation(db, large.completions[0] ?? { id: '' });
  await foldTally(ctx(), 1_000);
  await aClassOf(9, '2024-11-12'); // not folded yet: neither in the figure nor in the list

  const found = await listCountedClasses({ periodId: plan.id, metric: 'caregiver_person_times' });
  expect(found?.figure).toEqual(expect.objectContaining({ personTimes: 17 }));
  expect(found?.shown.map(({ month, personTimes }) => ({ month, personTimes }))).toEqual([
    { month: '2025-05', personTimes: 6 },
    { month: '2024-03', personTimes: 6 },
  ]);
  expect(found?.folded).toEqual({ classes: 2, personTimes: 5 });
  expect(JSON.stringify(found)).not.toContain(large.completions[1]?.personId);
});

test('a period that is not there has no classes', async () => {
  expect(await listCountedClasses({ periodId: newId(), metric: 'principal_person_times' })).toBeNull();
});
