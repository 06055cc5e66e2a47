import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { syllabusVersion } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { approveCourse } from '~/domain/course/approve-course.server';
import { archiveCourse } from '~/domain/course/archive-course.server';
import { publishCourse } from '~/domain/course/publish-course.server';
import { recallCourse } from '~/domain/course/recall-course.server';
import { returnCourse } from '~/domain/course/return-course.server';
import { reviseCourse } from '~/domain/course/revise-course.server';
import { submitCourse } from '~/domain/course/submit-course.server';
import { START, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anAdministrator, byProvider, byReviewer, courseRow, courseScene } from './scenes';

const { db } = testDatabase();
const tables = ['course', 'course_module', 'syllabus_version'];

describe('submitting', () => {
  sevenQuestions('submitCourse', byProvider('draft', submitCourse), {
    event: 'course.submitted',
    tables,
    works: async ({ dueOn }, { actor, courseId }) => {
      // ten working days after Tuesday 10 March
      expect(dueOn).toBe('2026-03-24');
      expect(await courseRow(courseId)).toMatchObject({ status: 'submitted', decisionDueOn: dueOn, submittedBy: actor.accountId });
    },
    wrongState: { scene: byProvider('published', submitCourse), code: 'wrong_state' },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });

  test.each([
    ['modules', { modules: [] }, 'course_without_modules'],
    ['an audience', { audience: ' ' }, 'course_incomplete'],
    ['a contact', { contactPhone: '' }, 'course_incomplete'],
  ])('is refused without %s', async (_, options, code) => {
    const { course, teacher } = await courseScene('draft', options);
    await expect(submitCourse(contextOf(teacher), course.id)).rejects.toMatchObject({ code });
    expect((await courseRow(course.id)).status).toBe('draft');
  });

  test('is refused while a module has no hours', async () => {
    const hollow = { code: 'M1', title: '导论', theoryMinutes: 0, practiceMinutes: 0, topics: [], outlineModuleCode: null };
    const { course, teacher } = await courseScene('draft', { modules: [hollow] });
    await expect(submitCourse(contextOf(teacher), course.id)).rejects.toMatchObject({ params: { missing: 'moduleHours' } });
  });

  test('is refused for a category that was taken from the provider since', async () => {
    const provider = await aProvider(db, { categories: ['principal'] });
    const { actor } = await aMember(db, 'provider_staff', provider);
    const course = await aCourse(db, { providerId: provider.id, status: 'draft', categories: ['caregiver'] });
    await expect(submitCourse(contextOf(actor), course.id)).rejects.toMatchObject({ code: 'category_out_of_scope' });
  });
});

describe('recalling', () => {
  sevenQuestions('recallCourse', byProvider('submitted', recallCourse), {
    event: 'course.recalled',
    tables,
    works: async (_, { courseId }) =>
      expect(await courseRow(courseId)).toMatchObject({ status: 'draft', submittedAt: null, decisionDueOn: null }),
    wrongState: { scene: byProvider('approved', recallCourse), code: 'wrong_state' },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });
});

describe('approving', () => {
  sevenQuestions('approveCourse', byReviewer('submitted', approveCourse), {
    event: 'course.approved',
    tables,
    works: async ({ version }) => expect(version).toBe(1),
    wrongState: { scene: byReviewer('draft', approveCourse), code: 'wrong_state' },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'wrong_state',
  });

  test('freezes what was submitted, with its modules and contact', async () => {
    const { course, officer } = await courseScene('submitted');
    await approveCourse(contextOf(officer), course.id);
    const row = await courseRow(course.id);
    expect(row.status).toBe('approved');
    const [frozen] = await db.select().from(syllabusVersion).where(eq(syllabusVersion.courseId, course.id));
    expect(frozen).toMatchObject({ id: row.currentSyllabusId, version: 1, approvedBy: officer.accountId });
    expect(frozen?.content).toMatchObject({
      title: course.title,
      contact: { phone: course.contactPhone },
      modules: [{ code: 'M1' }, { code: 'M2' }],
    });
  });

  test('is refused for another submission than the one that was read', async () => {
    const { course, officer } = await courseScene('submitted');
    await expect(approveCourse(contextOf(officer), course.id, new Date(0))).rejects.toMatchObject({ code: 'stale' });
  });

  test('of a city-level provider is the city alone', async () => {
    const provider = await aProvider(db, { districtCode: null });
    const course = await aCourse(db, { providerId: provider.id, status: 'submitted' });
    const district = await aMember(db, 'district_officer', await aCommission(db, 'district'));
    await expect(approveCourse(contextOf(district.actor), course.id)).rejects.toMatchObject({ status: 404 });
    const city = await aMember(db, 'city_officer');
    await expect(approveCourse(contextOf(city.actor), course.id)).resolves.toEqual({ version: 1 });
  });

  test('of a district provider is not the city, which may only read it', async () => {
    const { course } = await courseScene('submitted');
    const city = await aMember(db, 'city_officer');
    await expect(approveCourse(contextOf(city.actor), course.id)).rejects.toMatchObject({ status: 403 });
  });

  test('two approvals at once make one version', async () => {
    const { course, officer } = await courseScene('submitted');
    const both = await Promise.allSettled([1, 2].map(() => approveCourse(contextOf(officer), course.id)));
    expect(both.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(await db.select().from(syllabusVersion).where(eq(syllabusVersion.courseId, course.id))).toHaveLength(1);
  });
});

describe('returning', () => {
  sevenQuestions(
    'returnCourse',
    byReviewer('submitted', (ctx, id) => returnCourse(ctx, id, '实践学时不足，请补充。')),
    {
      event: 'course.returned',
      tables,
      works: async (_, { courseId }) =>
        expect(await courseRow(courseId)).toMatchObject({ status: 'returned', decisionReason: '实践学时不足，请补充。' }),
      wrongState: { scene: byReviewer('approved', (ctx, id) => returnCourse(ctx, id, '补充')), code: 'wrong_state' },
      wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
      repeated: 'wrong_state',
    },
  );

  test('needs a reason, which the provider reads', async () => {
    const { course, officer } = await courseScene('submitted');
    await expect(returnCourse(contextOf(officer), course.id, '  ')).rejects.toMatchObject({
      code: 'returned_without_reason',
      field: 'reason',
    });
    await returnCourse(contextOf(officer), course.id, '请写明考核方式。');
    expect(await courseRow(course.id)).toMatchObject({ status: 'returned', decisionReason: '请写明考核方式。' });
  });
});

describe('publishing', () => {
  sevenQuestions('publishCourse', byProvider('approved', publishCourse), {
    event: 'course.published',
    tables,
    works: async (_, { courseId }) => expect(await courseRow(courseId)).toMatchObject({ status: 'published', publishedAt: START }),
    wrongState: { scene: byProvider('submitted', publishCourse), code: 'wrong_state' },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'unchanged',
  });
});

describe('revising', () => {
  sevenQuestions('reviseCourse', byProvider('published', reviseCourse), {
    event: 'course.revised',
    tables,
    works: async (_, { courseId }) => expect(await courseRow(courseId)).toMatchObject({ status: 'draft', submittedAt: null }),
    wrongState: { scene: byProvider('archived', reviseCourse), code: 'wrong_state' },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });

  test('keeps the approved version public and taught, and the next approval makes version 2 public at once', async () => {
    const { course, teacher, officer } = await courseScene('published');
    await reviseCourse(contextOf(teacher), course.id);
    expect(await courseRow(course.id)).toMatchObject({
      status: 'draft',
      currentSyllabusId: course.currentSyllabusId,
      publishedAt: course.publishedAt,
    });
    await submitCourse(contextOf(teacher), course.id);
    await expect(approveCourse(contextOf(officer), course.id)).resolves.toEqual({ version: 2 });
    const row = await courseRow(course.id);
    expect(row).toMatchObject({ status: 'published', publishedAt: course.publishedAt });
    expect(row.currentSyllabusId).not.toBe(course.currentSyllabusId);
  });
});

describe('archiving', () => {
  sevenQuestions(
    'archiveCourse',
    byProvider('published', (ctx, id) => archiveCourse(ctx, id, '课程已更新换代。')),
    {
      event: 'course.archived',
      tables,
      works: async (_, { courseId }) => expect(await courseRow(courseId)).toMatchObject({ status: 'archived' }),
      wrongState: { scene: byProvider('submitted', (ctx, id) => archiveCourse(ctx, id, '课程已更新换代。')), code: 'wrong_state' },
      wrongRole: anAdministrator,
      repeated: 'unchanged',
    },
  );

  test('waits until no class goes on', async () => {
    const { course, teacher } = await courseScene('published');
    await aClass(db, { course });
    await expect(archiveCourse(contextOf(teacher), course.id, '停办')).rejects.toMatchObject({ code: 'course_has_open_classes' });
  });
});

test('an id that is none is not found, for every move', async () => {
  const { teacher } = await courseScene('draft');
  await expect(submitCourse(contextOf(teacher), "1' or '1'='1")).rejects.toMatchObject({ status: 404 });
});
