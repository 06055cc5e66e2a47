import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { sweepAnswersJob } from '#jobs/handlers/sweep-answers';
import { sweepOffersJob } from '#jobs/handlers/sweep-offers';
import { verifySeatsJob } from '#jobs/handlers/verify-seats';
import { acceptOffer, declineOffer } from '~/domain/enrolment/answer-offer.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { verifySeats } from '~/domain/enrolment/verify-seats.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import type { Context } from '~/domain/shared/operation.server';
import { moveClock, setClock, testDatabase } from '../../support/database';
import { aCaregiver, aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const TABLES = ['enrolment', 'training_class'];
const job = () => contextOf({ kind: 'system', job: 'offers.sweep' });

/** One seat, whose holder has left: the second person has been offered it, two more wait. */
async function offered(columns: Parameters<typeof aSeatScene>[1] = {}) {
  const scene = await aSeatScene(db, { capacity: 1, ...columns });
  const first = await aStudent(db);
  const second = await aCaregiver(db, scene.institution.id);
  const [third, fourth] = [await aStudent(db), await aStudent(db)];
  const places = [];
  for (const { actor } of [first, second, third, fourth]) places.push(await requestEnrolment(contextOf(actor), asking(scene.group.id)));
  await withdrawEnrolment(contextOf(first.actor), places[0]?.id ?? '', '行程有变');
  return { ...scene, first, second, third, fourth, ids: places.map((place) => place.id) };
}

async function answerScene(call: (ctx: Context, id: string) => Promise<void>) {
  const scene = await offered();
  const stranger = (await aStudent(db)).actor;
  return { ...scene, actor: scene.second.actor, stranger, call: (ctx: Context) => call(ctx, scene.ids[1] ?? '') };
}

const statusesOf = async (classId: string) => (await seatState(classId)).statuses.map((row) => row.status);
const waitingAnswer = async (call: (ctx: Context, id: string) => Promise<void>) => {
  const scene = await offered();
  return { actor: scene.third.actor, call: (ctx: Context) => call(ctx, scene.ids[2] ?? '') };
};

sevenQuestions('acceptOffer', () => answerScene(acceptOffer), {
  event: 'enrolment.offer_accepted',
  tables: TABLES,
  works: async (_, { group }) => {
    expect(await statusesOf(group.id)).toEqual(['withdrawn', 'approved', 'waitlisted', 'waitlisted']);
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 1, waitingCount: 2 });
  },
  wrongState: { code: 'no_offer', scene: () => waitingAnswer(acceptOffer) },
  wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
  repeated: 'unchanged',
});

test('declining passes the seat to the next in the queue at once, in the name of the rule', async () => {
  const { group, second, ids } = await offered();
  await declineOffer(contextOf(second.actor), ids[1] ?? '');
  expect(await statusesOf(group.id)).toEqual(['withdrawn', 'declined', 'offered', 'waitlisted']);
  const [event] = await sql`select actor_kind, actor from event where name = 'enrolment.offered' order by seq desc limit 1`;
  expect(event).toEqual({ actor_kind: 'system', actor: 'seats.allocate' });
  await declineOffer(contextOf(second.actor), ids[1] ?? '');
  expect(await statusesOf(group.id)).toEqual(['withdrawn', 'declined', 'offered', 'waitlisted']);
});

test('an institution answers for its own staff, and for nobody else', async () => {
  const { group, admin, ids } = await offered();
  const other = await aMember(db, 'institution_admin');
  await expect(acceptOffer(contextOf(other.actor), ids[1] ?? '')).rejects.toMatchObject({ status: 404 });
  await acceptOffer(contextOf(admin.actor), ids[1] ?? '');
  expect((await statusesOf(group.id))[1]).toBe('approved');
});

describe('deadlines', () => {
  test('an offer is held for twenty-four waking hours', async () => {
    const { ids } = await offered();
    const [row] = await sql`select offer_expires_at from enrolment where id = ${ids[1] ?? ''}`;
    // Made on Tuesday at 09:00: twelve hours that day, twelve the next.
    expect(new Date(row?.offer_expires_at)).toEqual(new Date('2026-03-11T20:00:00+08:00'));
  });

  test('with the worker down, a late answer passes the seat on, and says so', async () => {
    const { group, second, ids } = await offered();
    moveClock({ days: 2 });
    await expect(acceptOffer(contextOf(second.actor), ids[1] ?? '')).rejects.toMatchObject({ code: 'offer_expired' });
    expect(await statusesOf(group.id)).toEqual(['withdrawn', 'lapsed', 'offered', 'waitlisted']);
  });

  test('with the worker down, the next request lets it lapse first', async () => {
    const { group } = await offered();
    moveClock({ days: 2 });
    const { actor } = await aStudent(db);
    expect(await requestEnrolment(contextOf(actor), asking(group.id))).toMatchObject({ status: 'waitlisted', queuePlace: 4 });
    expect(await statusesOf(group.id)).toEqual(['withdrawn', 'lapsed', 'offered', 'waitlisted', 'waitlisted']);
  });

  test('the sweep passes lapsed offers on, and finds nothing the second time', async () => {
    const { group } = await offered();
    moveClock({ days: 2 });
    expect(await sweepOffersJob({ ctx: job() })).toMatch(/^\d+ places moved$/);
    expect(await statusesOf(group.id)).toEqual(['withdrawn', 'lapsed', 'offered', 'waitlisted']);
    expect(await sweepOffersJob({ ctx: job() })).toBe('nothing to pass on');
  });

  test('two hours before the start the queue ends: nobody is offered a seat, and everyone is told', async () => {
    const { group } = await offered();
    setClock('2026-03-17T07:00:00+08:00');
    await sweepOffersJob({ ctx: job() });
    expect(await statusesOf(group.id)).toEqual(['withdrawn', 'lapsed', 'lapsed', 'lapsed']);
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0, waitingCount: 0 });
    expect(await sql`select 1 from event where name = 'enrolment.waiting_ended' and data ->> 'classId' = ${group.id}`).toHaveLength(2);
    expect(await sweepOffersJob({ ctx: job() })).toBe('nothing to pass on');
  });
});

test('a seat elsewhere at the same hour stands in the way of accepting, by name', async () => {
  const { second, ids } = await offered();
  const other = await aSeatScene(db);
  await sql`update enrolment set status = 'waitlisted' where id = ${ids[1] ?? ''}`;
  await requestEnrolment(contextOf(second.actor), asking(other.group.id));
  await sql`update enrolment set status = 'offered' where id = ${ids[1] ?? ''}`;
  await expect(acceptOffer(contextOf(second.actor), ids[1] ?? '')).rejects.toMatchObject({ code: 'lesson_overlap' });
});

test('an accepted seat whose institution stays silent becomes one without an institution', async () => {
  const { second, ids } = await offered();
  await acceptOffer(contextOf(second.actor), ids[1] ?? '');
  const answer = async () => (await sql`select institution_answer, institution_id from enrolment where id = ${ids[1] ?? ''}`)[0];
  expect(await answer()).toMatchObject({ institution_answer: 'pending' });
  expect(await sweepAnswersJob({ ctx: job() })).toBe('every institution has answered');
  setClock('2026-03-14T00:10:00+08:00');
  expect(await sweepAnswersJob({ ctx: job() })).toMatch(/^\d+ admissions without an answer$/);
  expect(await answer()).toEqual({ institution_answer: 'silent', institution_id: null });
  expect(await sweepAnswersJob({ ctx: job() })).toBe('every institution has answered');
});

test('the nightly count finds nothing in order, names and mends what was broken, and leaves a record', async () => {
  const { group } = await offered();
  const [before] = await sql`select count(*)::int as n from training_class`;
  expect(await verifySeatsJob({ ctx: job() })).toBe(`${before?.n} classes in order`);
  await sql`update training_class set seats_taken = 0, waiting_count = 1 where id = ${group.id}`;
  expect((await verifySeats(job())).found).toEqual([
    { classId: group.id, kind: 'seats_differ' },
    { classId: group.id, kind: 'waiting_differs' },
  ]);
  expect(await seatState(group.id)).toMatchObject({ seatsTaken: 1, held: 1, waitingCount: 2, waiting: 2 });
  expect((await verifySeats(job())).found).toEqual([]);
  expect(await sql`select 1 from event where name = 'seats.verified'`).toHaveLength(3);
});
