import { expect, test } from 'vitest';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import { testDatabase } from '../../support/database';
import { aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();

const students = (n: number) => Promise.all(Array.from({ length: n }, () => aStudent(db)));

test('sixty-four people at once for ten seats: ten are seated, the others queue without a gap', async () => {
  const { group } = await aSeatScene(db);
  const people = await students(64);
  const places = await Promise.all(people.map(({ actor }) => requestEnrolment(contextOf(actor), asking(group.id))));
  expect(places.filter((place) => place.status === 'applied')).toHaveLength(10);
  const queue = places.flatMap((place) => place.queuePlace ?? []).sort((a, b) => a - b);
  expect(queue).toEqual(Array.from({ length: 54 }, (_, at) => at + 1));
  expect(await seatState(group.id)).toMatchObject({ seatsTaken: 10, held: 10, waitingCount: 54, waiting: 54 });
});

test('one person who clicks thirty-two times has one enrolment and one event', async () => {
  const { group } = await aSeatScene(db);
  const { actor } = await aStudent(db);
  const places = await Promise.all(Array.from({ length: 32 }, () => requestEnrolment(contextOf(actor), asking(group.id))));
  expect(new Set(places.map((place) => place.id)).size).toBe(1);
  expect(places.filter((place) => place.isNew)).toHaveLength(1);
  const events = await sql`select 1 from event where name = 'enrolment.requested' and subject_id = ${places[0]?.id ?? ''}`;
  expect(events).toHaveLength(1);
  expect(await seatState(group.id)).toMatchObject({ seatsTaken: 1, held: 1 });
});

test('people who leave while others arrive never lose or double a seat', async () => {
  const { group } = await aSeatScene(db, { capacity: 5 });
  const people = await students(40);
  await Promise.all(
    people.map(async ({ actor }, at) => {
      const place = await requestEnrolment(contextOf(actor), asking(group.id));
      if (at % 3 === 0) await withdrawEnrolment(contextOf(actor), place.id, '行程有变');
    }),
  );
  const state = await seatState(group.id);
  expect(state).toMatchObject({ seatsTaken: 5, held: 5, waitingCount: state.waiting });
  const waiting = state.statuses.filter((row) => row.status === 'waitlisted').map((row) => row.place ?? 0);
  const called = state.statuses.filter((row) => row.status === 'offered').map((row) => row.place ?? 0);
  expect(Math.max(0, ...called)).toBeLessThan(Math.min(...waiting, Number.POSITIVE_INFINITY));
});

test('two classes at the same hour, asked for at once by one person: one seat, the other refused with the clash', async () => {
  const [one, other] = [await aSeatScene(db), await aSeatScene(db)];
  const { actor } = await aStudent(db);
  const answers = await Promise.allSettled([one, other].map(({ group }) => requestEnrolment(contextOf(actor), asking(group.id))));
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'lesson_overlap' });
});
