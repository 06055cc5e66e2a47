import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { attendance, enrolment, event, trainingClass } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { getAttendanceOverview, getAttendanceSheet } from '~/domain/attendance/queries.server';
import { recordAttendance } from '~/domain/attendance/record-attendance.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { type TaughtClass, taughtClass } from '../../support/taught-class';

const { db } = testDatabase();
type Marks = Parameters<typeof recordAttendance>[1]['marks'];

const lessonOf = ({ held }: TaughtClass, at = 0) => held.lessons[at]?.id ?? '';
const everybody = ({ trainees }: TaughtClass): Marks => trainees.map(({ id }) => ({ enrolmentId: id, mark: 'present', minutesLate: null }));
const record = (ctx: Context, scene: TaughtClass, marks: Marks, lateReason = '') =>
  recordAttendance(ctx, { classId: scene.held.id, lessonId: lessonOf(scene), marks, lateReason });
const statusOf = async (id: string) => (await db.select().from(enrolment).where(eq(enrolment.id, id)))[0]?.status;

const ready = async (change: (scene: TaughtClass) => Promise<unknown> = async () => {}) => {
  const scene = await taughtClass();
  await change(scene);
  return { ...scene, actor: scene.teacher, stranger: scene.otherTeacher, call: (ctx: Context) => record(ctx, scene, everybody(scene)) };
};
const setStatus = (status: 'closing_review' | 'closed' | 'cancelled') => (scene: TaughtClass) =>
  db.update(trainingClass).set({ status }).where(eq(trainingClass.id, scene.held.id));

sevenQuestions('recordAttendance', ready, {
  event: 'attendance.recorded',
  tables: ['attendance', 'enrolment'],
  works: async ({ changed }, { trainees }) => {
    expect(changed).toBe(2);
    for (const { id } of trainees) expect(await statusOf(id)).toBe('attending');
  },
  wrongState: { scene: () => ready(setStatus('closing_review')), code: 'closing_submitted' },
  wrongRole: async () => (await aMember(db, 'district_officer')).actor,
  repeated: 'unchanged',
});

test.each(['closed', 'cancelled'] as const)('a class that is %s takes no marks', async (status) => {
  const scene = await ready(setStatus(status));
  await expect(scene.call(contextOf(scene.teacher))).rejects.toMatchObject({ code: 'class_not_open' });
});

test('an officer of the class reads it and may not write', async () => {
  const scene = await taughtClass();
  await expect(record(contextOf(scene.officer), scene, everybody(scene))).rejects.toMatchObject({ status: 403 });
  expect((await getAttendanceSheet(scene.officer, scene.held.id, lessonOf(scene), now())).mayRecord).toBe(false);
  await expect(getAttendanceSheet(scene.otherOfficer, scene.held.id, lessonOf(scene), now())).rejects.toMatchObject({ status: 404 });
});

test('an absence does not make an approved trainee an attending one', async () => {
  const scene = await taughtClass();
  const [first, second] = everybody(scene).map((entry) => entry.enrolmentId);
  const marks: Marks = [
    { enrolmentId: first ?? '', mark: 'leave', minutesLate: null },
    { enrolmentId: second ?? '', mark: 'late', minutesLate: 20 },
  ];
  await record(contextOf(scene.teacher), scene, marks);
  expect([await statusOf(first ?? ''), await statusOf(second ?? '')]).toEqual(['approved', 'attending']);
  const rows = await db
    .select()
    .from(attendance)
    .where(eq(attendance.enrolmentId, second ?? ''));
  expect(rows).toMatchObject([{ mark: 'late', minutesCredited: 70, recordedBy: scene.teacher.accountId, lateReason: null }]);
});

test('a correction replaces the mark and the event keeps both', async () => {
  const scene = await taughtClass({ names: ['李一'] });
  const enrolmentId = scene.trainees[0]?.id ?? '';
  await record(contextOf(scene.teacher), scene, [{ enrolmentId, mark: 'late', minutesLate: 20 }]);
  await record(contextOf(scene.teacher), scene, [{ enrolmentId, mark: 'absent', minutesLate: null }]);
  const [last] = await db.select().from(event).where(eq(event.name, 'attendance.recorded')).orderBy(desc(event.seq)).limit(1);
  expect(last?.data).toMatchObject({ rows: [{ enrolmentId, before: 'late:20', after: 'absent' }] });
  expect(await db.select().from(attendance).where(eq(attendance.enrolmentId, enrolmentId))).toMatchObject([
    { mark: 'absent', minutesCredited: 0 },
  ]);
});

test.each([
  [null, 'late_minutes'],
  [0, 'late_minutes'],
  [91, 'late_minutes'],
])('late by %s minutes of a lesson of ninety is refused', async (minutesLate, code) => {
  const scene = await taughtClass({ names: ['李一'] });
  const enrolmentId = scene.trainees[0]?.id ?? '';
  const marks: Marks = [{ enrolmentId, mark: 'late', minutesLate }];
  await expect(record(contextOf(scene.teacher), scene, marks)).rejects.toMatchObject({ code, field: `late.${enrolmentId}` });
});

test('on the seventh day no reason is asked, on the eighth it is', async () => {
  const scene = await taughtClass();
  setClock('2026-03-14T23:59:00+08:00');
  await record(contextOf(scene.teacher), scene, everybody(scene).slice(0, 1));
  setClock('2026-03-15T00:00:00+08:00');
  await expect(record(contextOf(scene.teacher), scene, everybody(scene))).rejects.toMatchObject({
    code: 'late_entry_reason',
    field: 'lateReason',
  });
  await record(contextOf(scene.teacher), scene, everybody(scene), '签到表遗失后补录');
  const rows = await db
    .select()
    .from(attendance)
    .where(eq(attendance.lessonId, lessonOf(scene)));
  expect(rows.map((row) => row.lateReason).sort()).toEqual(['签到表遗失后补录', null].sort());
});

test('marks are taken from the day of the lesson on', async () => {
  const scene = await taughtClass({ class: { startsOn: '2026-03-11' } });
  await expect(record(contextOf(scene.teacher), scene, everybody(scene))).rejects.toMatchObject({ code: 'lesson_not_held' });
  setClock('2026-03-11T00:00:00+08:00');
  expect(await record(contextOf(scene.teacher), scene, everybody(scene))).toEqual({ changed: 2 });
});

test('a cancelled lesson takes no marks', async () => {
  const lessons = [{ on: '2026-03-07', from: '09:00', until: '10:30', status: 'cancelled' as const }];
  const scene = await taughtClass({ class: { lessons } });
  await expect(record(contextOf(scene.teacher), scene, everybody(scene))).rejects.toMatchObject({ code: 'lesson_cancelled' });
});

test('only people with a seat are marked: not who applied, left, or belongs to another class', async () => {
  const scene = await taughtClass();
  const elsewhere = await anEnrolment(db);
  const entry = (enrolmentId: string): Marks => [{ enrolmentId, mark: 'present', minutesLate: null }];
  await expect(record(contextOf(scene.teacher), scene, entry(elsewhere.id))).rejects.toMatchObject({ status: 404 });
  for (const status of ['applied', 'withdrawn', 'waitlisted'] as const) {
    const other = await anEnrolment(db, { trainingClass: scene.held, status });
    await expect(record(contextOf(scene.teacher), scene, entry(other.id))).rejects.toMatchObject({ code: 'attendance_not_trainee' });
  }
});

test('the overview adds up minutes of theory and practice, scheduled and credited', async () => {
  const scene = await taughtClass({ names: ['李一'] });
  const enrolmentId = scene.trainees[0]?.id ?? '';
  await record(contextOf(scene.teacher), scene, [{ enrolmentId, mark: 'late', minutesLate: 30 }]);
  const { lessons, trainees } = await getAttendanceOverview(scene.teacher, scene.held.id, now());
  expect(trainees).toMatchObject([
    {
      name: '李一',
      percent: 33.3,
      ledger: { theoryScheduled: 90, theoryCredited: 60, practiceScheduled: 90, practiceCredited: 0, lessonsMarked: 1 },
    },
  ]);
  expect(lessons.map((lesson) => [lesson.marked, lesson.there])).toEqual([
    [1, 1],
    [0, 0],
  ]);
});
