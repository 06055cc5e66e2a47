import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { candidate } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { grantClient } from '~/domain/organisation/grant-client.server';
import { action as pushResults } from '~/routes/api.v1.results';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aHeldScene } from '../evaluation/scenes';

const { db, sql } = testDatabase();

async function scene() {
  const made = await aHeldScene(db);
  const officer = (await aMember(db, 'city_officer')).actor;
  const input = { name: '考务系统', scopes: ['results:write'] as const, expiresOn: '2026-12-31' };
  const { key, id } = await grantClient(contextOf(officer), made.sitting.organisationId, input);
  const candidates = await db.select().from(candidate).where(eq(candidate.sittingId, made.sitting.id));
  return { ...made, key, clientId: id, candidates };
}

async function push(key: string, body: unknown) {
  const headers = { Authorization: `Bearer ${key}`, 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' };
  const request = new Request('http://test.local/api/v1/results', { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await pushResults({ request, params: {}, context: {} } as unknown as ActionFunctionArgs);
  return { status: answer.status, body: await answer.json() };
}

test('results are taken by the operation of the screen; wrong rows are named', async () => {
  const { key, clientId, sitting, candidates } = await scene();
  const [first] = candidates;
  const answer = await push(key, {
    sittingCode: sitting.code,
    rows: [
      { candidate: first?.number, theory: 82, practical: 75.5 },
      { candidate: 'nobody', theory: 60 },
      { candidate: first?.number, theory: 60 },
      { candidate: first?.number, theory: 'much' },
    ],
  });
  expect(answer).toMatchObject({
    status: 207,
    body: {
      accepted: 1,
      refused: 3,
      errors: [
        { row: 2, field: 'candidate', code: 'candidate_unknown' },
        { row: 3, field: 'candidate', code: 'candidate_repeated' },
        { row: 4, field: 'theory', code: 'field_number' },
      ],
    },
  });
  const [stored] = await db
    .select()
    .from(candidate)
    .where(eq(candidate.id, first?.id ?? ''));
  expect(stored).toMatchObject({ theoryPoints: 82, practicalPoints: 75.5, resultRecordedBy: null });
  const [event] = await sql`select actor, actor_role from event where name = 'result.recorded' order by seq desc limit 1`;
  expect(event).toEqual({ actor: clientId, actor_role: 'evaluator' });
});

test('a sitting of another organisation is unknown', async () => {
  const [own, other] = [await scene(), await scene()];
  expect((await push(own.key, { sittingCode: other.sitting.code, rows: [{ candidate: '1', theory: 60 }] })).status).toBe(404);
});
