import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { approveEnrolment } from '~/domain/enrolment/approve-enrolment.server';
import { confirmEnrolment } from '~/domain/enrolment/confirm-enrolment.server';
import { refuseEnrolment } from '~/domain/enrolment/refuse-enrolment.server';
import { rejectEnrolment } from '~/domain/enrolment/reject-enrolment.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { voidEnrolment } from '~/domain/enrolment/void-enrolment.server';
import type { Context } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { aCaregiver, aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const TABLES = ['enrolment', 'training_class'];
const rowOf = async (id: string) => (await sql`select * from enrolment where id = ${id}`)[0];

/** A caregiver who has asked for a seat, and everybody who may decide about it. */
async function asked() {
  const scene = await aSeatScene(db);
  const trainee = await aCaregiver(db, scene.institution.id);
  const { id } = await requestEnrolment(contextOf(trainee.actor), asking(scene.group.id));
  return { ...scene, trainee, id };
}

async function institutionScene(call: (ctx: Context, id: string) => Promise<void>) {
  const scene = await asked();
  return {
    ...scene,
    actor: scene.admin.actor,
    stranger: (await aMember(db, 'institution_admin')).actor,
    call: (ctx: Context) => call(ctx, scene.id),
  };
}

async function providerScene(call: (ctx: Context, id: string) => Promise<void>, confirmed = true) {
  const scene = await asked();
  if (confirmed) await confirmEnrolment(contextOf(scene.admin.actor), scene.id);
  return {
    ...scene,
    actor: scene.provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    call: (ctx: Context) => call(ctx, scene.id),
  };
}

const reject = (ctx: Context, id: string) => rejectEnrolment(ctx, id, '不符合招收条件');
const refuse = (ctx: Context, id: string) => refuseEnrolment(ctx, id, '岗位无人替班');
const takeBack = (ctx: Context, id: string) => voidEnrolment(ctx, id, '重复录取');
const admitted = async () => {
  const scene = await providerScene(takeBack);
  await approveEnrolment(contextOf(scene.provider.actor), scene.id);
  return scene;
};
const trainee = async () => (await aStudent(db)).actor;

sevenQuestions('confirmEnrolment', () => institutionScene(confirmEnrolment), {
  event: 'enrolment.confirmed',
  tables: TABLES,
  works: async (_, { id, admin }) =>
    expect(await rowOf(id)).toMatchObject({
      institution_answer: 'confirmed',
      institution_answered_by: admin.account.id,
      status: 'applied',
    }),
  wrongState: {
    code: 'wrong_state',
    scene: async () => {
      const scene = await institutionScene(confirmEnrolment);
      await reject(contextOf(scene.provider.actor), scene.id);
      return scene;
    },
  },
  wrongRole: trainee,
  repeated: 'unchanged',
});

sevenQuestions('refuseEnrolment', () => institutionScene(refuse), {
  event: 'enrolment.refused',
  tables: TABLES,
  works: async (_, { id, group }) => {
    expect(await rowOf(id)).toMatchObject({ status: 'rejected', institution_answer: 'refused', reason: '岗位无人替班' });
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0 });
  },
  wrongState: {
    code: 'wrong_state',
    scene: async () => {
      const scene = await institutionScene(refuse);
      await confirmEnrolment(contextOf(scene.admin.actor), scene.id);
      return scene;
    },
  },
  wrongRole: trainee,
  repeated: 'unchanged',
});

sevenQuestions('approveEnrolment', () => providerScene(approveEnrolment), {
  event: 'enrolment.approved',
  tables: TABLES,
  works: async (_, { id, institution }) => expect(await rowOf(id)).toMatchObject({ status: 'approved', institution_id: institution.id }),
  wrongState: { code: 'confirmation_pending', scene: () => providerScene(approveEnrolment, false) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

sevenQuestions('rejectEnrolment', () => providerScene(reject), {
  event: 'enrolment.rejected',
  tables: TABLES,
  works: async (_, { id, group }) => {
    expect(await rowOf(id)).toMatchObject({ status: 'rejected', reason: '不符合招收条件' });
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0 });
  },
  wrongState: {
    code: 'wrong_state',
    scene: async () => {
      const scene = await admitted();
      return { ...scene, call: (ctx: Context) => reject(ctx, scene.id) };
    },
  },
  wrongRole: trainee,
  repeated: 'unchanged',
});

sevenQuestions('voidEnrolment', admitted, {
  event: 'enrolment.voided',
  tables: TABLES,
  works: async (_, { id, group }) => {
    expect(await rowOf(id)).toMatchObject({ status: 'voided', reason: '重复录取' });
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0 });
  },
  wrongState: { code: 'wrong_state', scene: () => providerScene(takeBack) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

describe('a silent institution', () => {
  test('after its last day the provider goes on alone: no institution, the provider’s district, marked', async () => {
    const { id, group, provider } = await asked();
    setClock('2026-03-14T00:00:00+08:00');
    await approveEnrolment(contextOf(provider.actor), id);
    expect(await rowOf(id)).toMatchObject({
      status: 'approved',
      institution_answer: 'silent',
      institution_id: null,
      operator_type: null,
      district_code: group.districtCode,
    });
    const [event] = await sql`select data from event where name = 'enrolment.approved' and subject_id = ${id}`;
    expect(event?.data).toMatchObject({ unconfirmed: true });
  });

  test('on its last day it may still answer', async () => {
    const { id, provider } = await asked();
    setClock('2026-03-13T23:59:59+08:00');
    await expect(approveEnrolment(contextOf(provider.actor), id)).rejects.toMatchObject({
      code: 'confirmation_pending',
      params: { date: '2026-03-13' },
    });
  });

  test('who was refused may not ask again from that institution, but may be nominated by it', async () => {
    const { id, group, admin, trainee: person } = await asked();
    await refuse(contextOf(admin.actor), id);
    await expect(requestEnrolment(contextOf(person.actor), asking(group.id))).rejects.toMatchObject({ code: 'refused_by_institution' });
  });
});
