import { expect, test } from 'vitest';
import { aTrainee } from '#db/seed/builders/accounts';
import { nextNumber, syntheticIdentity } from '#db/seed/builders/synthetic';
import { registerMyself, registerStudents } from '~/domain/evaluation/register-candidate.server';
import { withdrawCandidate } from '~/domain/evaluation/withdraw-candidate.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aSittingScene, sittingRow } from './scenes';

const { db, sql } = testDatabase();
const trainees = (n: number) => Promise.all(Array.from({ length: n }, () => aTrainee(db)));
const seated = async (sittingId: string) =>
  (await sql`select number, status from candidate where sitting_id = ${sittingId} order by number`).map(({ number, status }) => ({
    number,
    status,
  }));

test('sixty-four people at once for ten seats: ten are seated, with the numbers one to ten', async () => {
  const { sitting } = await aSittingScene(db);
  const people = await trainees(64);
  const answers = await Promise.allSettled(people.map(({ actor }) => registerMyself(contextOf(actor), sitting.id)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'sitting_full' });
  expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 10, last_candidate: 10 });
  expect((await seated(sitting.id)).map(({ number }) => number)).toEqual(
    Array.from({ length: 10 }, (_, at) => `${sitting.code}-${String(at + 1).padStart(4, '0')}`),
  );
});

test('one person who clicks thirty-two times, while her college registers her too, has one seat', async () => {
  const { sitting, college } = await aSittingScene(db);
  const { actor, person } = await aTrainee(db);
  const student = { line: 1, name: person.name, idType: 'resident_id' as const, idNumber: person.idNumber };
  const [own] = await Promise.all([
    Promise.all(Array.from({ length: 32 }, () => registerMyself(contextOf(actor), sitting.id))),
    registerStudents(contextOf(college.actor), sitting.id, [student]),
  ]);
  expect(new Set(own.map(({ candidateId }) => candidateId)).size).toBe(1);
  expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 1, last_candidate: 1 });
});

test('two colleges that enter the same new student at once make one person and one seat', async () => {
  const { sitting, college } = await aSittingScene(db);
  const other = await aSittingScene(db);
  const student = { line: 1, name: '王小雨', idType: 'resident_id' as const, idNumber: syntheticIdentity(nextNumber() + 8_000) };
  await Promise.all([college, other.college].map(({ actor }) => registerStudents(contextOf(actor), sitting.id, [student])));
  expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 1 });
});

test('people who leave while others arrive never lose or double a seat, and no number comes twice', async () => {
  const { sitting } = await aSittingScene(db, { capacity: 6 });
  const people = await trainees(40);
  await Promise.allSettled(
    people.map(async ({ actor }, at) => {
      const seat = await registerMyself(contextOf(actor), sitting.id);
      if (at % 2 === 0) await withdrawCandidate(contextOf(actor), seat.candidateId, '时间冲突');
    }),
  );
  const rows = await seated(sitting.id);
  const row = await sittingRow(sitting.id);
  expect(row?.seats_taken).toBe(rows.filter(({ status }) => status === 'registered').length);
  expect(row?.seats_taken).toBeLessThanOrEqual(6);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  expect(row?.last_candidate).toBe(rows.length);
});
