import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCourse } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import { aMajor, aProgrammePoint, aProgrammeYear } from '#db/seed/builders/talent';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { confirmPoint, returnPoint } from '~/domain/talent/decide-point.server';
import { linkCourses } from '~/domain/talent/link-courses.server';
import { filingMark } from '~/domain/talent/programme';
import { addPoint, editPoint } from '~/domain/talent/save-point.server';
import { setProgrammeYear } from '~/domain/talent/set-programme-year.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

const filing = { status: 'filed' as const, filedOn: '2025-06-01', documentNo: '演示〔2025〕3号', endedOn: null, remark: '' };
const pointRow = async (id: string) => (await sql`select * from programme_point where id = ${id}`)[0];
const city = async () => (await aMember(db, 'city_officer')).actor;

async function aCollege() {
  const college = await aProvider(db);
  return { college, actor: (await aMember(db, 'provider_staff', college)).actor, stranger: (await aMember(db, 'provider_staff')).actor };
}
sevenQuestions(
  'addPoint',
  async () => {
    const { actor } = await aCollege();
    const { id: majorId } = await aMajor(db);
    return { actor, call: (ctx: Context) => addPoint(ctx, { majorId, ...filing }) };
  },
  {
    event: 'point.added',
    tables: ['programme_point'],
    works: async (id) => expect(await pointRow(id)).toMatchObject({ status: 'filed', document_no: filing.documentNo, confirmed_at: null }),
    wrongRole: async () => (await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }))).actor,
    repeated: 'makes another',
  },
);

test('a major is entered once by a college, and only while it is in use', async () => {
  const { actor } = await aCollege();
  const { id: majorId } = await aMajor(db);
  const ctx = contextOf(actor);
  await addPoint(ctx, { majorId, ...filing });
  await expect(addPoint(ctx, { majorId, ...filing })).rejects.toMatchObject({ code: 'point_exists' });
  const { id: off } = await aMajor(db, { isActive: false });
  await expect(addPoint(ctx, { majorId: off, ...filing })).rejects.toMatchObject({ code: 'major_unknown' });
  const fresh = (await aMajor(db)).id;
  await expect(addPoint(ctx, { majorId: fresh, ...filing, filedOn: null })).rejects.toMatchObject({ code: 'point_filing_missing' });
});

sevenQuestions(
  'editPoint',
  async () => {
    const { college, actor, stranger } = await aCollege();
    const { id } = await aProgrammePoint(db, { collegeId: college.id });
    return { actor, stranger, id, call: (ctx: Context) => editPoint(ctx, id, filing) };
  },
  {
    event: 'point.edited',
    tables: ['programme_point'],
    // Another filing: the confirmation of the one before does not hold for it.
    works: async (_, { id }) => expect(await pointRow(id)).toMatchObject({ document_no: filing.documentNo, confirmed_at: null }),
    wrongState: {
      scene: async () => {
        const { college, actor } = await aCollege();
        const { id } = await aProgrammePoint(db, { collegeId: college.id });
        return { actor, call: (ctx: Context) => editPoint(ctx, id, { ...filing, status: 'planned' }) };
      },
      code: 'point_confirmed_no_plan',
    },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'setProgrammeYear',
  async () => {
    const { college, actor, stranger } = await aCollege();
    const { id } = await aProgrammePoint(db, { collegeId: college.id });
    const figures = { year: 2025, plannedIntake: 40, actualIntake: 37, graduates: null };
    return { actor, stranger, id, call: (ctx: Context) => setProgrammeYear(ctx, id, figures) };
  },
  {
    event: 'point.year_set',
    tables: ['programme_year'],
    works: async (_, { id }) =>
      expect((await sql`select planned_intake, actual_intake from programme_year where point_id = ${id}`)[0]).toEqual({
        planned_intake: 40,
        actual_intake: 37,
      }),
    wrongState: {
      scene: async () => {
        const { college, actor } = await aCollege();
        const { id } = await aProgrammePoint(db, { collegeId: college.id });
        const future = { year: 2098, plannedIntake: 40, actualIntake: 1, graduates: null };
        return { actor, call: (ctx: Context) => setProgrammeYear(ctx, id, future) };
      },
      code: 'programme_year_not_yet',
    },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'linkCourses',
  async () => {
    const { college, actor, stranger } = await aCollege();
    const { id } = await aProgrammePoint(db, { collegeId: college.id });
    const { id: courseId } = await aCourse(db, { providerId: college.id });
    return { actor, stranger, id, courseId, call: (ctx: Context) => linkCourses(ctx, id, [courseId]) };
  },
  {
    event: 'point.courses_linked',
    tables: ['programme_course'],
    works: async (_, { id, courseId }) =>
      expect(await sql`select course_id from programme_course where point_id = ${id}`).toEqual([{ course_id: courseId }]),
    wrongState: {
      scene: async () => {
        const { college, actor } = await aCollege();
        const { id } = await aProgrammePoint(db, { collegeId: college.id });
        const { id: draft } = await aCourse(db, { providerId: college.id, status: 'draft' });
        return { actor, call: (ctx: Context) => linkCourses(ctx, id, [draft]) };
      },
      code: 'field_choice',
    },
    wrongRole: city,
    repeated: 'unchanged',
  },
);

const decided = async (confirmedAt: Date | null = null) => {
  const point = await aProgrammePoint(db, { confirmedAt });
  const [actor, stranger] = [await city(), await city()];
  return { actor, stranger, id: point.id, mark: filingMark(point) };
};
const planned = (call: (ctx: Context, id: string) => Promise<void>) => async () => {
  const { id } = await aProgrammePoint(db, { status: 'planned' });
  return { actor: await city(), call: (ctx: Context) => call(ctx, id) };
};

sevenQuestions(
  'confirmPoint',
  async () => {
    const scene = await decided();
    return { ...scene, call: (ctx: Context) => confirmPoint(ctx, ctx.actor === scene.stranger ? newId() : scene.id, scene.mark) };
  },
  {
    event: 'point.confirmed',
    tables: ['programme_point'],
    works: async (_, { id }) => expect((await pointRow(id))?.confirmed_at).not.toBeNull(),
    wrongState: { scene: planned((ctx, id) => confirmPoint(ctx, id, ' ')), code: 'point_not_filed' },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'returnPoint',
  async () => {
    const scene = await decided(now());
    return { ...scene, call: (ctx: Context) => returnPoint(ctx, ctx.actor === scene.stranger ? newId() : scene.id, '文号不符') };
  },
  {
    event: 'point.returned',
    tables: ['programme_point'],
    works: async (_, { id }) => expect(await pointRow(id)).toMatchObject({ confirmed_at: null, return_reason: '文号不符' }),
    wrongState: { scene: planned((ctx, id) => returnPoint(ctx, id, '文号不符')), code: 'point_not_filed' },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

describe('a confirmation', () => {
  test('is of the filing that was looked at', async () => {
    const { actor, id } = await decided();
    await expect(confirmPoint(contextOf(actor), id, '2020-01-01 另一文号')).rejects.toMatchObject({ status: 409 });
  });

  test('comes again after the college mended what was returned', async () => {
    const { college, actor } = await aCollege();
    const { id } = await aProgrammePoint(db, { collegeId: college.id, confirmedAt: null, returnReason: '文号不符' });
    const point = await pointRow(id);
    const same = { ...filing, filedOn: '2022-03-01', documentNo: String(point?.document_no) };
    await editPoint(contextOf(actor), id, same);
    expect(await pointRow(id)).toMatchObject({ confirmed_at: null, return_reason: null });
    const [event] = await sql`select data from event where name = 'point.edited' order by seq desc limit 1`;
    expect(event?.data).toMatchObject({ waiting: true });
    await confirmPoint(contextOf(await city()), id, filingMark(same));
    await aProgrammeYear(db, id);
  });
});
