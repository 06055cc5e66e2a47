import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { certificate, engagement, healthCareRule, institutionCapacity, institutionPeriod, offPost, person } from '#db/schema';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { jobsFor } from '#jobs/catalog';
import { refreshHealthCareJob } from '#jobs/handlers/health-care';
import { recountHealthCare } from '~/domain/health-care/clock/recount-health-care.server';
import { coverageByScope, getHealthCareState } from '~/domain/health-care/coverage.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { CLEARED, FILED, newlyFiled, refresh, segments, system, trainedWorker, waiting } from './clock-scene';

const { db, sql, owner } = testDatabase();
const DAY = '2026-02-01';
const city = async (day = DAY) => {
  const cell = (await coverageByScope(day, ['city'])).get('city');
  return { n: cell?.covered, d: cell?.institutions };
};

beforeEach(async () => {
  await owner().unsafe(CLEARED);
  await shipHealthCareRule(system());
  await refresh();
});

test('a filing starts the clock by itself, and working out again changes nothing', async () => {
  const { id } = await newlyFiled();
  expect(await waiting()).toBeGreaterThan(0);
  expect(await refreshHealthCareJob({ ctx: system() })).toMatch(/institutions worked out$/);
  const [first, then] = await segments(id);
  expect(first).toEqual({ from: FILED, until: '2026-04-11', standing: 'waiting', district: '110105', due: '2026-04-10', reason: 'filed' });
  expect(then).toMatchObject({ standing: 'overdue', until: null });
  expect([await city('2026-01-09'), await city(FILED), await city('2026-06-01')]).toEqual([
    { n: 0, d: 0 },
    { n: 0, d: 1 },
    { n: 0, d: 1 },
  ]);
  const before = await sql`select * from health_care_segment order by seq`;
  const events = await sql`select count(*) from event`;
  await sql`insert into health_care_dirty (institution_id) values (${id}), (${id})`;
  await refreshHealthCareJob({ ctx: system() });
  expect(await sql`select * from health_care_segment order by seq`).toEqual(before);
  expect(await sql`select count(*) from event`).toEqual(events);
  expect(await city()).toEqual({ n: 0, d: 1 });
  expect((await getHealthCareState()).asOf).toBe(now().toISOString());
});

test('one that was filed before the period is not counted', async () => {
  await anInstitution(db, { filedOn: '2022-12-31' });
  await refresh();
  expect(await city()).toEqual({ n: 0, d: 0 });
});

describe('every fact that matters marks its institution', () => {
  type Of = Awaited<ReturnType<typeof trainedWorker>> & { id: string };
  const cases: [string, (of: Of) => Promise<unknown>, { n: number; d: number }][] = [
    ['she leaves', ({ worker }) => db.update(engagement).set({ endOn: DAY }).where(eq(engagement.id, worker.id)), { n: 0, d: 1 }],
    [
      'she was an intern',
      ({ worker }) => db.update(engagement).set({ isIntern: true }).where(eq(engagement.id, worker.id)),
      { n: 0, d: 1 },
    ],
    [
      'she does something else',
      ({ worker }) => db.update(engagement).set({ role: 'caregiver' }).where(eq(engagement.id, worker.id)),
      { n: 0, d: 1 },
    ],
    ['her post is taken out', ({ worker }) => db.delete(engagement).where(eq(engagement.id, worker.id)), { n: 0, d: 1 }],
    [
      'she is on leave',
      ({ worker }) => db.insert(offPost).values({ id: newId(), engagementId: worker.id, fromOn: '2026-01-20', createdAt: now() }),
      { n: 0, d: 1 },
    ],
    [
      'her certificate is revoked',
      ({ paper }) => db.update(certificate).set({ status: 'revoked', revokedOn: DAY }).where(eq(certificate.id, paper.id)),
      { n: 0, d: 1 },
    ],
    [
      'it ended',
      ({ paper }) => db.update(certificate).set({ validUntil: '2026-01-31' }).where(eq(certificate.id, paper.id)),
      { n: 0, d: 1 },
    ],
    ['it is taken out', ({ paper }) => db.delete(certificate).where(eq(certificate.id, paper.id)), { n: 0, d: 1 }],
    [
      'places are added',
      ({ id }) => db.update(institutionCapacity).set({ capacity: 320 }).where(eq(institutionCapacity.institutionId, id)),
      { n: 0, d: 1 },
    ],
    [
      'the filing is cancelled',
      ({ id }) => db.update(institutionPeriod).set({ filingStatus: 'cancelled' }).where(eq(institutionPeriod.institutionId, id)),
      { n: 0, d: 0 },
    ],
    [
      'the rule takes later institutions only',
      async () => {
        const columns = { minimumStaff: 1, childrenPerFullTime: 150, graceDays: 90, replacementDays: 90 };
        const row = { version: 2, status: 'published' as const, inForceFromOn: '2026-01-15', newSinceOn: '2026-01-15', createdAt: now() };
        await db.insert(healthCareRule).values({ id: newId(), ...columns, ...row });
      },
      { n: 0, d: 0 },
    ],
  ];
  test.each(cases)('%s', async (_, change, expected) => {
    const { id } = await newlyFiled();
    const made = await trainedWorker(id);
    await refresh();
    expect(await city()).toEqual({ n: 1, d: 1 });
    await change({ ...made, id });
    expect(await waiting()).toBeGreaterThan(0);
    await refresh();
    expect(await city()).toEqual(expected);
    expect(await recountHealthCare(system(), [FILED, DAY, '2026-06-01'])).toMatchObject({ differences: 0 });
  });

  test('what does not matter marks nobody', async () => {
    const { id } = await newlyFiled();
    const { worker } = await trainedWorker(id);
    await refresh();
    await db.update(person).set({ name: '演示改名' }).where(eq(person.id, worker.personId));
    await db.update(engagement).set({ remark: '备注', onPost: false }).where(eq(engagement.id, worker.id));
    await anEngagement(db, { institutionId: id, role: 'caregiver' });
    await aCertificate(db, { personId: worker.personId });
    await aCertificate(db, {
      personId: worker.personId,
      family: 'health_care_training',
      occupation: null,
      level: null,
      status: 'submitted',
    });
    expect(await waiting()).toBe(0);
  });
});

test('an institution that moves counts in each district on its days', async () => {
  const { id } = await newlyFiled();
  await sql`update institution_period set until_on = '2026-02-10' where institution_id = ${id}`;
  await db.insert(institutionPeriod).values({
    ...{ id: newId(), institutionId: id, fromOn: '2026-02-10', filingStatus: 'changed_pending', operatorType: 'private' },
    ...{ districtCode: '110115', createdAt: now() },
  });
  await refresh();
  const of = async (scope: string, day: string) => (await coverageByScope(day, [scope])).get(scope)?.institutions;
  expect([await of('110105', '2026-02-09'), await of('110105', '2026-02-10')]).toEqual([1, 0]);
  expect([await of('110115', '2026-02-09'), await of('110115', '2026-02-10'), await of('110115+110302', '2026-02-10')]).toEqual([0, 1, 1]);
  expect([await of('city', '2026-02-09'), await of('city', '2026-02-10'), await of('city', '2026-03-15')]).toEqual([1, 1, 1]);
});

test('two workers at once count nothing twice, and one that dies has counted nothing', async () => {
  for (let n = 0; n < 4; n++) await newlyFiled();
  await Promise.all([refresh(), refresh()]);
  expect(await city()).toEqual({ n: 0, d: 4 });
  await newlyFiled();
  const failing = db.transaction(async (tx) => {
    await refreshHealthCareJob({ ctx: { ...system(), tx } });
    throw new Error('killed');
  });
  await expect(failing).rejects.toThrow('killed');
  expect(await city()).toEqual({ n: 0, d: 4 });
  await refresh();
  expect(await city()).toEqual({ n: 0, d: 5 });
});

test('what happens to an institution, its staff or its certificates asks for the job', () => {
  for (const name of [
    'organisation.created',
    'institution.file_kept',
    'engagement.ended',
    'certificate.revoked',
    'health_care_rule.published',
  ])
    expect(jobsFor(name)).toContain('health_care.refresh');
});
