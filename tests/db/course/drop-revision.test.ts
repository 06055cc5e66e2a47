import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { course, courseModule, syllabusVersion } from '#db/schema';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { dropRevision } from '~/domain/course/drop-revision.server';
import { editCourse } from '~/domain/course/edit-course.server';
import { reviseCourse } from '~/domain/course/revise-course.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anAdministrator, byProvider, courseRow, courseScene } from './scenes';

const { db } = testDatabase();
const CHANGED = {
  title: '改过的课程',
  categories: ['caregiver' as const],
  audience: '另一些人',
  summary: '另一个要点',
  delivery: 'online' as const,
  passRule: { ...DEFAULT_PASS_RULE, minTheoryScore: 90 },
  contactName: '教务',
  contactPhone: '010-65550100',
  outlineIds: [],
  modules: [{ code: 'X', title: '别的', theoryMinutes: 45, practiceMinutes: 0, topics: [], outlineModuleCode: null }],
};

/** A course opened for a later edit, and edited. */
const revised = async (status: 'published' | 'approved' = 'published') => {
  const scene = await courseScene(status);
  const { id } = scene.course;
  await reviseCourse(contextOf(scene.teacher), id);
  await editCourse(contextOf(scene.teacher), id, CHANGED);
  return { ...scene, actor: scene.teacher, stranger: scene.otherTeacher, courseId: id, call: (ctx: Context) => dropRevision(ctx, id) };
};
const modulesOf = (courseId: string) =>
  db.select().from(courseModule).where(eq(courseModule.courseId, courseId)).orderBy(courseModule.position);

sevenQuestions('dropRevision', revised, {
  event: 'course.revision_dropped',
  tables: ['course', 'course_module', 'course_attachment'],
  works: async (_, { courseId, course: before }) => {
    const { title, audience, summary, delivery, passRule, status, publishedAt, currentSyllabusId } = await courseRow(courseId);
    expect({ title, audience, summary, delivery, passRule, status }).toEqual({
      title: before.title,
      audience: before.audience,
      summary: before.summary,
      delivery: before.delivery,
      passRule: before.passRule,
      status: 'published',
    });
    expect(publishedAt).not.toBeNull();
    expect((await modulesOf(courseId)).map(({ code }) => code)).toEqual(['M1', 'M2']);
    const [version] = await db.select().from(syllabusVersion).where(eq(syllabusVersion.courseId, courseId));
    expect(currentSyllabusId).toBe(version?.id);
  },
  wrongState: { scene: byProvider('submitted', (ctx, id) => dropRevision(ctx, id)), code: 'course_locked' },
  wrongRole: anAdministrator,
  repeated: 'unchanged',
});

test('an approved course that was never public is approved again; a first draft has nothing to go back to', async () => {
  const { actor, courseId } = await revised('approved');
  await dropRevision(contextOf(actor), courseId);
  expect(await courseRow(courseId)).toMatchObject({ status: 'approved', publishedAt: null });
  const first = await courseScene('draft');
  await expect(dropRevision(contextOf(first.teacher), first.course.id)).rejects.toMatchObject({ code: 'wrong_state' });
});

test('a revision that came back from review may be given up too', async () => {
  const { actor, courseId } = await revised();
  await db.update(course).set({ status: 'returned', decisionReason: '请补充' }).where(eq(course.id, courseId));
  await dropRevision(contextOf(actor), courseId);
  expect(await courseRow(courseId)).toMatchObject({ status: 'published', decisionReason: null });
});
