import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from '#db/client';
import { acceptOffer, declineOffer } from '~/domain/enrolment/answer-offer.server';
import { approveEnrolment } from '~/domain/enrolment/approve-enrolment.server';
import { cancelClass } from '~/domain/enrolment/cancel-class.server';
import { changeCapacity } from '~/domain/enrolment/change-capacity.server';
import { rejectEnrolment } from '~/domain/enrolment/reject-enrolment.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { classesToSweep, sweepClass } from '~/domain/enrolment/sweep-offers.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import { isExpected } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { moveClock, START, setClock, testDatabase } from '../../support/database';
import { aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();
const PEOPLE = 7;

type Step =
  | { do: 'enrol' | 'withdraw' | 'approve' | 'reject' | 'accept' | 'decline'; who: number }
  | { do: 'capacity'; seats: number }
  | { do: 'wait'; hours: number }
  | { do: 'sweep' | 'cancel' };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const person = (name: 'enrol' | 'withdraw' | 'approve' | 'reject' | 'accept' | 'decline', weight: number) => ({
  weight,
  arbitrary: who.map((index): Step => ({ do: name, who: index })),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  person('enrol', 8),
  person('withdraw', 4),
  person('approve', 2),
  person('reject', 2),
  person('accept', 4),
  person('decline', 2),
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }).map((seats): Step => ({ do: 'capacity', seats })) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 50 }).map((hours): Step => ({ do: 'wait', hours })) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'sweep' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'cancel' }) },
);

type Scene = Awaited<ReturnType<typeof aSeatScene>>;
type Trainees = Awaited<ReturnType<typeof aStudent>>[];

async function take(action: Step, { group, provider }: Scene, trainees: Trainees): Promise<void> {
  const office = contextOf(provider.actor);
  if (action.do === 'capacity') return changeCapacity(office, { classId: group.id, capacity: action.seats });
  if (action.do === 'cancel') return cancelClass(office, { classId: group.id, reason: '师资不足' });
  if (action.do === 'wait') return void moveClock({ hours: action.hours });
  if (action.do === 'sweep') {
    const job = contextOf({ kind: 'system', job: 'offers.sweep' });
    for (const id of await classesToSweep(now())) await sweepClass(job, id);
    return;
  }
  const trainee = 'who' in action ? trainees[action.who] : undefined;
  if (!trainee) return;
  const own = contextOf(trainee.actor);
  if (action.do === 'enrol') return void (await requestEnrolment(own, asking(group.id)));
  const [last] =
    await sql`select id from enrolment where class_id = ${group.id} and person_id = ${trainee.person.id} order by id desc limit 1`;
  if (!last) return;
  if (action.do === 'withdraw') return withdrawEnrolment(own, last.id, '行程有变');
  if (action.do === 'approve') return approveEnrolment(office, last.id);
  if (action.do === 'reject') return rejectEnrolment(office, last.id, '条件不符');
  if (action.do === 'accept') return acceptOffer(own, last.id);
  return declineOffer(own, last.id);
}

const LIVE = ['applied', 'offered', 'approved', 'attending', 'waitlisted'];

async function checkInvariants(classId: string, startsAt: Date): Promise<void> {
  const state = await seatState(classId);
  expect(state.seatsTaken).toBe(state.held);
  expect(state.waitingCount).toBe(state.waiting);
  expect(state.held).toBeLessThanOrEqual(state.capacity);
  const live = state.statuses.filter((row) => LIVE.includes(row.status)).map((row) => row.person);
  expect(new Set(live).size).toBe(live.length);
  const places = (status: string) => state.statuses.filter((row) => row.status === status).map((row) => row.place ?? 0);
  expect(Math.max(0, ...places('offered'))).toBeLessThan(Math.min(...places('waitlisted'), Number.POSITIVE_INFINITY));
  const drawn = state.statuses.flatMap((row) => row.place ?? []).sort((a, b) => a - b);
  expect(drawn).toEqual(drawn.map((_, at) => at + 1));
  const open = startsAt.getTime() - now().getTime() > 2 * 3_600_000;
  if (open && state.waiting > 0) expect(state.held).toBe(state.capacity);
}

test('whatever people and clerks do in whatever order, seats and queue stay right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { minLength: 8, maxLength: 30 }), async (capacity, steps) => {
      setClock(START);
      const scene = await aSeatScene(db, { capacity });
      const trainees = await Promise.all(Array.from({ length: PEOPLE }, () => aStudent(db)));
      for (const action of steps) {
        const before = await seatState(scene.group.id);
        const refused = await take(action, scene, trainees).then(
          () => false,
          (error: unknown) => {
            if (!isExpected(error)) throw error;
            return true;
          },
        );
        await checkInvariants(scene.group.id, scene.group.startsAt);
        const after = await seatState(scene.group.id);
        // Nobody jumps: whoever walks in while people wait, waits.
        const newcomer =
          action.do === 'enrol' && !refused && after.statuses.length > before.statuses.length ? after.statuses.at(-1) : undefined;
        if (newcomer?.status === 'applied') expect(after.waiting).toBe(0);
      }
    }),
    { numRuns: 25, seed: 20260310 },
  );
}, 120_000);
