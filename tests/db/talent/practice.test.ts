import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aPractice } from '#db/seed/builders/talent';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { practiceSearch } from '~/domain/talent/cooperation/inputs';
import { cancelPractice, finishPractice } from '~/domain/talent/finish-practice.server';
import { listPractice, listPracticeTotals } from '~/domain/talent/practice-queries.server';
import { editPractice, planPractice } from '~/domain/talent/save-practice.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const ago = (days: number) => addDays(beijingDate(now()), -days);

async function aCollege() {
  const college = await aProvider(db);
  const { id: institutionId } = await anInstitution(db);
  const ids = { collegeId: college.id, institutionId };
  return { ids, actor: (await aMember(db, 'provider_staff', college)).actor, stranger: (await aMember(db, 'provider_staff')).actor };
}
const planFor = (institutionId: string) => ({
  institutionId,
  teacherName: '周敏',
  fromOn: ago(20),
  untilOn: ago(11),
  days: 8,
  topic: '生活照护跟岗',
});

sevenQuestions(
  'planPractice',
  async () => {
    const { actor, ids } = await aCollege();
    return { actor, call: (ctx: Context) => planPractice(ctx, planFor(ids.institutionId)) };
  },
  {
    event: 'practice.planned',
    tables: ['teacher_practice'],
    works: async (id) =>
      expect((await sql`select status, days from teacher_practice where id = ${id}`)[0]).toEqual({ status: 'planned', days: 8 }),
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'makes another',
  },
);

test('a practice is planned once, within its days, at an institution that works', async () => {
  const { actor, ids } = await aCollege();
  const [ctx, plan] = [contextOf(actor), planFor(ids.institutionId)];
  await planPractice(ctx, plan);
  await expect(planPractice(ctx, plan)).rejects.toMatchObject({ code: 'practice_exists' });
  await expect(planPractice(ctx, { ...plan, fromOn: ago(19), days: 10 })).rejects.toMatchObject({ code: 'practice_too_many_days' });
  await expect(planPractice(ctx, { ...plan, institutionId: ids.collegeId })).rejects.toMatchObject({ code: 'institution_unknown' });
});

const ofPractice =
  (call: (ctx: Context, id: string, institutionId: string) => Promise<void>, columns: Parameters<typeof aPractice>[1] = {}) =>
  async () => {
    const { ids, ...who } = await aCollege();
    const { id } = await aPractice(db, { ...ids, fromOn: ago(20), untilOn: ago(9), ...columns });
    return { ...who, id, call: (ctx: Context) => call(ctx, id, ids.institutionId) };
  };
const stateOf = async (id: string) => (await sql`select status, days, reason, topic from teacher_practice where id = ${id}`)[0];
const done = () => ({ untilOn: ago(9), days: 7, summary: '跟岗七天，整理案例两份' });
const city = async () => (await aMember(db, 'city_officer')).actor;

sevenQuestions(
  'editPractice',
  ofPractice((ctx, id, institutionId) => editPractice(ctx, id, planFor(institutionId))),
  {
    event: 'practice.edited',
    tables: ['teacher_practice'],
    works: async (_, { id }) => expect(await stateOf(id)).toMatchObject({ topic: '生活照护跟岗', days: 8 }),
    wrongState: {
      scene: ofPractice((ctx, id, institutionId) => editPractice(ctx, id, planFor(institutionId)), { status: 'done' }),
      code: 'wrong_state',
    },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'finishPractice',
  ofPractice((ctx, id) => finishPractice(ctx, id, done())),
  {
    event: 'practice.done',
    tables: ['teacher_practice'],
    works: async (_, { id }) => expect(await stateOf(id)).toMatchObject({ status: 'done', days: 7 }),
    wrongState: { scene: ofPractice((ctx, id) => finishPractice(ctx, id, done()), { status: 'cancelled' }), code: 'wrong_state' },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'cancelPractice',
  ofPractice((ctx, id) => cancelPractice(ctx, id, '教师调岗')),
  {
    event: 'practice.cancelled',
    tables: ['teacher_practice'],
    works: async (_, { id }) => expect(await stateOf(id)).toMatchObject({ status: 'cancelled', reason: '教师调岗' }),
    wrongState: { scene: ofPractice((ctx, id) => cancelPractice(ctx, id, '教师调岗'), { status: 'done' }), code: 'wrong_state' },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

test('days are added up by teacher and year: what was done, and what is planned, never what was called off', async () => {
  const { actor, stranger, ids } = await aCollege();
  const of = (fromOn: string, days: number, status: 'planned' | 'done' | 'cancelled', teacherName = '周敏') =>
    aPractice(db, { ...ids, teacherName, fromOn, untilOn: addDays(fromOn, 30), days, status });
  await of('2025-12-28', 10, 'done');
  await of('2026-03-02', 5, 'done');
  await of('2026-07-06', 4, 'done');
  await of('2026-11-02', 3, 'planned');
  await of('2026-09-01', 9, 'cancelled');
  await of('2026-05-06', 6, 'done', '吴静');
  const search = practiceSearch.parse({ view: 'totals' });
  const { rows, total } = await listPracticeTotals(actor, search);
  expect(rows.map(({ teacherName, year, periods, days, planned }) => [teacherName, year, periods, days, planned])).toEqual([
    ['周敏', 2026, 2, 9, 3],
    ['吴静', 2026, 1, 6, 0],
    ['周敏', 2025, 1, 10, 0],
  ]);
  expect(total).toBe(3);
  expect(await listPractice(actor, { ...search, year: 2026 })).toMatchObject({ total: 5, days: 15 });
  expect((await listPracticeTotals(stranger, search)).total).toBe(0);
});
