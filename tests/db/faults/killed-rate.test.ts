import { expect, onTestFinished, test, vi } from 'vitest';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { newId } from '~/domain/shared/id';
import { operation } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { workerProcess } from '../../support/worker-process';

const { db, sql, owner } = testDatabase();
const PEOPLE = 20;
const soon = { timeout: 60_000, interval: 100 };

const counted = async () =>
  (
    await sql`select coalesce(sum(persons), 0)::int as d, coalesce(sum(standard), 0)::int as n from rate_step
      where scope = 'city' and population = 'filed' and operator_type = '*' and grain = 'day'`
  )[0];
/** Who waits for the row that is held, with segments and steps written and not committed. */
const inMidRefresh = async () => {
  const waiting = await owner()`
    select application_name as name from pg_stat_activity where datname = current_database() and wait_event in ('transactionid', 'tuple')
      and query like '%update rate_state set version%'`;
  return waiting.map((row) => String(row.name));
};

test('a worker killed in the middle of a refresh has counted nobody; the other counts everybody once', async () => {
  setClock(new Date());
  const ctx = { actor: { kind: 'system' as const, job: 'test' }, now: new Date() };
  await shipRules(ctx);
  await sql`delete from rate_dirty`;
  const { id: institutionId } = await anInstitution(db);
  for (let n = 0; n < PEOPLE; n++) {
    const { personId } = await anEngagement(db, { institutionId });
    await aCertificate(db, { personId });
  }
  await operation(ctx, 'certificate.verified', (op) =>
    op.record({ subject: { type: 'certificate', id: newId() }, data: { personId: newId(), checkId: newId() } }),
  );

  const blocked = await owner().reserve();
  onTestFinished(() => blocked.release());
  await blocked`begin`;
  await blocked`select 1 from rate_state for update`;
  const workers = { A: workerProcess({ APPLICATION_NAME: 'A' }), B: workerProcess({ APPLICATION_NAME: 'B' }) };
  await vi.waitFor(async () => expect(await inMidRefresh()).toHaveLength(1), soon);
  const [busy] = await inMidRefresh();
  await (busy === 'A' ? workers.A : workers.B).kill();
  expect(await counted()).toEqual({ d: 0, n: 0 });
  await blocked`rollback`;

  await vi.waitFor(async () => expect(await counted()).toEqual({ d: PEOPLE, n: PEOPLE }), soon);
  await vi.waitFor(async () => expect((await sql`select 1 from rate_dirty`).length).toBe(0), soon);
  const [told] = await sql`select sum((data->>'people')::int)::int as people from event where name = 'rate.refreshed'`;
  expect(told?.people).toBe(PEOPLE);
  expect(await recountRate(ctx)).toMatchObject({ differences: 0 });
  expect(await counted()).toEqual({ d: PEOPLE, n: PEOPLE });
}, 240_000);
