import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { sweepMinimumJob } from '#jobs/handlers/sweep-minimum';
import { cancelClass } from '~/domain/enrolment/cancel-class.server';
import { changeCapacity } from '~/domain/enrolment/change-capacity.server';
import { decideMinimum } from '~/domain/enrolment/decide-minimum.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import type { Context } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const TABLES = ['enrolment', 'training_class', 'lesson'];
const job = () => contextOf({ kind: 'system', job: 'minimum.sweep' });
const trainee = async () => (await aStudent(db)).actor;

/** A class of two seats with two people in it and three in the queue. */
async function crowded() {
  const scene = await aSeatScene(db, { capacity: 2 });
  for (let n = 0; n < 5; n += 1) await requestEnrolment(contextOf(await trainee()), asking(scene.group.id));
  return scene;
}

async function providerScene(call: (ctx: Context, classId: string) => Promise<void>) {
  const scene = await crowded();
  return {
    ...scene,
    actor: scene.provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    call: (ctx: Context) => call(ctx, scene.group.id),
  };
}

const cancelled = async (call: (ctx: Context, classId: string) => Promise<void>) => {
  const scene = await providerScene(call);
  await cancelClass(contextOf(scene.provider.actor), { classId: scene.group.id, reason: '场地停用' });
  return scene;
};

const raise = (ctx: Context, classId: string) => changeCapacity(ctx, { classId, capacity: 4 });
const roomy = async () => {
  const scene = await aSeatScene(db, { capacity: 2 });
  return {
    ...scene,
    actor: scene.provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    call: (ctx: Context) => raise(ctx, scene.group.id),
  };
};
sevenQuestions('changeCapacity', roomy, {
  event: 'class.capacity_changed',
  tables: TABLES,
  works: async (_, { group }) => expect(await seatState(group.id)).toMatchObject({ capacity: 4, seatsTaken: 0 }),
  wrongState: { code: 'class_not_open', scene: () => cancelled(raise) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

test('added seats are offered in the order of the queue at once', async () => {
  const { group, provider } = await crowded();
  await raise(contextOf(provider.actor), group.id);
  const state = await seatState(group.id);
  expect(state).toMatchObject({ capacity: 4, seatsTaken: 4, waitingCount: 1 });
  expect(state.statuses.map((row) => row.status)).toEqual(['applied', 'applied', 'offered', 'offered', 'waitlisted']);
});

const cancel = (ctx: Context, classId: string) => cancelClass(ctx, { classId, reason: '师资不足' });
sevenQuestions('cancelClass', () => providerScene(cancel), {
  event: 'class.cancelled',
  tables: TABLES,
  works: async (_, { group }) => {
    const state = await seatState(group.id);
    expect(state).toMatchObject({ seatsTaken: 0, waitingCount: 0, held: 0, waiting: 0 });
    expect(new Set(state.statuses.map((row) => row.status))).toEqual(new Set(['voided']));
    expect(await sql`select 1 from lesson where class_id = ${group.id} and status = 'scheduled'`).toHaveLength(0);
  },
  wrongState: {
    code: 'class_not_open',
    scene: async () => {
      const scene = await providerScene(cancel);
      await sql`update training_class set status = 'closing_review' where id = ${scene.group.id}`;
      return scene;
    },
  },
  wrongRole: trainee,
  repeated: 'unchanged',
});

/** Below its minimum of three when the window ended; the job has asked. */
async function asked(call: (ctx: Context, classId: string) => Promise<void>) {
  const scene = await aSeatScene(db, { minimumSize: 3 });
  await requestEnrolment(contextOf(await trainee()), asking(scene.group.id));
  setClock('2026-03-17T00:05:00+08:00');
  expect(await sweepMinimumJob({ ctx: job() })).toMatch(/^\d+ decisions asked for$/);
  return {
    ...scene,
    actor: scene.provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    call: (ctx: Context) => call(ctx, scene.group.id),
  };
}

const proceed = (ctx: Context, classId: string) =>
  decideMinimum(ctx, { classId, decision: 'proceed', enrolUntilOn: '', reason: '小班教学' });
sevenQuestions('decideMinimum', () => asked(proceed), {
  event: 'class.minimum_decided',
  tables: TABLES,
  works: async (_, { group }) => {
    const [row] = await sql`select minimum_decision, minimum_decision_due_on from training_class where id = ${group.id}`;
    expect(row).toEqual({ minimum_decision: 'proceed', minimum_decision_due_on: null });
  },
  wrongState: { code: 'wrong_state', scene: () => providerScene(proceed) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

test('a class below its minimum is asked about once, with a due date, and again after an extension that did not help', async () => {
  const { group, provider } = await asked(proceed);
  const state = async () =>
    (await sql`select minimum_decision, minimum_decision_due_on, enrol_until_on from training_class where id = ${group.id}`)[0];
  expect(await state()).toMatchObject({ minimum_decision: 'pending', minimum_decision_due_on: '2026-03-17' });
  expect(await sweepMinimumJob({ ctx: job() })).toBe('no class below its minimum');
  const extend = (enrolUntilOn: string) =>
    decideMinimum(contextOf(provider.actor), { classId: group.id, decision: 'extend', enrolUntilOn, reason: '继续招生' });
  await expect(extend('2026-03-16')).rejects.toMatchObject({ code: 'extension_too_early' });
  await expect(extend('2026-03-17')).rejects.toMatchObject({ code: 'window_after_start' });
  await sql`update training_class set starts_on = '2026-03-24', ends_on = '2026-03-24', starts_at = '2026-03-24 09:00+08' where id = ${group.id}`;
  await extend('2026-03-20');
  expect(await state()).toMatchObject({ minimum_decision: 'extend', enrol_until_on: '2026-03-20' });
  expect(await requestEnrolment(contextOf(await trainee()), asking(group.id))).toMatchObject({ status: 'applied' });
  setClock('2026-03-21T00:05:00+08:00');
  expect(await sweepMinimumJob({ ctx: job() })).toBe('1 decisions asked for');
  expect(await state()).toMatchObject({ minimum_decision: 'pending', minimum_decision_due_on: '2026-03-24' });
});

test('deciding to cancel cancels the class in the same step', async () => {
  const { group, provider } = await asked(proceed);
  await decideMinimum(contextOf(provider.actor), { classId: group.id, decision: 'cancel', enrolUntilOn: '', reason: '人数不足' });
  const [row] = await sql`select status, minimum_decision, change_reason from training_class where id = ${group.id}`;
  expect(row).toEqual({ status: 'cancelled', minimum_decision: 'cancel', change_reason: '人数不足' });
});

test('seats never fall below those that are held', async () => {
  const { group, provider } = await crowded();
  const call = changeCapacity(contextOf(provider.actor), { classId: group.id, capacity: 1 });
  await expect(call).rejects.toMatchObject({ code: 'capacity_below_held', field: 'capacity', params: { held: 2 } });
});
