import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { event, score } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { getScoreSheet, readScorePaste } from '~/domain/completion/queries.server';
import { recordScores } from '~/domain/completion/record-scores.server';
import type { ScoreEntry } from '~/domain/completion/score-changes';
import { entriesOfPaste } from '~/domain/completion/score-paste';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { closedClass, submittedClass, taughtClass } from '../../support/taught-class';

const { db } = testDatabase();
type Scene = Awaited<ReturnType<typeof taughtClass>>;

const entry = (enrolmentId: string, kind: ScoreEntry['kind'], points: number | null, assessedOn = '2026-03-08'): ScoreEntry => ({
  enrolmentId,
  kind,
  points,
  assessedOn,
  assessor: '赵考评',
});
const record = (scene: Scene, entries: ScoreEntry[], more: { redate?: boolean } = {}) =>
  recordScores(contextOf(scene.teacher), { classId: scene.held.id, entries, ...more });
const first = (scene: Scene): string => scene.trainees[0]?.id ?? '';
const scoresOf = (enrolmentId: string) => db.select().from(score).where(eq(score.enrolmentId, enrolmentId)).orderBy(score.kind);

const ready = async (build: () => Promise<Scene> = () => taughtClass()) => {
  const scene = await build();
  const entries = scene.trainees.map(({ id }) => entry(id, 'theory', 77.5));
  const call = (ctx: Context) => recordScores(ctx, { classId: scene.held.id, entries });
  return { ...scene, actor: scene.teacher, stranger: scene.otherTeacher, call };
};

sevenQuestions('recordScores', () => ready(), {
  event: 'score.recorded',
  tables: ['score'],
  works: async ({ changed }, scene) => {
    expect(changed).toBe(2);
    expect(await scoresOf(first(scene))).toMatchObject([
      { kind: 'theory', points: 77.5, assessor: '赵考评', recordedBy: scene.teacher.accountId },
    ]);
  },
  wrongState: { scene: () => ready(() => submittedClass()), code: 'closing_submitted' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

test('a changed score leaves both in the event, and an emptied cell takes it back', async () => {
  const scene = await taughtClass();
  await record(scene, [entry(first(scene), 'theory', 50)]);
  await record(scene, [entry(first(scene), 'theory', 65)]);
  await record(scene, [entry(first(scene), 'theory', null)]);
  const rows = await db.select().from(event).where(eq(event.name, 'score.recorded')).orderBy(desc(event.seq)).limit(2);
  const moves = rows.map((row) => (row.data.rows as { before: number | null; after: number | null }[])[0]);
  expect(moves).toMatchObject([
    { before: 65, after: null },
    { before: 50, after: 65 },
  ]);
  expect(await scoresOf(first(scene))).toEqual([]);
});

test('an unchanged score keeps its date unless the date is to be corrected', async () => {
  const scene = await taughtClass();
  await record(scene, [entry(first(scene), 'theory', 70, '2026-03-08')]);
  expect(await record(scene, [entry(first(scene), 'theory', 70, '2026-03-09')])).toEqual({ changed: 0 });
  expect(await record(scene, [entry(first(scene), 'theory', 70, '2026-03-09')], { redate: true })).toEqual({ changed: 1 });
  expect(await scoresOf(first(scene))).toMatchObject([{ assessedOn: '2026-03-09' }]);
});

describe('refused', () => {
  test.each<[string, (id: string) => ScoreEntry[], string]>([
    ['a score above a hundred', (id) => [entry(id, 'theory', 100.5)], 'score_range'],
    ['a quarter point', (id) => [entry(id, 'theory', 70.25)], 'score_range'],
    ['before the class began', (id) => [entry(id, 'theory', 70, '2026-03-06')], 'score_before_lessons'],
    ['on a day to come', (id) => [entry(id, 'theory', 70, '2026-03-11')], 'score_in_future'],
    ['a re-test of nothing', (id) => [entry(id, 'theory_retest', 70)], 'retest_without_failure'],
    ['a re-test after a pass', (id) => [entry(id, 'theory', 60), entry(id, 'theory_retest', 70)], 'retest_without_failure'],
    [
      'a re-test before the test',
      (id) => [entry(id, 'theory', 40, '2026-03-09'), entry(id, 'theory_retest', 70, '2026-03-08')],
      'retest_before_first',
    ],
  ])('%s', async (_, entries, code) => {
    const scene = await taughtClass();
    await expect(record(scene, entries(first(scene)))).rejects.toMatchObject({ code });
    expect(await scoresOf(first(scene))).toEqual([]);
  });

  test('a part that the course does not examine', async () => {
    const scene = await taughtClass({ course: { passRule: { ...DEFAULT_PASS_RULE, minPracticalScore: null } } });
    await expect(record(scene, [entry(first(scene), 'practical', 90)])).rejects.toMatchObject({ code: 'score_not_examined' });
  });

  test('somebody of another class', async () => {
    const scene = await taughtClass();
    await expect(record(scene, [entry((await anEnrolment(db)).id, 'theory', 90)])).rejects.toMatchObject({ status: 404 });
  });
});

test('after the closing only re-tests of those who failed are taken', async () => {
  const scene = await closedClass({ oneFails: true });
  const [failed, passed] = scene.trainees.map((row) => row.id);
  expect(await record(scene, [entry(failed ?? '', 'theory_retest', 66, '2026-03-10')])).toEqual({ changed: 1 });
  await expect(record(scene, [entry(failed ?? '', 'theory', 90)])).rejects.toMatchObject({ code: 'score_class_closed' });
  await expect(record(scene, [entry(passed ?? '', 'theory_retest', 90)])).rejects.toMatchObject({ code: 'score_class_closed' });
});

test('the sheet offers a re-test to those who need one and says what decides', async () => {
  const scene = await taughtClass();
  const [one, two] = scene.trainees.map((row) => row.id);
  await record(scene, [entry(one ?? '', 'theory', 59.5), entry(two ?? '', 'theory', 60)]);
  const sheet = await getScoreSheet(scene.teacher, scene.held.id, now());
  const cells = Object.fromEntries(sheet.trainees.map((row) => [row.enrolmentId, row.cells]));
  expect(cells[one ?? '']).toEqual(['theory', 'practical', 'theory_retest']);
  expect(cells[two ?? '']).toEqual(['theory', 'practical']);
  expect(sheet.trainees.map((row) => row.decision.missing)).toEqual([['attendance_missing'], ['attendance_missing']]);
  expect(sheet).toMatchObject({ mayRecord: true, assessedOn: '2026-03-07' });
  expect((await getScoreSheet(scene.officer, scene.held.id, now())).mayRecord).toBe(false);
});

test('rows pasted from a sheet find their people; good ones are written, wrong ones are named', async () => {
  const scene = await taughtClass({ names: ['李一', '王二', '张三'] });
  const text = '姓名\t理论成绩\t实操成绩\n李一\t80\t合格\n王二\t一百\t90\n钱七\t70\t70';
  const { rows, errors } = await readScorePaste(scene.teacher, scene.held.id, text);
  expect(rows).toMatchObject([{ name: '李一', scores: { theory: 80, practical: 60 } }]);
  expect(errors.map((error) => [error.line, error.code])).toEqual([
    [3, 'score_not_a_number'],
    [4, 'score_unknown_person'],
  ]);
  const sitting = { assessedOn: '2026-03-08', assessor: '' };
  expect(() => entriesOfPaste(rows, new Map([['theory', sitting]]))).toThrow('field_date');
  const entries = entriesOfPaste(
    rows,
    new Map([
      ['theory', sitting],
      ['practical', sitting],
    ]),
  );
  expect(await record(scene, entries)).toEqual({ changed: 2 });
});
