import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aLecturer } from '#db/seed/builders/lecturers';
import { aProvider } from '#db/seed/builders/organisations';
import { addLessons } from '~/domain/training-class/add-lessons.server';
import { clashLines } from '~/domain/training-class/clashes';
import { listLessonsElsewhere } from '~/domain/training-class/lecturer-clashes.server';
import { moveLesson } from '~/domain/training-class/move-lesson.server';
import { openClass } from '~/domain/training-class/open-class.server';
import { listLessons } from '~/domain/training-class/queries.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();

async function arrange() {
  const provider = await aProvider(db, { districtCode: '110105' });
  const { actor } = await aMember(db, 'provider_staff', provider);
  const course = await aCourse(db, { providerId: provider.id });
  return { provider, actor, course, own: await aLecturer(db, { organisationId: provider.id, name: '王芳' }) };
}
const draft = (heldOn: string, lecturerId: string | null, lecturer = '') => ({
  heldOn,
  from: '09:00',
  until: '10:30',
  kind: 'theory' as const,
  moduleCode: 'M1',
  title: '回应性照护',
  place: '',
  lecturer,
  lecturerId,
});

test('a lesson that names somebody of the registry prints her name, or what was typed', async () => {
  const { actor, course, own } = await arrange();
  const expert = await aLecturer(db, { organisationId: null, name: '市专家' });
  const id = await openClass(contextOf(actor), {
    courseId: course.id,
    code: 'N-1',
    term: '',
    place: '一教',
    meetingLink: '',
    capacity: 10,
    minimumSize: 1,
    enrolFromOn: '2026-03-10',
    enrolUntilOn: '2026-03-20',
    countsTowardPlan: true,
    lessons: [draft('2026-03-24', own.id), draft('2026-03-25', own.id, '王芳 主任'), draft('2026-03-26', null, '外请教师')],
  });
  await addLessons(contextOf(actor), { classId: id, lessons: [draft('2026-03-27', expert.id)] });
  const lessons = await listLessons(id);
  expect(lessons.map(({ lecturer, lecturerId }) => [lecturer, lecturerId])).toEqual([
    ['王芳', own.id],
    ['王芳 主任', own.id],
    ['外请教师', null],
    ['市专家', expert.id],
  ]);
  const [first] = lessons;
  const move = { classId: id, lessonId: first?.id ?? '', heldOn: '2026-03-24', from: '09:00', until: '10:30', place: '', reason: '换人' };
  await moveLesson(contextOf(actor), { ...move, lecturer: '', lecturerId: expert.id });
  expect((await listLessons(id))[0]).toMatchObject({ lecturer: '市专家', lecturerId: expert.id, changeReason: '换人' });
});

test('nobody names another provider’s lecturer, another district’s expert, or somebody who left', async () => {
  const { actor, course } = await arrange();
  const made = await aClass(db, { course });
  const strangers = await Promise.all([
    aLecturer(db, { organisationId: (await aProvider(db, { districtCode: '110105' })).id }),
    aLecturer(db, { organisationId: null, districtCode: '110108' }),
    aLecturer(db, { organisationId: made.providerId, status: 'withdrawn' }),
  ]);
  for (const { id } of strangers) {
    const adding = addLessons(contextOf(actor), { classId: made.id, lessons: [draft('2026-05-05', id)] });
    await expect(adding).rejects.toMatchObject({ code: 'lecturer_unknown', field: 'lesson.0.lecturerId' });
  }
  // One whose approval is over or missing is pointed out on the page, not refused.
  const lapsed = await aLecturer(db, { organisationId: made.providerId, approvedUntilOn: '2026-03-01' });
  expect(await addLessons(contextOf(actor), { classId: made.id, lessons: [draft('2026-05-05', lapsed.id)] })).toBe(1);
});

test('an expert asked by two providers at once is a clash; two rooms of one name are none', async () => {
  const { provider, course } = await arrange();
  const expert = await aLecturer(db, { organisationId: null, name: '市专家' });
  const lesson = { on: '2026-05-05', from: '09:00', until: '10:30', lecturerId: expert.id, lecturer: '市专家', place: '101' };
  const ours = await aClass(db, { course, lessons: [lesson] });
  const elsewhere = await aClass(db, {
    course: await aCourse(db),
    lessons: [{ ...lesson, from: '10:00', until: '11:00', lecturer: '专家' }],
  });
  const others = await listLessonsElsewhere(provider.id, [expert.id], '2026-05-05', '2026-05-05');
  const lines = clashLines(
    ours.lessons.map((row) => ({ ...row, classCode: null })),
    others,
  );
  expect(lines).toMatchObject([{ kind: 'lecturer', classCode: elsewhere.code }]);
  expect(await listLessonsElsewhere(provider.id, [], '2026-05-05', '2026-05-05')).toEqual([]);
});
