import { expect, onTestFinished, test, vi } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { syntheticIdentity } from '#db/seed/builders/synthetic';
import { commitImport } from '~/domain/excel/commit-import.server';
import { uploadImport } from '~/domain/excel/upload-import.server';
import { IMPORTS } from '~/domain/report/import-kinds.server';
import { newId } from '~/domain/shared/id';
import { identityHash } from '~/domain/shared/secrets.server';
import { setClock, testDatabase } from '../../support/database';
import { statusOf } from '../../support/importing';
import { workbook } from '../../support/workbooks';
import { workerProcess } from '../../support/worker-process';

const { db, sql, owner } = testDatabase();

/** The job writes so many rows at a time. */
const BATCH = 2_000;
const ROWS = 2 * BATCH + 100;
const FIRST = 5_700_000;
const soon = { timeout: 120_000, interval: 100 };

const written = async (id: string) => (await sql`select count(*)::int as n from engagement where import_id = ${id}`)[0]?.n as number;
/** Names of the workers that wait for somebody else's transaction. */
const inMidWrite = async () => {
  const rows = await owner()`
    select application_name as name from pg_stat_activity where datname = current_database() and wait_event in ('transactionid', 'tuple')`;
  return rows.map((row) => String(row.name));
};

test('a worker killed in mid-import leaves whole batches; another goes on, nothing is lost and nothing is doubled', async () => {
  const now = setClock(new Date());
  const { actor } = await aMember(db, 'institution_admin', await anInstitution(db));
  const people = Array.from({ length: ROWS }, (_, n) => ['王小芳', syntheticIdentity(FIRST + n), '保育员', '2024-03-01']);
  const bytes = workbook([['姓名', '证件号码', '岗位', '入职日期'], ...people], { inline: true });
  const id = await uploadImport({ actor, now }, IMPORTS.rosters, { name: '演示.xlsx', bytes });
  const workers = { A: workerProcess({ APPLICATION_NAME: 'A' }), B: workerProcess({ APPLICATION_NAME: 'B' }) };
  await vi.waitFor(async () => expect(await statusOf(id)).toBe('checked'), soon);

  // Somebody of the second batch is just being entered elsewhere: whoever writes that batch waits, with its rows claimed.
  // (The dispatcher reads no event younger than an open transaction, so the order matters.)
  const blocked = await owner().reserve();
  onTestFinished(() => blocked.release());
  await commitImport({ actor, now: new Date() }, id);
  await blocked`begin`;
  const hash = identityHash('resident_id', syntheticIdentity(FIRST + BATCH + 7));
  await blocked`insert into person (id, name, id_type, id_number_encrypted, id_number_hash, id_number_masked, created_at)
    values (${newId()}, '王小芳', 'resident_id', 'x', ${hash}, 'x', now())`;
  await vi.waitFor(async () => expect([await written(id), (await inMidWrite()).length]).toEqual([BATCH, 1]), soon);
  const [busy] = await inMidWrite();
  await (busy === 'A' ? workers.A : workers.B).kill();
  await blocked`rollback`;
  expect(await written(id)).toBe(BATCH);

  await vi.waitFor(async () => expect(await statusOf(id)).toBe('committed'), soon);
  expect(await written(id)).toBe(ROWS);
  const [people_] = await sql`select count(*)::int as n, count(distinct person_id)::int as persons from engagement where import_id = ${id}`;
  expect(people_).toEqual({ n: ROWS, persons: ROWS });
  const events = await sql`select (data->>'first')::int as first, (data->>'last')::int as last, (data->>'rows')::int as rows from event
    where name = 'import.rows_written' and subject_id = ${id} order by seq`;
  expect(events.reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS);
  expect(events.map(({ first }) => first)).toEqual(events.map(({ first }) => first).toSorted((a, b) => a - b));
  expect(await sql`select counts from import_run where id = ${id}`).toEqual([{ counts: { new: ROWS } }]);
  expect([workers.A.runs(), workers.B.runs()].sort()).toEqual([false, true]);
}, 300_000);
