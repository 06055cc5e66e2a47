import { beforeEach, describe, expect, test } from 'vitest';
import { aClosedClass, aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aCourse } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aPlanPeriod, aTarget } from '#db/seed/builders/goals';
import { anInstitution } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { METRICS, type Metric } from '~/domain/goal/goal';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

// Each row of the counting table, on real rows and through the fold. A period of its own per test.
const { db, owner } = testDatabase();
const system = () => ({ actor: { kind: 'system' as const, job: 'tally.fold' }, now: now() });

let periodId: string;
beforeEach(async () => {
  await owner()`truncate target, plan_period, tally, tally_person, tally_state, completion_entry, completion, enrolment cascade`;
  const period = await aPlanPeriod(db);
  periodId = period.id;
  for (const metric of METRICS) await aTarget(db, { periodId, metric });
});

const count = async (metric: Metric = 'caregiver_person_times', period = periodId) => {
  while ((await foldTally(system(), 100)) > 0);
  const all = await getFigures({ periodId: period, choices: [{}] });
  const { personTimes, persons } = figureOf(all.find((each) => each.metric === metric)?.cells ?? []);
  return { personTimes, persons };
};
const inPlan = { heldOn: '2024-06-10' };
const aCourseFor = (...categories: ('principal' | 'caregiver' | 'health_staff')[]) => aCourse(db, { categories });

test('enrolled and never attended, or attended and failed: nothing', async () => {
  const held = await aClosedClass(db, inPlan);
  await anEnrolment(db, { trainingClass: held, status: 'absent' });
  await anEnrolment(db, { trainingClass: held, status: 'failed' });
  expect(await count()).toEqual({ personTimes: 0, persons: 0 });
});

test('passed the re-test of the same class: one person-time by the day of the re-test', async () => {
  const held = await aClosedClass(db, inPlan);
  await aCompletion(db, { trainingClass: { ...held, endsOn: '2024-07-01' } });
  expect(await count()).toEqual({ personTimes: 1, persons: 1 });
  const [figures] = (await getFigures({ periodId, choices: [{ month: 'each' }] })).filter(
    (each) => each.metric === 'caregiver_person_times',
  );
  expect(figures?.cells.map((cell) => cell.month)).toEqual(['2024-07']);
});

test('two classes of one course in one year: two person-times of one person', async () => {
  const [person, course] = [await aPerson(db), await aCourse(db)];
  for (const heldOn of ['2024-03-01', '2024-09-01']) {
    await aCompletion(db, { trainingClass: await aClosedClass(db, { course, heldOn }), personId: person.id });
  }
  expect(await count()).toEqual({ personTimes: 2, persons: 1 });
});

test('the same person and class twice: the database refuses the second', async () => {
  const first = await aCompletion(db, inPlan);
  await expect(aCompletion(db, { trainingClass: first.trainingClass, personId: first.personId })).rejects.toThrow();
  expect(await count()).toEqual({ personTimes: 1, persons: 1 });
});

test('a class from 2025-12-28 completed on 2026-01-05 is outside the plan, and inside the next period', async () => {
  const next = await aPlanPeriod(db, { startsOn: '2026-01-01', endsOn: null });
  await aTarget(db, { periodId: next.id, value: null });
  const held = await aClosedClass(db, { heldOn: '2025-12-28' });
  await aCompletion(db, { trainingClass: { ...held, endsOn: '2026-01-05' } });
  expect(await count()).toEqual({ personTimes: 0, persons: 0 });
  expect(await count('caregiver_person_times', next.id)).toEqual({ personTimes: 1, persons: 1 });
});

test('both days of the plan count, the days beside it do not', async () => {
  for (const heldOn of ['2022-12-31', '2023-01-01', '2025-12-31', '2026-01-01']) await aCompletion(db, { heldOn });
  expect(await count()).toEqual({ personTimes: 2, persons: 2 });
});

test.each(['revoked', 'voided'] as const)('a completion %s after it was counted leaves the figure', async (kind) => {
  const [kept, lost] = [await aCompletion(db, inPlan), await aCompletion(db, inPlan)];
  expect(await count()).toEqual({ personTimes: 2, persons: 2 });
  await aRevocation(db, lost, kind);
  expect(await count()).toEqual({ personTimes: 1, persons: 1 });
  expect(kept.status).toBe('valid');
});

test('a mixed class counts each trainee once, in the category of her role', async () => {
  const held = await aClosedClass(db, { course: await aCourseFor('principal', 'caregiver'), ...inPlan });
  await aCompletion(db, { trainingClass: held, role: 'principal' });
  await aCompletion(db, { trainingClass: held, role: 'caregiver' });
  expect([await count('principal_person_times'), await count()]).toEqual([
    { personTimes: 1, persons: 1 },
    { personTimes: 1, persons: 1 },
  ]);
});

test('a health-staff course counts in neither target', async () => {
  await aCompletion(db, {
    trainingClass: await aClosedClass(db, { course: await aCourseFor('health_staff'), ...inPlan }),
    role: 'health_staff',
  });
  expect([await count('principal_person_times'), await count()]).toEqual([
    { personTimes: 0, persons: 0 },
    { personTimes: 0, persons: 0 },
  ]);
});

test('a class set apart from the plan counts nothing', async () => {
  await aCompletion(db, { ...inPlan, countsTowardPlan: false });
  expect(await count()).toEqual({ personTimes: 0, persons: 0 });
});

describe('attribution', () => {
  const cells = async (choice: Parameters<typeof getFigures>[0]['choices'][0]) => {
    await count();
    const all = await getFigures({ periodId, choices: [choice] });
    return all.find((each) => each.metric === 'caregiver_person_times')?.cells;
  };

  test('a pre-service student counts, without an institution, in the provider’s district', async () => {
    await aCompletion(db, { ...inPlan, isPreService: true, role: null });
    expect(await cells({ district: 'each', operatorType: 'each' })).toMatchObject([
      { district: '110105', operatorType: 'none', personTimes: 1 },
    ]);
  });

  test('a kindergarten-class teacher counts, and can be told apart by operator type', async () => {
    const { id, operatorType, districtCode } = await anInstitution(db, { operatorType: 'kindergarten_class', districtCode: '110108' });
    await aCompletion(db, { ...inPlan, institutionId: id, operatorType, districtCode });
    expect(await cells({ district: '110108', operatorType: 'kindergarten_class' })).toMatchObject([{ personTimes: 1, persons: 1 }]);
  });

  test('a city-level provider’s person-time without institution belongs to no district', async () => {
    await aCompletion(db, { ...inPlan, districtCode: null });
    expect(await cells({ district: 'each' })).toMatchObject([{ district: 'city', personTimes: 1 }]);
  });

  test('one person in two districts is one person of the city and one of each district', async () => {
    const person = await aPerson(db);
    for (const districtCode of ['110101', '110102']) await aCompletion(db, { ...inPlan, personId: person.id, districtCode });
    expect(await cells({ district: 'each' })).toMatchObject([{ persons: 1 }, { persons: 1 }]);
    expect(await cells({})).toMatchObject([{ personTimes: 2, persons: 1 }]);
  });
});
