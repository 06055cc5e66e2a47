import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedback } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import type { aClass } from '#db/seed/builders/classes';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aFeedback, aLecturer } from '#db/seed/builders/lecturers';
import { aCommission } from '#db/seed/builders/organisations';
import { getClassFeedback } from '~/domain/completion/class-feedback.server';
import { lecturerSatisfaction, listFeedback, sumFeedback } from '~/domain/completion/feedback-figures.server';
import { giveFeedback } from '~/domain/completion/give-feedback.server';
import { feedbackSearch } from '~/domain/completion/inputs';
import { makeExport } from '~/domain/report/make-export.server';
import { newId } from '~/domain/shared/id';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aRatedClass } from './feedback-scene';

const { db, sql, owner } = testDatabase();
const PAGE = { limit: 50, offset: 0 };
const TODAY = '2026-03-10';

describe('anonymity', () => {
  test('no column leads from an answer to a person, a time or an enrolment', async () => {
    const columns =
      await sql`select table_name, column_name, data_type from information_schema.columns where table_name in ('feedback', 'feedback_lecturer') order by 1, 2`;
    expect(columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([
      'feedback.class_id',
      'feedback.content',
      'feedback.id',
      'feedback.organisation',
      'feedback.remark',
      'feedback.teaching',
      'feedback_lecturer.feedback_id',
      'feedback_lecturer.lecturer_id',
      'feedback_lecturer.points',
    ]);
    const given = await sql`select column_name from information_schema.columns where table_name = 'feedback_given' order by 1`;
    expect(given.map(({ column_name }) => column_name)).toEqual(['class_id', 'enrolment_id', 'given_on']);
  });

  test('ids are random, not in the order of time', async () => {
    const { rate, trainingClass } = await aRatedClass({ people: 8 });
    await rate(8);
    const rows = await db.select({ id: feedback.id, classId: feedback.classId }).from(feedback);
    const ids = rows.filter(({ classId }) => classId === trainingClass.id).map(({ id }) => id);
    expect(ids).toHaveLength(8);
    for (const id of ids) expect(id[14]).toBe('4');
    expect(newId()[14]).toBe('7');
  });

  test('neither the writing transaction nor the place in the file tells who answered', async () => {
    const { rate, trainingClass } = await aRatedClass({ people: 12 });
    await rate(6, 1);
    const order = async () =>
      (await owner()`select id, xmin::text from feedback where class_id = ${trainingClass.id} order by ctid`).map(({ id, xmin }) => ({
        id,
        xmin,
      }));
    const before = await order();
    expect(new Set(before.map(({ xmin }) => xmin)).size).toBe(1);
    const [seventh, ...rest] = (await aSeventh(trainingClass)) ? await order() : [];
    expect(rest).toHaveLength(6);
    expect(new Set([seventh, ...rest].map((row) => row?.xmin)).size).toBe(1);
    const rated =
      await owner()`select distinct r.xmin::text from feedback_lecturer r join feedback f on f.id = r.feedback_id where f.class_id = ${trainingClass.id}`;
    expect(rated).toHaveLength(1);
  });

  test('the program can neither change nor remove an answer', async () => {
    await expect(sql`update feedback set content = 5`).rejects.toThrow(/permission denied/);
    await expect(sql`delete from feedback_given`).rejects.toThrow(/permission denied/);
  });
});

/** One more answer to a class by somebody new. */
async function aSeventh(trainingClass: Awaited<ReturnType<typeof aClass>>): Promise<boolean> {
  const enrolment = await anEnrolment(db, { trainingClass, status: 'passed' });
  await aFeedback(db, { enrolmentId: enrolment.id, classId: trainingClass.id, points: 5 });
  return true;
}

describe('nothing below five answers', () => {
  test('hidden at four, shown at five: class, lecturer, totals, export', async () => {
    const { trainees, answer, rate, trainingClass, lecturer, staff } = await aRatedClass({ people: 6 });
    const search = feedbackSearch.parse({ by: 'class', class: trainingClass.id });
    await rate(4, 2, '太快了');
    expect(await getClassFeedback(staff, trainingClass.id)).toEqual({ invited: 6, answers: null, aspects: [], lecturers: [], remarks: [] });
    expect(await lecturerSatisfaction(staff, lecturer.id)).toEqual({ classes: 0, answers: 0, mean: null });
    expect(await listFeedback(staff, search, PAGE)).toEqual({ rows: [], total: 0 });
    expect(await sumFeedback(staff, search, TODAY)).toMatchObject({ answers: 0, invited: 0, overall: null, hidden: 1 });

    const fifth = trainees[4];
    if (!fifth) throw new Error('nobody');
    await giveFeedback(contextOf(fifth.actor), fifth.enrolment.id, answer(5, '讲得清楚'));
    const shown = await getClassFeedback(staff, trainingClass.id);
    expect(shown).toMatchObject({ invited: 6, answers: 5 });
    expect(shown.aspects).toEqual(
      ['content', 'teaching', 'organisation'].map((aspect) => ({ aspect, mean: 2.6, spread: [0, 4, 0, 0, 1] })),
    );
    expect(shown.lecturers).toMatchObject([{ id: lecturer.id, answers: 5, mean: 2.6 }]);
    expect(shown.remarks.map(({ text }) => text).sort()).toEqual(['太快了', '太快了', '太快了', '太快了', '讲得清楚'].sort());
    expect(await lecturerSatisfaction(staff, lecturer.id)).toEqual({ classes: 1, answers: 5, mean: 2.6 });
    expect(await sumFeedback(staff, search, TODAY)).toMatchObject({ classes: 1, answers: 5, invited: 6, overall: 2.6, hidden: 0 });
  });

  test('a lecturer with fewer ratings than her class stays hidden', async () => {
    const { trainees, rate, trainingClass, staff } = await aRatedClass({ people: 6 });
    await rate(4);
    const late = await aLecturer(db, { organisationId: trainingClass.providerId });
    for (const { enrolment } of trainees.slice(4))
      await aFeedback(db, { enrolmentId: enrolment.id, classId: trainingClass.id, lecturerIds: [late.id] });
    const shown = await getClassFeedback(staff, trainingClass.id);
    expect(shown).toMatchObject({ answers: 6, lecturers: [] });
    expect(await lecturerSatisfaction(staff, late.id)).toMatchObject({ answers: 0, mean: null });
  });

  test('no export holds what the page hides', async () => {
    const { rate, trainingClass, staff } = await aRatedClass({ people: 4 });
    await rate(4, 3, '秘密的意见');
    await makeExport(contextOf(staff), { name: 'class-feedback', search: { class: trainingClass.id }, language: 'zh-CN' });
    const [event] = await sql`select data->>'rows' as rows from event where name = 'export.made' order by seq desc limit 1`;
    expect(event?.rows).toBe('0');
  });
});

test('no two totals differ by a group of fewer than five, whatever the filters', async () => {
  const { actor: city } = await aMember(db, 'city_officer');
  const sizes = [3, 5, 4, 6, 1, 7];
  const classes = await Promise.all(
    sizes.map(async (people, at) => {
      const made = await aRatedClass({ people, districtCode: at % 2 === 0 ? '110105' : '110108', endsOn: `2026-03-0${at + 1}` });
      for (const { enrolment } of made.trainees)
        await aFeedback(db, {
          enrolmentId: enrolment.id,
          classId: made.trainingClass.id,
          points: (at % 5) + 1,
          lecturerIds: [made.lecturer.id],
        });
      return made;
    }),
  );
  const ids = ['', ...classes.map(({ trainingClass }) => trainingClass.id)];
  const filter = fc.record({
    by: fc.constantFrom('provider', 'course', 'class', 'lecturer'),
    district: fc.constantFrom('', '110105', '110108'),
    from: fc.constantFrom('', '2026-03-02', '2026-03-04'),
    until: fc.constantFrom('', '2026-03-03', '2026-03-05'),
    class: fc.constantFrom(...ids),
  });
  /** What a reader can learn of the classes behind a total: those of five answers or more, whole. */
  const behind = async (search: Record<string, string>) => {
    const { rows } = await listFeedback(city, feedbackSearch.parse({ ...search, by: 'class' }), PAGE);
    return new Map(rows.map((row) => [row.id, row.answers]));
  };
  const answersOf = (found: ReadonlyMap<string, number>) => [...found.values()].reduce((sum, n) => sum + n, 0);
  await fc.assert(
    fc.asyncProperty(filter, filter, async (one, other) => {
      const [a, b] = await Promise.all([behind(one), behind(other)]);
      expect((await sumFeedback(city, feedbackSearch.parse(one), TODAY)).answers).toBe(answersOf(a));
      for (const row of (await listFeedback(city, feedbackSearch.parse(one), PAGE)).rows) expect(row.answers).toBeGreaterThanOrEqual(5);
      const apart = answersOf(new Map([...a].filter(([id]) => !b.has(id))));
      expect(apart === 0 || apart >= 5).toBe(true);
      const few = classes.filter((_, at) => (sizes[at] ?? 0) < 5).map(({ trainingClass }) => trainingClass.id);
      expect(few.filter((id) => a.has(id))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a district sees its own classes, a provider its own, an institution none', async () => {
  const near = await aRatedClass({ people: 5 });
  const far = await aRatedClass({ people: 5, districtCode: '110108' });
  await near.rate(5);
  await far.rate(5);
  const { actor: officer } = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110105' }));
  await expect(getClassFeedback(officer, far.trainingClass.id)).rejects.toMatchObject({ status: 404 });
  await expect(getClassFeedback(near.staff, far.trainingClass.id)).rejects.toMatchObject({ status: 404 });
  const { rows } = await listFeedback(officer, feedbackSearch.parse({ by: 'provider' }), PAGE);
  expect(rows.map(({ id }) => id)).toContain(near.provider.id);
  expect(rows.map(({ id }) => id)).not.toContain(far.provider.id);
  const { actor: institution } = await aMember(db, 'institution_admin');
  await expect(listFeedback(institution, feedbackSearch.parse({}), PAGE)).rejects.toMatchObject({ status: 403 });
});
