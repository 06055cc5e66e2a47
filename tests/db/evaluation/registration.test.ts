import { describe, expect, test } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aPerson } from '#db/seed/builders/people';
import { aCandidate, anAssessor } from '#db/seed/builders/sittings';
import { nextNumber, syntheticIdentity } from '#db/seed/builders/synthetic';
import { addAssessor, removeAssessor } from '~/domain/evaluation/name-assessors.server';
import { registerMyself, registerStudents } from '~/domain/evaluation/register-candidate.server';
import { withdrawCandidate } from '~/domain/evaluation/withdraw-candidate.server';
import type { Context } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aSittingScene, candidateRow, lastEvent, sittingRow } from './scenes';

const { db, sql } = testDatabase();
const TABLES = ['candidate', 'sitting', 'person'];
const student = (name = '王小雨') => ({ line: 1, name, idType: 'resident_id' as const, idNumber: syntheticIdentity(nextNumber() + 7_000) });

sevenQuestions(
  'registerMyself',
  async () => {
    const { sitting } = await aSittingScene(db);
    const { actor, person } = await aTrainee(db);
    const stranger = (await aTrainee(db)).actor;
    return {
      actor,
      stranger,
      person,
      sitting,
      call: (ctx: Context) => registerMyself(ctx, ctx.actor === stranger ? newNobody : sitting.id),
    };
  },
  {
    event: 'candidate.registered',
    tables: TABLES,
    works: async (seat, { sitting, person }) => {
      expect(seat).toMatchObject({ number: `${sitting.code}-0001`, isNew: true, assessorTaughtHer: false });
      expect(await candidateRow(seat.candidateId)).toMatchObject({ person_id: person.id, college_id: null, status: 'registered' });
      expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 1, last_candidate: 1 });
    },
    wrongState: {
      code: 'sitting_not_open',
      scene: async () => {
        const { sitting } = await aSittingScene(db, { registerUntilOn: '2026-03-09' });
        return { actor: (await aTrainee(db)).actor, call: (ctx) => registerMyself(ctx, sitting.id) };
      },
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);
const newNobody = '019b0000-0000-7000-8000-000000000000';

sevenQuestions(
  'registerStudents',
  async () => {
    const { sitting, college } = await aSittingScene(db);
    const entry = student();
    const { actor } = college;
    const stranger = (await aMember(db, 'provider_staff')).actor;
    return {
      actor,
      stranger,
      sitting,
      college,
      call: (ctx: Context) => registerStudents(ctx, ctx.actor === stranger ? newNobody : sitting.id, [entry]),
    };
  },
  {
    event: 'candidate.registered',
    tables: TABLES,
    works: async ([answer], { college, sitting }) => {
      expect(answer).toMatchObject({ name: '王小雨', refusal: null, seat: { number: `${sitting.code}-0001`, isNew: true } });
      expect(await candidateRow(answer?.seat?.candidateId ?? '')).toMatchObject({ college_id: college.organisation.id });
    },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);

describe('a college registers several', () => {
  test('each on her own: one who may not come costs nobody else a seat, numbers follow the list', async () => {
    const { sitting, college } = await aSittingScene(db, { capacity: 2 });
    const known = await aPerson(db, { name: '李明' });
    const list = [
      student('王小雨'),
      { ...student('李小明'), idNumber: known.idNumber },
      { ...student('李明'), idNumber: known.idNumber },
      student('赵无痕'),
    ];
    const answers = await registerStudents(contextOf(college.actor), sitting.id, list);
    expect(answers.map(({ seat, refusal }) => seat?.number ?? refusal?.code)).toEqual([
      `${sitting.code}-0001`,
      'person_name_differs',
      `${sitting.code}-0002`,
      'sitting_full',
    ]);
    // Whoever got no seat leaves no record behind.
    expect((await sql`select 1 from person where name = '赵无痕'`).length).toBe(0);
  });

  test('only a college: another provider has no students', async () => {
    const { sitting } = await aSittingScene(db);
    const { actor, organisation } = await aMember(db, 'provider_staff');
    const centre = { ...actor, organisation: { ...organisation, kind: 'service_centre' as const } };
    await expect(registerStudents(contextOf(centre), sitting.id, [student()])).rejects.toMatchObject({ status: 403 });
  });

  test('a student who registered herself has one seat, whoever asks again', async () => {
    const { sitting, college } = await aSittingScene(db);
    const { person, actor } = await aTrainee(db);
    const own = await registerMyself(contextOf(actor), sitting.id);
    const [answer] = await registerStudents(contextOf(college.actor), sitting.id, [
      { line: 1, name: person.name, idType: 'resident_id', idNumber: person.idNumber },
    ]);
    expect(answer?.seat).toMatchObject({ candidateId: own.candidateId, isNew: false });
    expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 1 });
  });
});

sevenQuestions(
  'withdrawCandidate',
  async () => {
    const { sitting } = await aSittingScene(db);
    const { actor } = await aTrainee(db);
    const seat = await registerMyself(contextOf(actor), sitting.id);
    const stranger = (await aTrainee(db)).actor;
    return { actor, stranger, sitting, seat, call: (ctx: Context) => withdrawCandidate(ctx, seat.candidateId, '时间冲突') };
  },
  {
    event: 'candidate.withdrawn',
    tables: TABLES,
    works: async (_, { sitting, actor }) => {
      expect(await sittingRow(sitting.id)).toMatchObject({ seats_taken: 0, last_candidate: 1 });
      expect(await registerMyself(contextOf(actor), sitting.id)).toMatchObject({ number: `${sitting.code}-0002`, isNew: true });
    },
    wrongState: {
      code: 'sitting_withdrawal_closed',
      scene: async () => {
        const { sitting } = await aSittingScene(db);
        const { actor } = await aTrainee(db);
        const seat = await registerMyself(contextOf(actor), sitting.id);
        setClock('2026-03-18T00:00:00+08:00');
        return { actor, call: (ctx) => withdrawCandidate(ctx, seat.candidateId, '时间冲突') };
      },
    },
    wrongRole: async () => (await aMember(db, 'evaluator')).actor,
    repeated: 'unchanged',
  },
);

test('a college withdraws whom it registered, and nobody who registered herself or belongs to another', async () => {
  const { sitting, college } = await aSittingScene(db);
  const ours = await aCandidate(db, sitting, { collegeId: college.organisation.id });
  const own = await aCandidate(db, sitting);
  await withdrawCandidate(contextOf(college.actor), ours.id, '转专业');
  expect((await lastEvent('candidate.withdrawn'))?.data).toMatchObject({ by: 'college' });
  await expect(withdrawCandidate(contextOf(college.actor), own.id, '转专业')).rejects.toMatchObject({ status: 404 });
});

sevenQuestions(
  'addAssessor',
  async () => {
    const scene = await aSittingScene(db);
    return {
      ...scene,
      call: (ctx: Context) => addAssessor(ctx, { sittingId: scene.sitting.id, name: '周敏', idType: 'resident_id', idNumber: null }),
    };
  },
  {
    event: 'assessor.added',
    tables: ['assessor', 'candidate'],
    works: async (answer) => expect(answer).toEqual({ taught: 0 }),
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'assessor_exists',
  },
);

sevenQuestions(
  'removeAssessor',
  async () => {
    const scene = await aSittingScene(db);
    const { id } = await anAssessor(db, scene.sitting.id);
    return { ...scene, id, call: (ctx: Context) => removeAssessor(ctx, scene.sitting.id, id) };
  },
  {
    event: 'assessor.removed',
    tables: ['assessor', 'candidate'],
    works: async (_, { id }) => expect(await sql`select 1 from assessor where id = ${id}`).toHaveLength(0),
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

describe('an assessor who taught a candidate', () => {
  async function taught(lecturer: string, heldOn: string) {
    const trainingClass = await aClass(db, { lessons: [{ on: heldOn, from: '09:00', until: '10:30', lecturer }] });
    const trainee = await aTrainee(db);
    await anEnrolment(db, { trainingClass, personId: trainee.person.id, status: 'attending' });
    return trainee;
  }

  test.each([
    ['the only lecturer', '周敏', '2026-02-02', true],
    ['one of several, with a title', '刘洋、周敏（副教授）', '2026-02-02', true],
    ['a name that holds hers', '周敏慧', '2026-02-02', false],
    ['more than three years ago', '周敏', '2023-03-01', false],
  ])('%s', async (_what, lecturer, heldOn, warned) => {
    const { sitting } = await aSittingScene(db);
    await anAssessor(db, sitting.id, { name: '周敏' });
    const { actor } = await taught(lecturer, heldOn);
    const seat = await registerMyself(contextOf(actor), sitting.id);
    expect(seat.assessorTaughtHer).toBe(warned);
    expect((await lastEvent('candidate.registered'))?.data).toMatchObject({ assessorTaughtHer: warned });
  });

  test('is found when she is named later, by her registered name, and forgotten when she is removed', async () => {
    const { sitting, actor } = await aSittingScene(db);
    const trainee = await taught('周敏', '2026-02-02');
    const seat = await registerMyself(contextOf(trainee.actor), sitting.id);
    const known = await aPerson(db, { name: '周敏' });
    const added = await addAssessor(contextOf(actor), {
      sittingId: sitting.id,
      name: '周老师',
      idType: 'resident_id',
      idNumber: known.idNumber,
    });
    expect(added).toEqual({ taught: 1 });
    expect((await lastEvent('assessor.added'))?.data).toMatchObject({ taught: [seat.candidateId] });
    const [row] = await sql`select id from assessor where sitting_id = ${sitting.id}`;
    await removeAssessor(contextOf(actor), sitting.id, row?.id);
    expect(await candidateRow(seat.candidateId)).toMatchObject({ assessor_taught_her: false });
  });
});
