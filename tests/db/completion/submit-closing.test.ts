import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { closing, trainingClass } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anAttendance, anEnrolment, aScore } from '#db/seed/builders/enrolments';
import { recordAttendance } from '~/domain/attendance/record-attendance.server';
import { getClosing } from '~/domain/completion/queries.server';
import { returnClosing } from '~/domain/completion/return-closing.server';
import { submitClosing } from '~/domain/completion/submit-closing.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import {
  closedClass,
  closingRow,
  readyClass,
  submittedClass,
  type TaughtClass,
  taughtClass,
  withEvidence,
} from '../../support/taught-class';

const { db } = testDatabase();
const tables = ['closing', 'training_class'];
const submit = (scene: TaughtClass) => (ctx: Context) => submitClosing(ctx, { classId: scene.held.id, note: '材料齐全' });
const statusOf = async ({ held }: TaughtClass) => (await db.select().from(trainingClass).where(eq(trainingClass.id, held.id)))[0]?.status;
const anAdministrator = async () => (await aMember(db, 'institution_admin')).actor;

describe('handing in', () => {
  const ready = async (build: () => Promise<TaughtClass> = () => readyClass()) => {
    const scene = await build();
    return { ...scene, actor: scene.teacher, stranger: scene.otherTeacher, call: submit(scene) };
  };

  sevenQuestions('submitClosing', () => ready(), {
    event: 'class.closing_submitted',
    tables,
    works: async ({ closingId }, scene) => {
      // five working days after Tuesday 10 March
      const row = {
        kind: 'main',
        status: 'submitted',
        decisionDueOn: '2026-03-17',
        note: '材料齐全',
        submittedBy: scene.teacher.accountId,
      };
      expect(await closingRow(closingId)).toMatchObject(row);
      expect(await statusOf(scene)).toBe('closing_review');
    },
    wrongState: {
      scene: () =>
        ready(async () => {
          const scene = await readyClass();
          await db.update(trainingClass).set({ status: 'cancelled' }).where(eq(trainingClass.id, scene.held.id));
          return scene;
        }),
      code: 'class_cancelled',
    },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });

  test('twenty times at once makes one closing', async () => {
    const scene = await readyClass();
    const ids = await Promise.all(Array.from({ length: 20 }, () => submit(scene)(contextOf(scene.teacher))));
    expect(new Set(ids.map((row) => row.closingId)).size).toBe(1);
    expect(await db.$count(closing, eq(closing.classId, scene.held.id))).toBe(1);
  });

  test.each<[string, (scene: TaughtClass) => Promise<unknown>, string]>([
    [
      'attendance',
      async ({ trainees, held }) => trainees[1] && anAttendance(db, trainees[1], held.lessons.slice(0, 1)),
      'closing_attendance',
    ],
    [
      'the theory score',
      async ({ trainees: [, second], held }) => {
        if (!second) return;
        await anAttendance(db, second, held.lessons);
        await aScore(db, second, 'practical', 90, '2026-03-08');
      },
      'closing_theory',
    ],
    [
      'the practical score',
      async ({ trainees: [, second], held }) => {
        if (!second) return;
        await anAttendance(db, second, held.lessons);
        await aScore(db, second, 'theory', 90, '2026-03-08');
      },
      'closing_practical',
    ],
  ])('is refused without %s, and the message names whom it concerns', async (_, arrange, code) => {
    const scene = await taughtClass({ names: ['李一', '王二'] });
    if (scene.trainees[0]) await withEvidence(scene, scene.trainees[0]);
    await arrange(scene);
    const attempt = submit(scene)(contextOf(scene.teacher));
    await expect(attempt).rejects.toMatchObject({ code, params: { name: '王二', count: 1 } });
    expect(await statusOf(scene)).toBe('planned');
  });

  test('is refused while an application is undecided', async () => {
    const scene = await readyClass();
    await anEnrolment(db, { trainingClass: scene.held, status: 'applied' });
    await expect(submit(scene)(contextOf(scene.teacher))).rejects.toMatchObject({ code: 'closing_applicants' });
  });

  test('is refused before the last lesson has ended, and without trainees', async () => {
    const scene = await readyClass();
    setClock('2026-03-07T11:59:00+08:00');
    await expect(submit(scene)(contextOf(scene.teacher))).rejects.toMatchObject({ code: 'lessons_not_finished' });
    const empty = await taughtClass({ names: [] });
    setClock('2026-03-10T09:00:00+08:00');
    await expect(submit(empty)(contextOf(empty.teacher))).rejects.toMatchObject({ code: 'closing_without_trainees' });
  });

  test('who never came needs no score', async () => {
    const scene = await taughtClass({ names: ['李一'] });
    if (scene.trainees[0]) await anAttendance(db, scene.trainees[0], scene.held.lessons, 'absent');
    await submit(scene)(contextOf(scene.teacher));
    expect(await statusOf(scene)).toBe('closing_review');
  });

  test('the page lists everything that is missing before anybody asks', async () => {
    const scene = await taughtClass({ names: ['李一', '王二'] });
    if (scene.trainees[0]) await withEvidence(scene, scene.trainees[0]);
    const { gaps, unmarked, maySubmit } = await getClosing(scene.teacher, scene.held.id, now());
    expect(gaps).toMatchObject([{ code: 'attendance_missing', people: [{ name: '王二' }] }]);
    expect(unmarked.map((lesson) => lesson.missing)).toEqual([1, 1]);
    expect(maySubmit).toBe(false);
  });
});

describe('giving back', () => {
  const ready = async (build = () => submittedClass()) => {
    const scene = await build();
    const call = (ctx: Context) => returnClosing(ctx, { classId: scene.held.id, closingId: scene.closingId, reason: '请补签到表' });
    return { ...scene, actor: scene.officer, stranger: scene.otherOfficer, call };
  };

  sevenQuestions('returnClosing', () => ready(), {
    event: 'class.closing_returned',
    tables,
    works: async (_, scene) => {
      expect(await closingRow(scene.closingId)).toMatchObject({
        status: 'returned',
        decisionReason: '请补签到表',
        decidedBy: scene.officer.accountId,
      });
      expect(await statusOf(scene)).toBe('planned');
    },
    wrongState: { scene: () => ready(() => closedClass()), code: 'stale' },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });

  test('needs a reason', async () => {
    const scene = await submittedClass();
    const attempt = returnClosing(contextOf(scene.officer), { classId: scene.held.id, closingId: scene.closingId, reason: ' ' });
    await expect(attempt).rejects.toMatchObject({ code: 'reason_required' });
  });

  test('opens the evidence again, and the class can be handed in a second time', async () => {
    const scene = await ready();
    await scene.call(contextOf(scene.officer));
    const marks = [{ enrolmentId: scene.trainees[0]?.id ?? '', mark: 'absent' as const, minutesLate: null }];
    const sheet = { classId: scene.held.id, lessonId: scene.held.lessons[0]?.id ?? '', marks, lateReason: '' };
    expect(await recordAttendance(contextOf(scene.teacher), sheet)).toEqual({ changed: 1 });
    const { closingId } = await submit(scene)(contextOf(scene.teacher));
    expect(closingId).not.toBe(scene.closingId);
  });
});
