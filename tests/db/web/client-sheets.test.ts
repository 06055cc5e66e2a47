import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { attendance, score } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aPerson } from '#db/seed/builders/people';
import { grantClient } from '~/domain/organisation/grant-client.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { action as pushAttendance } from '~/routes/api.v1.attendance';
import { loader as classes } from '~/routes/api.v1.classes';
import { action as pushResults } from '~/routes/api.v1.results';
import { action as pushScores } from '~/routes/api.v1.scores';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { taughtClass } from '../../support/taught-class';

const { db, sql } = testDatabase();

/** A class that was taught, two trainees whose numbers are known here, and its provider's key. */
async function scene(scopes: ApiScope[] = ['attendance:write', 'scores:write']) {
  const made = await taughtClass({ names: [] });
  const people = [await aPerson(db, { name: '李一' }), await aPerson(db, { name: '王二' })];
  const trainees = [];
  for (const { id } of people) trainees.push(await anEnrolment(db, { trainingClass: made.held, personId: id }));
  const officer = (await aMember(db, 'city_officer')).actor;
  const { key, id } = await grantClient(contextOf(officer), made.provider.id, { name: '教务系统', scopes, expiresOn: '2026-12-31' });
  const [first, second] = people.map((person) => person.idNumber) as [string, string];
  return { ...made, trainees, first, second, key, clientId: id, classCode: made.held.code, lessonId: made.held.lessons[0]?.id ?? '' };
}

const to = (action: typeof pushScores) => async (key: string, body: unknown) => {
  const headers = { Authorization: `Bearer ${key}`, 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' };
  const request = new Request('http://test.local/api/v1/x', { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await action({ request, params: {}, context: {} } as unknown as ActionFunctionArgs);
  return { status: answer.status, body: await answer.json() };
};
const sheet = to(pushAttendance);
const scores = to(pushScores);
const marksOf = (enrolmentId: string) => db.select().from(attendance).where(eq(attendance.enrolmentId, enrolmentId));
const scoresOf = (enrolmentId: string) => db.select().from(score).where(eq(score.enrolmentId, enrolmentId));

describe('attendance', () => {
  test('a sheet is one operation and one event, by the client', async () => {
    const { key, clientId, classCode, lessonId, first, second, trainees } = await scene();
    const rows = [
      { idNumber: first, mark: 'present' },
      { idNumber: second, mark: 'late', minutesLate: 15 },
    ];
    expect(await sheet(key, { classCode, lessonId, rows })).toMatchObject({ status: 200, body: { accepted: 2 } });
    expect(await marksOf(trainees[0]?.id ?? '')).toMatchObject([{ mark: 'present', recordedBy: null }]);
    const events = await sql`select actor, data from event where name = 'attendance.recorded' and subject_id = ${lessonId}`;
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actor: clientId });
    // Sent again under another key: what stands there already is no change.
    expect(await sheet(key, { classCode, lessonId, rows })).toMatchObject({ status: 200, body: { accepted: 2 } });
    expect(await sql`select 1 from event where name = 'attendance.recorded' and subject_id = ${lessonId}`).toHaveLength(1);
  });

  test('wrong rows are named, the others are written', async () => {
    const { key, classCode, lessonId, first, second, trainees } = await scene();
    const rows = [
      { idNumber: first, mark: 'present' },
      { idNumber: second, mark: 'late', minutesLate: 900 },
      { idNumber: second, mark: 'late' },
      { idNumber: (await aPerson(db)).idNumber, mark: 'present' },
      { idNumber: first, mark: 'asleep' },
    ];
    const { status, body } = await sheet(key, { classCode, lessonId, rows });
    expect(status).toBe(207);
    expect((body as { errors: { row: number; code: string }[] }).errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'late_minutes'],
      [3, 'late_minutes_needed'],
      [4, 'not_in_class'],
      [5, 'field_choice'],
    ]);
    expect(await marksOf(trainees[0]?.id ?? '')).toMatchObject([{ mark: 'present' }]);
    expect(await marksOf(trainees[1]?.id ?? '')).toEqual([]);
  });

  test('another provider’s class, an unknown lesson and a missing scope', async () => {
    const { key, classCode, lessonId, first } = await scene();
    const other = await scene();
    const rows = [{ idNumber: first, mark: 'present' }];
    expect((await sheet(key, { classCode: other.classCode, lessonId: other.lessonId, rows })).status).toBe(404);
    const foreign = await sheet(key, { classCode, lessonId: other.lessonId, rows });
    expect(foreign).toMatchObject({ status: 207, body: { accepted: 0, errors: [{ row: 1, code: 'not_found' }] } });
    const scoring = await scene(['scores:write']);
    expect((await sheet(scoring.key, { classCode: scoring.classCode, lessonId, rows })).status).toBe(403);
  });
});

describe('scores', () => {
  const scored = (idNumber: string, more: object = {}) => ({
    ...{ idNumber, kind: 'theory', points: 86.5, assessedOn: '2026-03-09', assessor: '李演' },
    ...more,
  });

  test('are taken by the rules of the screen; what is wrong is named by its row', async () => {
    const { key, classCode, first, second, trainees } = await scene();
    const rows = [
      scored(first),
      scored(first, { kind: 'practical', points: 70 }),
      scored(second, { points: 101 }),
      scored(second, { assessedOn: '2026-03-20' }),
      scored(second, { kind: 'theory_retest' }),
    ];
    const { status, body } = await scores(key, { classCode, rows });
    expect(status).toBe(207);
    expect((body as { errors: { row: number; code: string }[] }).errors.map(({ row, code }) => [row, code])).toEqual([
      [3, 'field_too_large'],
      [4, 'score_in_future'],
      [5, 'retest_without_failure'],
    ]);
    expect((await scoresOf(trainees[0]?.id ?? '')).map(({ kind, points }) => [kind, points]).toSorted()).toEqual([
      ['practical', 70],
      ['theory', 86.5],
    ]);
    expect(await scoresOf(trainees[1]?.id ?? '')).toEqual([]);
  });

  test('are refused for a class of another provider and without the scope', async () => {
    const { key, first } = await scene();
    const other = await scene(['attendance:write']);
    expect((await scores(key, { classCode: other.classCode, rows: [scored(first)] })).status).toBe(404);
    expect((await scores(other.key, { classCode: other.classCode, rows: [scored(other.first)] })).status).toBe(403);
  });
});

test('a provider’s key sends no results of sittings, and its officer cannot grant that', async () => {
  const { key } = await scene();
  const answer = await to(pushResults)(key, { sittingCode: 'X26', rows: [{ candidate: '1', theory: 60 }] });
  expect(answer.status).toBe(403);
  await expect(scene(['results:write'])).rejects.toMatchObject({ code: 'scope_not_for_kind' });
});

test('a class is read with its lessons, another provider’s is unknown', async () => {
  const { key, classCode, lessonId } = await scene();
  const other = await scene();
  const read = async (code: string) => {
    const request = new Request(`http://test.local/api/v1/classes?code=${code}`, { headers: { Authorization: `Bearer ${key}` } });
    return classes({ request, params: {}, context: {} } as unknown as ActionFunctionArgs);
  };
  expect(await (await read(classCode)).json()).toMatchObject({ classCode, lessons: [{ id: lessonId }, {}] });
  expect((await read(other.classCode)).status).toBe(404);
});
