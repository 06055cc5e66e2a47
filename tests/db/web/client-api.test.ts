import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engagement } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticIdentity } from '#db/seed/builders/synthetic';
import { grantClient } from '~/domain/organisation/grant-client.server';
import { revokeClient } from '~/domain/organisation/revoke-client.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { action as rosterChanges } from '~/routes/api.v1.roster-changes';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();
let asked = 0;

async function aClient(scopes: ApiScope[] = ['roster:write', 'institutions:read'], expiresOn = '2026-12-31') {
  const place = await anInstitution(db);
  const officer = (await aMember(db, 'city_officer')).actor;
  return { place, officer, ...(await grantClient(contextOf(officer), place.id, { name: '园务系统', scopes, expiresOn })) };
}

interface Sent {
  key?: string;
  idempotencyKey?: string;
  body?: unknown;
}
async function push({ key, idempotencyKey = randomUUID(), body }: Sent) {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey });
  if (key) headers.set('Authorization', `Bearer ${key}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request('http://test.local/api/v1/roster-changes', { method: 'POST', headers, body: text });
  const context = { clientAddress: `address ${asked++}` };
  const answer = await rosterChanges({ request, params: {}, context } as unknown as ActionFunctionArgs);
  return { status: answer.status, replayed: answer.headers.get('Idempotency-Replayed'), body: await answer.json() };
}
const newcomer = (more: object = {}) => ({
  action: 'add',
  name: '周小演',
  idNumber: syntheticIdentity(nextNumber() + 5_000),
  role: 'caregiver',
  startOn: '2026-03-01',
  ...more,
});
const onRoster = (institutionId: string) => db.select().from(engagement).where(eq(engagement.institutionId, institutionId));

describe('rows', () => {
  test('are taken by the operations of the screen, in the name of the client', async () => {
    const { key, place, id } = await aClient();
    const answer = await push({ key, body: { rows: [newcomer(), newcomer({ isFullTime: false, phone: '16900007777' })] } });
    expect(answer).toMatchObject({ status: 200, body: { rows: 2, accepted: 2, refused: 0, errors: [] } });
    expect(await onRoster(place.id)).toHaveLength(2);
    const [event] =
      await sql`select actor_kind, actor, actor_role, organisation_id from event where name = 'engagement.added' order by seq desc limit 1`;
    expect(event).toEqual({ actor_kind: 'api', actor: id, actor_role: 'institution_admin', organisation_id: place.id });
  });

  test('that are wrong are named one by one, in both languages; the others are taken', async () => {
    const { key, place } = await aClient();
    const known = await aPerson(db);
    await anEngagement(db, { personId: known.id, institutionId: place.id, role: 'caregiver' });
    const twice = newcomer();
    const answer = await push({
      key,
      body: {
        rows: [
          newcomer({ idNumber: '119900199001011111' }),
          newcomer({ startOn: '2026-02-30' }),
          newcomer({ role: 'cook' }),
          newcomer({ salary: 1 }),
          { action: 'end', idNumber: newcomer().idNumber, role: 'caregiver', endOn: '2026-03-09' },
          'not a row',
          twice,
          twice,
        ],
      },
    });
    expect(answer).toMatchObject({ status: 207, body: { rows: 8, accepted: 1, refused: 7 } });
    const { errors } = answer.body as {
      errors: { row: number; field: string | null; code: string; messageZh: string; messageEn: string }[];
    };
    expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '1 idNumber id_check_digit',
      '2 startOn field_date',
      '3 role field_choice',
      '4 salary field_format',
      '5 idNumber not_on_roster',
      expect.stringMatching(/^6 /),
      '8 role engagement_exists',
    ]);
    for (const { messageZh, messageEn } of errors) {
      expect(messageZh).toMatch(/[\u4e00-\u9fff]/);
      expect(messageEn).toMatch(/[a-z]{3}/);
    }
    expect(await onRoster(place.id)).toHaveLength(2);
  });

  test('end and correct posts of the own institution', async () => {
    const { key, place } = await aClient();
    const idNumber = syntheticIdentity(nextNumber() + 6_000);
    await push({ key, body: { rows: [newcomer({ idNumber })] } });
    const change = { action: 'change', idNumber, role: 'caregiver', newRole: 'health_staff', isFullTime: false };
    expect((await push({ key, body: { rows: [change] } })).status).toBe(200);
    const end = { action: 'end', idNumber, role: 'health_staff', endOn: '2026-03-10' };
    expect((await push({ key, body: { rows: [end] } })).status).toBe(200);
    expect(await onRoster(place.id)).toMatchObject([{ role: 'health_staff', isFullTime: false, endOn: '2026-03-10' }]);
    const other = await aClient();
    expect((await push({ key: other.key, body: { rows: [end] } })).body).toMatchObject({ refused: 1, errors: [{ code: 'not_on_roster' }] });
  });
});

describe('the same idempotency key', () => {
  test('again gives the same answer and one effect', async () => {
    const { key, place } = await aClient();
    const sent = { key, idempotencyKey: 'order-0001', body: { rows: [newcomer(), newcomer({ role: 'cook' })] } };
    const first = await push(sent);
    const second = await push(sent);
    expect(first).toMatchObject({ status: 207, replayed: 'false' });
    expect(second).toEqual({ ...first, replayed: 'true' });
    expect(await onRoster(place.id)).toHaveLength(1);
  });

  test('at the same moment, too', async () => {
    const { key, place } = await aClient();
    const sent = { key, idempotencyKey: 'order-0002', body: { rows: [newcomer()] } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => push(sent)));
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      answers.map(() => ({ status: 200, body: { rows: 1, accepted: 1, refused: 0, errors: [] } })),
    );
    expect(answers.filter(({ replayed }) => replayed === 'false')).toHaveLength(1);
    expect(await onRoster(place.id)).toHaveLength(1);
  });

  test('with another content is refused; another client may use it', async () => {
    const { key } = await aClient();
    const other = await aClient();
    const idempotencyKey = 'order-0003';
    await push({ key, idempotencyKey, body: { rows: [newcomer()] } });
    const again = await push({ key, idempotencyKey, body: { rows: [newcomer()] } });
    expect(again).toMatchObject({ status: 422, body: { error: { code: 'idempotency_reused' } } });
    expect((await push({ key: other.key, idempotencyKey, body: { rows: [newcomer()] } })).status).toBe(200);
  });
});

describe('who may not', () => {
  const body = { rows: [newcomer()] };
  test('no key, a wrong key, an expired or a revoked one: 401', async () => {
    expect((await push({ body })).status).toBe(401);
    expect((await push({ key: `yupei_${'x'.repeat(43)}`, body })).status).toBe(401);
    const { key, id, officer } = await aClient();
    await revokeClient(contextOf(officer), id, '停用');
    expect(await push({ key, body })).toMatchObject({ status: 401, body: { error: { code: 'api_key_missing' } } });
    const short = await aClient(undefined, '2026-03-10');
    moveClock({ days: 1 });
    expect((await push({ key: short.key, body })).status).toBe(401);
  });

  test('a key without the scope: 403, and nothing is done', async () => {
    const { key, place } = await aClient(['institutions:read']);
    expect(await push({ key, body })).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
    expect(await onRoster(place.id)).toEqual([]);
  });

  test('too many requests of one client: 429', async () => {
    const { key } = await aClient();
    const answers = [];
    for (let i = 0; i < 121; i++) answers.push((await push({ key, body: '' })).status);
    expect(new Set(answers.slice(0, 120))).toEqual(new Set([400]));
    expect(answers.at(-1)).toBe(429);
  });
});

test.each([
  ['no JSON', '{"rows": ['],
  ['no rows', {}],
  ['an empty list', { rows: [] }],
  ['too many rows', { rows: Array.from({ length: 501 }, () => 1) }],
  ['another field', { rows: [newcomer()], dryRun: true }],
  ['no object', '[]'],
  ['null', 'null'],
])('%s is answered with 400 and its reason', async (_what, body) => {
  const { key } = await aClient();
  expect(await push({ key, body })).toMatchObject({
    status: 400,
    body: { error: { messageZh: expect.any(String), messageEn: expect.any(String) } },
  });
});

test('text that Postgres cannot store is cleaned, not a defect', async () => {
  const { key } = await aClient();
  const answer = await push({ key, body: { rows: [newcomer({ remark: 'a\u0000b\ud800' })] } });
  expect(answer.status).toBe(200);
});

test('an idempotency key is asked for', async () => {
  const { key } = await aClient();
  expect(await push({ key, idempotencyKey: 'x', body: { rows: [newcomer()] } })).toMatchObject({
    status: 400,
    body: { error: { code: 'idempotency_missing' } },
  });
});
