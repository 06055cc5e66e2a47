import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { completion, completionEntry, enrolment } from '#db/schema';
import { closeClass } from '~/domain/completion/close-class.server';
import { getClosing } from '~/domain/completion/queries.server';
import { recordScores } from '~/domain/completion/record-scores.server';
import { returnClosing } from '~/domain/completion/return-closing.server';
import { submitClosing } from '~/domain/completion/submit-closing.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { closedClass, closingRow } from '../../support/taught-class';

const { db } = testDatabase();
type Closed = Awaited<ReturnType<typeof closedClass>>;

/** The first of two failed in theory and sat the re-test ten days later. */
async function afterRetest(points: number) {
  const scene = await closedClass({ oneFails: true });
  moveClock({ days: 10 });
  const enrolmentId = scene.trainees[0]?.id ?? '';
  const entries = [{ enrolmentId, kind: 'theory_retest' as const, points, assessedOn: '2026-03-19', assessor: '' }];
  await recordScores(contextOf(scene.teacher), { classId: scene.held.id, entries });
  return { ...scene, enrolmentId };
}
const submit = (scene: Closed) => submitClosing(contextOf(scene.teacher), { classId: scene.held.id, note: '' });
const approve = (scene: Closed, closingId: string) => closeClass(contextOf(scene.officer), { classId: scene.held.id, closingId });
const completionsOf = (scene: Closed) => db.select().from(completion).where(eq(completion.classId, scene.held.id));

test('a passed re-test counts once, on the day of the re-test, and the class stays closed', async () => {
  const scene = await afterRetest(61);
  const { closingId } = await submit(scene);
  expect(await closingRow(closingId)).toMatchObject({ kind: 'supplementary', status: 'submitted' });
  expect((await getClosing(scene.officer, scene.held.id, now())).head.status).toBe('closed');
  expect(await approve(scene, closingId)).toEqual({ passed: 1, failed: 0, absent: 0 });
  const rows = await completionsOf(scene);
  expect(rows).toHaveLength(2);
  expect(rows.find((row) => row.enrolmentId === scene.enrolmentId)).toMatchObject({ completedOn: '2026-03-19', closingId });
  const entries = await db.select().from(completionEntry);
  for (const row of rows) expect(entries.filter((entry) => entry.completionId === row.id)).toMatchObject([{ delta: 1 }]);
});

test('thirty approvals at once give the one who passed one completion', async () => {
  const scene = await afterRetest(80);
  const { closingId } = await submit(scene);
  const results = await Promise.all(Array.from({ length: 30 }, () => approve(scene, closingId)));
  expect(results.filter((result) => result !== null)).toHaveLength(1);
  expect(await completionsOf(scene)).toHaveLength(2);
});

test('a failed re-test leaves nothing to close', async () => {
  const scene = await afterRetest(59);
  await expect(submit(scene)).rejects.toMatchObject({ code: 'nothing_to_close' });
});

test('while it is under review no re-test is taken; given back, it can be corrected', async () => {
  const scene = await afterRetest(61);
  const { closingId } = await submit(scene);
  const entries = [{ enrolmentId: scene.enrolmentId, kind: 'theory_retest' as const, points: 50, assessedOn: '2026-03-19', assessor: '' }];
  const correct = () => recordScores(contextOf(scene.teacher), { classId: scene.held.id, entries });
  await expect(correct()).rejects.toMatchObject({ code: 'closing_submitted' });
  await returnClosing(contextOf(scene.officer), { classId: scene.held.id, closingId, reason: '成绩单与系统不符' });
  expect(await correct()).toEqual({ changed: 1 });
  const [row] = await db.select().from(enrolment).where(eq(enrolment.id, scene.enrolmentId));
  expect(row?.status).toBe('failed');
  expect((await getClosing(scene.teacher, scene.held.id, now())).head.status).toBe('closed');
});
