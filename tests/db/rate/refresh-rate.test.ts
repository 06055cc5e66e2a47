import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { certificate, engagement, institutionPeriod, offPost, person } from '#db/schema';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { refreshRate } from '~/domain/rate/refresh-rate.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { figure, refresh, standing, system, waiting } from './scene';

const { db, sql, owner } = testDatabase();
const DAY = '2026-06-30';

beforeEach(async () => {
  await owner()`truncate rate_segment, rate_step, rate_dirty, rate_difference, certificate, off_post, engagement cascade`;
  await shipRules(system());
  await refresh();
});

const caregiver = async (columns: Partial<typeof engagement.$inferInsert> = {}) =>
  anEngagement(db, { startOn: '2025-01-01', isMainPost: true, ...columns });

test('a caregiver and her certificate are counted, and counting again changes nothing', async () => {
  const { personId } = await caregiver();
  const held = await aCertificate(db, { personId });
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 1, n: 1, strict: 1, broad: 1, pending: 0 });
  expect(await standing(personId)).toMatchObject([{ from_on: '2025-01-01', until_on: null, standard_by: held.id }]);
  const before = await sql`select * from rate_segment order by seq`;
  const events = await sql`select count(*)::int as n from event where name = 'rate.refreshed'`;
  await sql`insert into rate_dirty (person_id) values (${personId}), (${personId})`;
  await refresh();
  expect(await sql`select * from rate_segment order by seq`).toEqual(before);
  expect(await sql`select count(*)::int as n from event where name = 'rate.refreshed'`).toEqual(events);
  expect(await figure(DAY)).toMatchObject({ d: 1, n: 1 });
});

describe('every fact that matters marks its person', () => {
  const cases: [
    string,
    (her: { personId: string; id: string; institutionId: string }, heldId: string) => Promise<unknown>,
    { d: number; n: number },
  ][] = [
    ['she leaves', ({ id }) => db.update(engagement).set({ endOn: DAY }).where(eq(engagement.id, id)), { d: 0, n: 0 }],
    ['the entry is taken out', ({ id }) => db.delete(engagement).where(eq(engagement.id, id)), { d: 0, n: 0 }],
    [
      'she turns out to be an intern',
      ({ id }) => db.update(engagement).set({ isIntern: true }).where(eq(engagement.id, id)),
      { d: 0, n: 0 },
    ],
    ['she becomes principal', ({ id }) => db.update(engagement).set({ role: 'principal' }).where(eq(engagement.id, id)), { d: 0, n: 0 }],
    [
      'she goes on leave',
      ({ id }) => db.insert(offPost).values({ id: newId(), engagementId: id, fromOn: '2026-06-01', createdAt: now() }),
      { d: 0, n: 0 },
    ],
    [
      'her certificate is revoked',
      (_, heldId) => db.update(certificate).set({ status: 'revoked', revokedOn: DAY }).where(eq(certificate.id, heldId)),
      { d: 1, n: 0 },
    ],
    [
      'it expires',
      (_, heldId) => db.update(certificate).set({ validUntil: '2026-06-29' }).where(eq(certificate.id, heldId)),
      { d: 1, n: 0 },
    ],
    ['it is taken out', (_, heldId) => db.delete(certificate).where(eq(certificate.id, heldId)), { d: 1, n: 0 }],
    [
      'her institution closes',
      ({ institutionId }) =>
        db.update(institutionPeriod).set({ filingStatus: 'cancelled' }).where(eq(institutionPeriod.institutionId, institutionId)),
      { d: 0, n: 0 },
    ],
  ];
  test.each(cases)('%s', async (_, change, expected) => {
    const her = await caregiver();
    const held = await aCertificate(db, { personId: her.personId });
    await refresh();
    await change(her, held.id);
    expect(await waiting()).toBeGreaterThan(0);
    await refresh();
    expect(await figure(DAY)).toMatchObject(expected);
    expect(await recountRate(system(), [DAY, '2026-06-01', '2025-12-31'])).toMatchObject({ differences: 0 });
  });

  test('what does not matter marks nobody', async () => {
    const her = await caregiver();
    await aCertificate(db, { personId: her.personId });
    await refresh();
    await db.update(person).set({ name: '演示改名', healthCertValidUntil: '2024-01-01' }).where(eq(person.id, her.personId));
    await db.update(engagement).set({ remark: '备注', onPost: false }).where(eq(engagement.id, her.id));
    await aCertificate(db, { status: 'draft' });
    await anEngagement(db, { role: 'principal' });
    expect(await waiting()).toBe(0);
  });

  test('more than two hundred at once wait behind a single change', async () => {
    const { id: institutionId } = await anInstitution(db);
    const her = await caregiver();
    await refresh();
    await sql`
      insert into person (id, name, id_type, id_number_encrypted, id_number_hash, id_number_masked, created_at)
      select gen_random_uuid(), '演示', 'passport', '', 'crowd-' || n, '', now() from generate_series(1, 201) n`;
    await sql`
      insert into engagement (id, person_id, institution_id, role, start_on, created_at)
      select gen_random_uuid(), id, ${institutionId}, 'caregiver', '2025-01-01', now() from person where id_number_hash like 'crowd-%'`;
    expect(await sql`select distinct is_bulk from rate_dirty`).toEqual([{ is_bulk: true }]);
    await aCertificate(db, { personId: her.personId });
    await refreshRate(system(), 1);
    expect(await figure(DAY)).toMatchObject({ d: 1, n: 1 });
    expect(await waiting()).toBe(201);
    await refresh();
    expect(await figure(DAY)).toMatchObject({ d: 202, n: 1 });
  });
});

test('what was known before stays readable by its version', async () => {
  const { personId } = await caregiver();
  const held = await aCertificate(db, { personId, status: 'submitted', verifiedAt: null });
  await refresh();
  const [then] = await sql`select version::int from rate_state`;
  expect(await figure(DAY)).toMatchObject({ d: 1, n: 0, pending: 1 });
  await db.update(certificate).set({ status: 'verified', verifiedAt: now() }).where(eq(certificate.id, held.id));
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 1, n: 1, pending: 0 });
  const known = await sql`
    select standard_by, standard_pending from rate_segment where person_id = ${personId}
      and from_version <= ${then?.version} and (until_version is null or until_version > ${then?.version})`;
  expect(known).toEqual([{ standard_by: null, standard_pending: held.id }]);
});

test('two refreshes at once count nobody twice, and one that fails has counted nothing', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => caregiver()));
  for (const { personId } of people) await aCertificate(db, { personId });
  await expect(refreshRate({ ...system(), requestId: '\u0000' }, 100)).rejects.toThrow();
  expect(await figure(DAY)).toMatchObject({ d: 0, n: 0 });
  expect(await waiting()).toBe(24);
  await Promise.all([refreshRate(system(), 5), refreshRate(system(), 7), refreshRate(system(), 100), refreshRate(system(), 3)]);
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 12, n: 12 });
  const overlapping = await sql`
    select 1 from rate_segment a join rate_segment b on b.engagement_id = a.engagement_id and b.seq > a.seq
      and a.until_version is null and b.until_version is null
      and daterange(a.from_on, a.until_on) && daterange(b.from_on, b.until_on)`;
  expect(overlapping).toHaveLength(0);
  expect(await recountRate(system(), [DAY])).toMatchObject({ differences: 0 });
});

test('a person in two districts: one in the city, one in each; merged records move her', async () => {
  const first = await caregiver({ institutionId: (await anInstitution(db, { districtCode: '110101' })).id });
  const second = await caregiver({ institutionId: (await anInstitution(db, { districtCode: '110102' })).id, isMainPost: false });
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 2 });
  await db.update(engagement).set({ personId: first.personId }).where(eq(engagement.id, second.id));
  await db.update(person).set({ mergedIntoId: first.personId }).where(eq(person.id, second.personId));
  await refresh();
  for (const scope of ['city', '110101', '110102']) expect(await figure(DAY, scope)).toMatchObject({ d: 1 });
  expect(await standing(second.personId)).toEqual([]);
});

test('the development area put into 大兴, and an institution that moves between districts on a day', async () => {
  const { id: institutionId } = await anInstitution(db, { districtCode: '110302' });
  const { personId } = await caregiver({ institutionId });
  await caregiver({ personId, institutionId: (await anInstitution(db, { districtCode: '110115' })).id, isMainPost: false });
  await refresh();
  for (const scope of ['110115', '110302', '110115+110302']) expect(await figure(DAY, scope)).toMatchObject({ d: 1 });
  await db.update(institutionPeriod).set({ untilOn: '2026-06-01' }).where(eq(institutionPeriod.institutionId, institutionId));
  await db.insert(institutionPeriod).values({
    ...{
      id: newId(),
      institutionId,
      fromOn: '2026-06-01',
      filingStatus: 'filed',
      operatorType: 'private',
      districtCode: '110101',
      createdAt: now(),
    },
  });
  await refresh();
  expect([await figure('2026-05-31', '110302'), await figure(DAY, '110302'), await figure(DAY, '110101')]).toMatchObject([
    { d: 1 },
    { d: 0 },
    { d: 1 },
  ]);
  expect(await recountRate(system(), [DAY, '2026-05-31'])).toMatchObject({ differences: 0 });
});

test('nobody is on post without a rule in force, and a person without a post has no segments', async () => {
  await aCertificate(db, { personId: (await aPerson(db)).id });
  const { personId } = await caregiver({ startOn: '2022-05-01' });
  await aCertificate(db, { personId, issuedOn: '2022-01-10' });
  await refresh();
  expect(await figure('2022-12-31')).toMatchObject({ d: 1, n: 0 });
  expect(await figure('2023-01-01')).toMatchObject({ d: 1, n: 1 });
});
