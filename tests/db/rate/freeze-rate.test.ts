import { eq, sql as statement } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { certificate } from '#db/schema';
import { aCertificate } from '#db/seed/builders/certificates';
import { anEngagement } from '#db/seed/builders/people';
import { freezeRateJob } from '#jobs/handlers/rate';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { cellsHash, freezeRate, peopleHash } from '~/domain/rate/freeze-rate.server';
import { setClock, testDatabase } from '../../support/database';
import { figure, refresh, system } from './scene';

const { db, sql, owner } = testDatabase();
const DAY = '2026-06-30';

beforeEach(async () => {
  await owner()`truncate rate_segment, rate_step, rate_dirty, rate_snapshot, rate_snapshot_cell, certificate, engagement cascade`;
  await shipRules(system());
  await refresh();
});

const snapshots = () =>
  sql`select id, kind, as_of_on::text, version::int, cells_sha256, people_sha256, rule_ids from rate_snapshot order by as_of_on, kind`;
const frozen = async (id: string) =>
  (
    await sql`select persons, standard, standard_pending, institutions, fresh_institutions from rate_snapshot_cell
  where snapshot_id = ${id} and scope = 'city' and population = 'filed' and operator_type = '*'`
  )[0];

test('what is frozen stays when later knowledge changes the figure of the same day', async () => {
  const { personId } = await anEngagement(db, { startOn: '2025-01-01' });
  const held = await aCertificate(db, { personId, status: 'submitted', verifiedAt: null });
  await refresh();
  const id = await freezeRate(system(), 'monthly', DAY);
  if (!id) throw new Error('not frozen');
  await db.update(certificate).set({ status: 'verified' }).where(eq(certificate.id, held.id));
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 1, n: 1 });
  expect(await frozen(id)).toMatchObject({ persons: 1, standard: 0, standard_pending: 1 });
  const [kept] = await snapshots();
  expect(Object.keys(kept?.rule_ids).sort()).toEqual(['broad', 'standard', 'strict']);
  // Whoever has the rows can take both hashes again.
  const [again] = await db.execute<{ cells: string; people: string }>(statement`select
    (${cellsHash(statement`(select * from rate_snapshot_cell where snapshot_id = ${id}) c`)}) as cells, (${peopleHash(DAY, kept?.version)}) as people`);
  expect(again).toEqual({ cells: kept?.cells_sha256, people: kept?.people_sha256 });
});

test('freezing a day twice is once, and the program may not change what is frozen', async () => {
  await anEngagement(db, { startOn: '2025-01-01' });
  await refresh();
  expect(await freezeRate(system(), 'nightly', DAY)).not.toBeNull();
  const before = await snapshots();
  expect(await freezeRate(system(), 'nightly', DAY)).toBeNull();
  expect(await snapshots()).toEqual(before);
  await expect(sql`update rate_snapshot_cell set persons = 0`).rejects.toThrow(/permission denied/);
  await expect(sql`delete from rate_snapshot`).rejects.toThrow(/permission denied/);
  await expect(sql`update rate_segment set standard_by = null`).rejects.toThrow(/permission denied/);
});

test('the nightly job keeps the day that ended, and the last day of the month once the month has', async () => {
  await anEngagement(db, { startOn: '2025-01-01' });
  setClock('2026-07-15T00:05:00+08:00');
  expect(await freezeRateJob({ ctx: system() })).toBe('2 snapshots made');
  expect((await snapshots()).map(({ kind, as_of_on }) => [kind, as_of_on])).toEqual([
    ['monthly', '2026-06-30'],
    ['nightly', '2026-07-14'],
  ]);
  expect(await freezeRateJob({ ctx: system() })).toBe('0 snapshots made');
  setClock('2026-07-16T00:05:00+08:00');
  expect(await freezeRateJob({ ctx: system() })).toBe('1 snapshots made');
});

test('cells say how many institutions there are and how many confirmed their roster in time', async () => {
  const fresh = await anEngagement(db, { startOn: '2025-01-01' });
  await anEngagement(db, { startOn: '2025-01-01' });
  const stale = await anEngagement(db, { startOn: '2025-01-01' });
  await owner()`delete from institution_period where institution_id not in (select institution_id from engagement)`;
  for (const [institution, day] of [
    [fresh.institutionId, '2026-06-16'],
    [stale.institutionId, '2026-06-15'],
    [stale.institutionId, '2026-07-01'],
  ] as const)
    await sql`insert into roster_confirmation (id, institution_id, confirmed_on, confirmed_at, staff, sha256) values (gen_random_uuid(), ${institution}, ${day}, now(), 1, '')`;
  await refresh();
  const id = await freezeRate(system(), 'monthly', DAY);
  expect(await frozen(id ?? '')).toMatchObject({ persons: 3, institutions: 3, fresh_institutions: 1 });
});
