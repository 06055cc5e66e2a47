import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTIFICATE_NUMBER, certificateNumber, isScorePoints, type Score, type ScoreKind } from '~/domain/completion/completion';
import { decideResult, type ResultFacts } from '~/domain/completion/result';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';

const score = (kind: ScoreKind, points: number, assessedOn = '2026-12-05'): Score => ({ kind, points, assessedOn });

const facts: ResultFacts = {
  passRule: DEFAULT_PASS_RULE,
  syllabus: { theoryMinutes: 2700, practiceMinutes: 2700 },
  lastLessonOn: '2026-12-04',
  scores: [score('theory', 75), score('practical', 80)],
  ledger: {
    theoryScheduled: 2700,
    theoryCredited: 2700,
    practiceScheduled: 2700,
    practiceCredited: 2700,
    lessonsScheduled: 30,
    lessonsMarked: 30,
    lessonsAttended: 30,
  },
};
const decide = (change: Partial<ResultFacts>, ledger: Partial<ResultFacts['ledger']> = {}) =>
  decideResult({ ...facts, ...change, ledger: { ...facts.ledger, ...ledger } });

test('who attended and passed both parts has completed on the day of the last of them', () => {
  expect(decide({})).toEqual({ result: 'passed', reasons: [], missing: [], completedOn: '2026-12-05' });
});

describe('the day of completion', () => {
  test.each([
    ['assessed before the last lesson', [score('theory', 75, '2026-11-30'), score('practical', 80, '2026-12-01')], '2026-12-04'],
    ['practical last', [score('theory', 75, '2026-12-05'), score('practical', 80, '2026-12-09')], '2026-12-09'],
    ['passed on the re-test', [score('theory', 50), score('theory_retest', 61, '2026-12-20'), score('practical', 80)], '2026-12-20'],
    [
      'a re-test that was not needed',
      [score('theory', 75), score('theory_retest', 90, '2026-12-20'), score('practical', 80)],
      '2026-12-05',
    ],
    ['a re-test in the new year', [score('theory', 75), score('practical', 0), score('practical_retest', 60, '2027-01-05')], '2027-01-05'],
  ])('%s', (_, scores, completedOn) => {
    expect(decide({ scores })).toMatchObject({ result: 'passed', completedOn });
  });
});

describe('failing names every reason', () => {
  test('a score below the minimum', () => {
    expect(decide({ scores: [score('theory', 59.5), score('practical', 60)] })).toMatchObject({
      result: 'failed',
      reasons: ['theory_failed'],
    });
    expect(decide({ scores: [score('theory', 60), score('practical', 59.5)] })).toMatchObject({
      result: 'failed',
      reasons: ['practical_failed'],
    });
  });

  test('a re-test that fails again', () => {
    const scores = [score('theory', 40), score('theory_retest', 55), score('practical', 70)];
    expect(decide({ scores })).toMatchObject({ result: 'failed', reasons: ['theory_failed'], completedOn: null });
  });

  test('too little attendance, however good the scores', () => {
    expect(decide({}, { theoryCredited: 2000, practiceCredited: 2000 }).reasons).toEqual([
      'attendance_short',
      'theory_hours_short',
      'practice_hours_short',
    ]);
  });

  test('theory alone does not make up for practice', () => {
    expect(decide({}, { theoryCredited: 2700, practiceCredited: 1700 })).toMatchObject({
      result: 'failed',
      reasons: ['practice_hours_short'],
    });
    expect(decide({ passRule: { ...DEFAULT_PASS_RULE, hoursMustBeMet: false } }, { practiceCredited: 1700 })).toMatchObject({
      result: 'passed',
    });
  });

  test('a class cut short of its syllabus does not pass anybody', () => {
    const half = { practiceScheduled: 1350, practiceCredited: 1350 };
    expect(decide({}, half)).toMatchObject({ result: 'failed', reasons: ['practice_hours_short'] });
  });

  test('without scores when attendance already decides', () => {
    expect(decide({ scores: [] }, { theoryCredited: 0, practiceCredited: 90, lessonsAttended: 1 })).toMatchObject({
      result: 'failed',
      missing: [],
    });
  });
});

test('who never came is absent, also without a score', () => {
  const never = { theoryCredited: 0, practiceCredited: 0, lessonsAttended: 0 };
  expect(decide({ scores: [] }, never)).toEqual({ result: 'absent', reasons: ['never_attended'], missing: [], completedOn: null });
});

describe('what is missing leaves the result open', () => {
  test.each([
    [{ scores: [] }, ['theory_score_missing', 'practical_score_missing']],
    [{ scores: [score('theory', 75)] }, ['practical_score_missing']],
    [{ lastLessonOn: null }, ['no_lessons']],
  ])('%j lacks %j', (change, missing) => {
    expect(decide(change)).toEqual({ result: 'undetermined', reasons: [], missing, completedOn: null });
  });

  test('a lesson without marks', () => {
    expect(decide({}, { lessonsMarked: 29 })).toMatchObject({ result: 'undetermined', missing: ['attendance_missing'] });
  });

  test('but not a part that the rule does not examine', () => {
    const passRule = { ...DEFAULT_PASS_RULE, minPracticalScore: null };
    expect(decide({ passRule, scores: [score('theory', 75)] })).toMatchObject({ result: 'passed' });
  });
});

test('a better score or more minutes never turn a pass into a failure', () => {
  const points = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
  fc.assert(
    fc.property(points, points, fc.integer({ min: 0, max: 2700 }), fc.integer({ min: 0, max: 300 }), (theory, practical, minutes, more) => {
      const scores = [score('theory', theory), score('practical', practical)];
      const before = decide({ scores }, { theoryCredited: minutes });
      const after = decide(
        { scores: scores.map((entry) => ({ ...entry, points: Math.min(100, entry.points + 10) })) },
        { theoryCredited: Math.min(2700, minutes + more) },
      );
      if (before.result === 'passed') expect(after.result).toBe('passed');
      expect(before.completedOn === null).toBe(before.result !== 'passed');
    }),
  );
});

test('points are 0 to 100 in halves', () => {
  expect([0, 59.5, 100].every(isScorePoints)).toBe(true);
  expect([-1, 100.5, 59.3, Number.NaN].some(isScorePoints)).toBe(false);
});

test('a certificate number names category, district, year and sequence', () => {
  expect(certificateNumber('C', '110105', 2024, 37)).toBe('BJTY-C-110105-2024-00037');
  expect(certificateNumber('P', null, 2026, 123456)).toBe('BJTY-P-110000-2026-123456');
  expect(CERTIFICATE_NUMBER.test(certificateNumber('H', '110302', 2026, 1))).toBe(true);
});
