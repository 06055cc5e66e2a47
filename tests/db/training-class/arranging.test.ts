import { describe, expect, test } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aCourse } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import type { Context } from '~/domain/shared/operation.server';
import { addLessons } from '~/domain/training-class/add-lessons.server';
import { cancelLesson } from '~/domain/training-class/cancel-lesson.server';
import { editClass } from '~/domain/training-class/edit-class.server';
import { moveClass } from '~/domain/training-class/move-class.server';
import { moveLesson } from '~/domain/training-class/move-lesson.server';
import { openClass } from '~/domain/training-class/open-class.server';
import type { LessonDraft } from '~/domain/training-class/timetable';
import { setClock, testDatabase } from '../../support/database';
import { aSeatScene } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const TABLES = ['training_class', 'lesson'];
const trainee = async () => (await aTrainee(db)).actor;
const rowOf = async (id: string) => (await sql`select * from training_class where id = ${id}`)[0];

const draft = (heldOn: string, change: Partial<LessonDraft> = {}): LessonDraft => ({
  heldOn,
  from: '09:00',
  until: '10:30',
  kind: 'theory',
  moduleCode: 'M1',
  title: '回应性照护',
  place: '',
  lecturer: '王芳',
  ...change,
});

let number = 0;
const plan = (courseId: string) => {
  number += 1;
  return {
    courseId,
    code: `K-${number}`,
    term: '2026 年第 1 期',
    place: '一教 101',
    meetingLink: '',
    capacity: 30,
    minimumSize: 10,
    enrolFromOn: '2026-03-10',
    enrolUntilOn: '2026-03-20',
    countsTowardPlan: true,
    lessons: [draft('2026-03-24'), draft('2026-03-23', { kind: 'practice', moduleCode: 'M2', place: '实训室' })],
  };
};

async function opening(change: Partial<Parameters<typeof aCourse>[1]> = {}) {
  const provider = await aMember(db, 'provider_staff', await aProvider(db));
  const course = await aCourse(db, { providerId: provider.organisation.id, ...change });
  const input = plan(course.id);
  return {
    actor: provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    course,
    input,
    call: (ctx: Context) => openClass(ctx, input),
  };
}

sevenQuestions('openClass', opening, {
  event: 'class.opened',
  tables: TABLES,
  works: async (id, { course, input }) => {
    expect(await rowOf(id)).toMatchObject({
      syllabus_version_id: course.currentSyllabusId,
      code: input.code,
      starts_on: '2026-03-23',
      ends_on: '2026-03-24',
      status: 'planned',
      seats_taken: 0,
    });
    const places = await sql`select place, minutes from lesson where class_id = ${id} order by starts_at`;
    expect(places.map(({ place, minutes }) => ({ place, minutes }))).toEqual([
      { place: '实训室', minutes: 90 },
      { place: '一教 101', minutes: 90 },
    ]);
  },
  wrongState: { code: 'course_not_teachable', scene: () => opening({ status: 'draft' }) },
  wrongRole: trainee,
  repeated: 'class_code_taken',
});

describe('a plan that contradicts itself', () => {
  test.each([
    [{ minimumSize: 31 }, 'minimum_above_capacity', 'minimumSize'],
    [{ enrolUntilOn: '2026-03-09' }, 'window_reversed', 'enrolUntilOn'],
    [{ enrolUntilOn: '2026-03-23' }, 'window_after_start', 'enrolUntilOn'],
    [{ lessons: [draft('2026-03-24'), draft('2026-03-10', { from: '08:00', until: '09:00' })] }, 'lesson_in_past', 'lesson.1.heldOn'],
    [{ place: '' }, 'field_required', 'place'],
  ] as const)('%j is refused at its field', async (change, code, field) => {
    const { actor, input } = await opening();
    const given = { ...input, ...change, lessons: 'lessons' in change ? [...change.lessons] : input.lessons };
    await expect(openClass(contextOf(actor), given)).rejects.toMatchObject({ code, field });
  });
});

async function arranged(call: (ctx: Context, classId: string, lessonId: string) => Promise<unknown>) {
  const scene = await aSeatScene(db);
  const [first] = scene.group.lessons;
  return {
    ...scene,
    lessonId: first?.id ?? '',
    actor: scene.provider.actor,
    stranger: (await aMember(db, 'provider_staff')).actor,
    call: (ctx: Context) => call(ctx, scene.group.id, first?.id ?? ''),
  };
}

const settled = async (call: Parameters<typeof arranged>[0], status: string) => {
  const scene = await arranged(call);
  await sql`update training_class set status = ${status} where id = ${scene.group.id}`;
  return scene;
};
const begun = async (call: Parameters<typeof arranged>[0]) => {
  const scene = await arranged(call);
  setClock('2026-03-17T09:00:00+08:00');
  return scene;
};

const move = (ctx: Context, classId: string) => moveClass(ctx, { classId, startsOn: '2026-03-19', place: '二教 202', reason: '场地检修' });
sevenQuestions('moveClass', () => arranged(move), {
  event: 'class.moved',
  tables: TABLES,
  works: async (_, { group }) => {
    expect(await rowOf(group.id)).toMatchObject({
      starts_on: '2026-03-19',
      ends_on: '2026-03-19',
      place: '二教 202',
      free_withdrawal: true,
      change_reason: '场地检修',
    });
    const [first] = await sql`select held_on, starts_at from lesson where class_id = ${group.id} order by starts_at`;
    expect(first?.held_on).toBe('2026-03-19');
    expect(new Date(first?.starts_at)).toEqual(new Date('2026-03-19T09:00:00+08:00'));
  },
  wrongState: { code: 'class_started', scene: () => begun(move) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

const shift = (ctx: Context, classId: string, lessonId: string) =>
  moveLesson(ctx, {
    classId,
    lessonId,
    heldOn: '2026-03-18',
    from: '14:00',
    until: '15:30',
    place: '实训室',
    lecturer: '李明',
    reason: '教师出差',
  });
sevenQuestions('moveLesson', () => arranged(shift), {
  event: 'lesson.moved',
  tables: TABLES,
  works: async (_, { group, lessonId }) => {
    const [row] = await sql`select held_on, minutes, place, lecturer, change_reason from lesson where id = ${lessonId}`;
    expect(row).toEqual({ held_on: '2026-03-18', minutes: 90, place: '实训室', lecturer: '李明', change_reason: '教师出差' });
    expect(await rowOf(group.id)).toMatchObject({ starts_on: '2026-03-17', ends_on: '2026-03-18', free_withdrawal: true });
  },
  wrongState: { code: 'lesson_begun', scene: () => begun(shift) },
  wrongRole: trainee,
  repeated: 'unchanged',
});

const drop = (ctx: Context, classId: string, lessonId: string) => cancelLesson(ctx, { classId, lessonId, reason: '内容合并' });
sevenQuestions('cancelLesson', () => arranged(drop), {
  event: 'lesson.cancelled',
  tables: TABLES,
  works: async (_, { group, lessonId }) => {
    const [row] = await sql`select status, change_reason from lesson where id = ${lessonId}`;
    expect(row).toEqual({ status: 'cancelled', change_reason: '内容合并' });
    expect(new Date((await rowOf(group.id))?.starts_at)).toEqual(new Date('2026-03-17T10:30:00+08:00'));
  },
  wrongState: { code: 'class_not_open', scene: () => settled(drop, 'closing_review') },
  wrongRole: trainee,
  repeated: 'unchanged',
});

const add = (ctx: Context, classId: string) => addLessons(ctx, { classId, lessons: [draft('2026-03-25')] });
test('lessons are added to a running class of one’s own, and its last day follows', async () => {
  const { group, actor, stranger } = await arranged(add);
  expect(await add(contextOf(actor), group.id)).toBe(1);
  expect(await rowOf(group.id)).toMatchObject({ starts_on: '2026-03-17', ends_on: '2026-03-25' });
  await expect(add(contextOf(stranger), group.id)).rejects.toMatchObject({ status: 404 });
  await expect(add(contextOf(await trainee()), group.id)).rejects.toMatchObject({ status: 403 });
  await expect(addLessons(contextOf(actor), { classId: group.id, lessons: [draft('2026-03-16')] })).rejects.toMatchObject({
    code: 'lesson_before_window_end',
    field: 'lesson.0.heldOn',
  });
  const closed = await settled(add, 'closed');
  await expect(add(contextOf(closed.actor), closed.group.id)).rejects.toMatchObject({ code: 'class_not_open' });
});

const edit = (ctx: Context, classId: string) =>
  editClass(ctx, {
    classId,
    term: '第 2 期',
    meetingLink: 'https://meeting.example.cn/1',
    minimumSize: 2,
    enrolFromOn: '2026-03-07',
    enrolUntilOn: '2026-03-15',
  });
sevenQuestions('editClass', () => arranged(edit), {
  event: 'class.edited',
  tables: TABLES,
  works: async (_, { group }) => {
    expect(await rowOf(group.id)).toMatchObject({ term: '第 2 期', minimum_size: 2, enrol_until_on: '2026-03-15' });
    const [event] = await sql`select data from event where name = 'class.edited' and subject_id = ${group.id}`;
    // The link is a door key: the log says that it changed, not what it is.
    expect(JSON.stringify(event?.data)).not.toContain('example.cn');
  },
  wrongState: { code: 'class_started', scene: () => begun(edit) },
  wrongRole: trainee,
  repeated: 'unchanged',
});
