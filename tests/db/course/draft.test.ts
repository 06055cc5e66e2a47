import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { courseModule, outline } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anOutline } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { draftCourse, type NewCourse } from '~/domain/course/draft-course.server';
import { type CourseText, editCourse } from '~/domain/course/edit-course.server';
import { publishOutline } from '~/domain/course/publish-outline.server';
import { getCourse } from '~/domain/course/queries.server';
import { shipOutlines } from '~/domain/course/ship-outlines.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anAdministrator, byProvider, courseRow, courseScene } from './scenes';

const { db } = testDatabase();
const blank: NewCourse = { title: '保育人员岗位培训', categories: ['caregiver'], delivery: 'on_site', fromOutline: false };

const modulesOf = (courseId: string) =>
  db.select().from(courseModule).where(eq(courseModule.courseId, courseId)).orderBy(courseModule.position);

describe('drafting', () => {
  const scene = async () => {
    const { actor } = await aMember(db, 'provider_staff');
    return { actor, call: (ctx: Context) => draftCourse(ctx, blank) };
  };

  sevenQuestions('draftCourse', scene, {
    event: 'course.drafted',
    tables: ['course', 'course_module'],
    works: async ({ courseId }, { actor }) => {
      expect(await courseRow(courseId)).toMatchObject({ status: 'draft', providerId: actor.organisation?.id, passRule: DEFAULT_PASS_RULE });
      expect(await modulesOf(courseId)).toEqual([]);
    },
    wrongRole: anAdministrator,
    repeated: 'makes another',
  });

  test('from the outline template is one step: every module, hour and topic, and no gap', async () => {
    await anOutline(db, 'caregiver');
    const { actor } = await aMember(db, 'provider_staff');
    const { courseId } = await draftCourse(contextOf(actor), { ...blank, fromOutline: true });
    const { compliance, modules } = await getCourse(actor, courseId);
    expect(modules).toHaveLength(14);
    expect(compliance).toHaveLength(1);
    expect(compliance[0]?.result.gaps).toEqual([]);
    expect(compliance[0]?.result.total).toMatchObject({ asked: 5400, offered: 5400 });
  });

  test('a category outside the approved scope is refused at its field', async () => {
    const { actor } = await aMember(db, 'provider_staff', await aProvider(db, { categories: ['principal'] }));
    const attempt = draftCourse(contextOf(actor), blank);
    await expect(attempt).rejects.toMatchObject({
      code: 'category_out_of_scope',
      field: 'categories[]',
      params: { category: 'caregiver' },
    });
  });

  test('a provider that is not approved drafts nothing', async () => {
    const { actor } = await aMember(db, 'provider_staff', await aProvider(db, { status: 'applied' }));
    await expect(draftCourse(contextOf(actor), blank)).rejects.toMatchObject({ code: 'organisation_not_approved' });
  });
});

const text = (change: Partial<CourseText> = {}): CourseText => ({
  title: '改过的课程',
  categories: ['caregiver'],
  audience: '托育机构保育人员',
  summary: '要点',
  delivery: 'blended',
  passRule: { ...DEFAULT_PASS_RULE, minTheoryScore: 70 },
  contactName: '教务',
  contactPhone: '010-65550100',
  outlineIds: [],
  modules: [{ code: 'A', title: '急救', theoryMinutes: 45, practiceMinutes: 90, topics: ['心肺复苏'], outlineModuleCode: null }],
  ...change,
});

describe('editing', () => {
  sevenQuestions(
    'editCourse',
    byProvider('draft', (ctx, id) => editCourse(ctx, id, text())),
    {
      event: 'course.edited',
      tables: ['course', 'course_module'],
      works: async (_, { courseId }) => {
        expect(await courseRow(courseId)).toMatchObject({ title: '改过的课程', delivery: 'blended', passRule: { minTheoryScore: 70 } });
        expect(await modulesOf(courseId)).toMatchObject([{ code: 'A', theoryMinutes: 45, practiceMinutes: 90, position: 1 }]);
      },
      wrongState: { scene: byProvider('submitted', (ctx, id) => editCourse(ctx, id, text())), code: 'course_locked' },
      wrongRole: anAdministrator,
      repeated: 'unchanged',
    },
  );

  test('an older copy does not overwrite a newer one', async () => {
    const { course, teacher } = await courseScene('draft');
    const seen = course.updatedAt;
    await editCourse(contextOf(teacher), course.id, text(), seen);
    const older = editCourse(contextOf(teacher), course.id, text({ title: '另一个页面' }), seen);
    await expect(older).rejects.toMatchObject({ code: 'stale' });
    expect((await courseRow(course.id)).title).toBe('改过的课程');
  });

  test('a returned course may be edited, an approved one may not', async () => {
    const returned = await courseScene('returned');
    await editCourse(contextOf(returned.teacher), returned.course.id, text());
    const approved = await courseScene('approved');
    await expect(editCourse(contextOf(approved.teacher), approved.course.id, text())).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('the draft keeps the outline version that was chosen; another category takes the one in force', async () => {
    const [first] = await db.select().from(outline).where(eq(outline.category, 'caregiver'));
    const chosen = first ?? (await anOutline(db, 'caregiver'));
    const principal = await anOutline(db, 'principal');
    await anOutline(db, 'principal', { version: 2, effectiveOn: '2099-01-01' });
    const { course, teacher } = await courseScene('draft');
    await editCourse(
      contextOf(teacher),
      course.id,
      text({ categories: ['principal', 'caregiver'], outlineIds: [chosen.id, 'none', principal.id.replace(/.$/, '0')] }),
    );
    expect((await courseRow(course.id)).outlineIds).toEqual([principal.id, chosen.id]);
  });
});

describe('outlines', () => {
  const next = (title: string) => ({
    category: 'health_staff' as const,
    titleZh: title,
    titleEn: 'Outline',
    documentNo: null,
    source: 'proposed' as const,
    effectiveOn: '2026-01-01',
    modules: [{ code: 'H-T1', titleZh: '管理', titleEn: 'Management', theoryMinutes: 90, practiceMinutes: 45, topics: ['登记'] }],
  });

  test('shipping them twice gives one version of each, all proposed', async () => {
    const ctx = { actor: { kind: 'system' as const, job: 'outlines.ship' }, now: now() };
    await shipOutlines(ctx);
    expect(await shipOutlines(ctx)).toBe(0);
    const rows = await db.select().from(outline).where(eq(outline.category, 'health_staff'));
    expect(rows).toMatchObject([{ version: 1, source: 'proposed', theoryMinutes: 720, practiceMinutes: 360 }]);
  });

  test('a new version is the next number, keeps the earlier one, and follows only the latest', async () => {
    const city = await aMember(db, 'city_officer');
    const { version } = await publishOutline(contextOf(city.actor), next('第二版'), 1);
    expect(version).toBe(2);
    await expect(publishOutline(contextOf(city.actor), next('另一第二版'), 1)).rejects.toMatchObject({ code: 'stale' });
    const rows = await db.select().from(outline).where(eq(outline.category, 'health_staff')).orderBy(outline.version);
    expect(rows).toMatchObject([{ version: 1 }, { version: 2, titleZh: '第二版', theoryMinutes: 90, practiceMinutes: 45 }]);
  });

  test('two at once make one version', async () => {
    const city = await aMember(db, 'city_officer');
    const both = await Promise.allSettled(['甲', '乙'].map((title) => publishOutline(contextOf(city.actor), next(title), 2)));
    expect(both.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(both.find((answer) => answer.status === 'rejected')).toMatchObject({ reason: { code: 'stale' } });
  });

  test.each(['district_officer', 'provider_staff'] as const)('are not edited by %s', async (role) => {
    const { actor } = await aMember(db, role);
    await expect(publishOutline(contextOf(actor), next('不允许'), 3)).rejects.toMatchObject({ status: 403 });
  });
});
