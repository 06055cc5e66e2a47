import { describe, expect, test } from 'vitest';
import { CANDIDATE_STATUSES, maySittingMove, SITTING_STATUSES } from '~/domain/evaluation/evaluation';
import { type KnownCandidate, type ResultRow, resultChanges, resultOf } from '~/domain/evaluation/result';
import { readResultPaste } from '~/domain/evaluation/result-paste';

const pass = { theoryPass: 60, practicalPass: 60 };

describe('the result by the pass marks', () => {
  test.each([
    [60, 60, 'passed'],
    [59.9, 100, 'failed'],
    [100, 59.9, 'failed'],
    [0, 0, 'failed'],
    [100, 100, 'passed'],
    [null, 80, null],
    [80, null, null],
    [null, null, null],
  ])('theory %s, practical %s: %s', (theoryPoints, practicalPoints, result) => {
    expect(resultOf({ theoryPoints, practicalPoints }, pass)).toBe(result);
  });
  test('a sitting may ask for more', () => {
    expect(resultOf({ theoryPoints: 75, practicalPoints: 79.5 }, { theoryPass: 70, practicalPass: 80 })).toBe('failed');
  });
});

test('a sitting moves forward only', () => {
  const moves = SITTING_STATUSES.flatMap((from) =>
    SITTING_STATUSES.filter((to) => maySittingMove(from, to)).map((to) => `${from} > ${to}`),
  );
  expect(moves).toEqual(['open > results_entered', 'open > cancelled', 'results_entered > approved']);
});

const known = (id: string, columns: Partial<KnownCandidate> = {}): KnownCandidate => ({
  id,
  number: `N-${id}`,
  status: 'registered',
  theoryPoints: null,
  practicalPoints: null,
  creditBankNo: null,
  ...columns,
});
const rules = { theoryOn: '2026-03-20', practicalOn: '2026-03-21', today: '2026-03-22', published: false };
const run = (rows: ResultRow[], candidates = [known('a'), known('b')], more: Partial<typeof rules> = {}) =>
  resultChanges(rows, candidates, { ...rules, ...more });

describe('rows of results', () => {
  test.each<[string, ResultRow, Partial<KnownCandidate>, Partial<typeof rules>, string]>([
    ['nobody of that number', { candidate: 'x', theory: 60 }, {}, {}, 'candidate_unknown'],
    ['withdrawn', { candidate: 'a', theory: 60 }, { status: 'withdrawn' }, {}, 'candidate_withdrawn'],
    ['absent and with points', { candidate: 'a', theory: 60, absent: true }, {}, {}, 'absent_with_points'],
    ['above the range', { candidate: 'a', theory: 100.5 }, {}, {}, 'points_range'],
    ['two decimals', { candidate: 'a', practical: 60.55 }, {}, {}, 'points_range'],
    ['before the practical part', { candidate: 'a', practical: 60 }, {}, { today: '2026-03-20' }, 'exam_not_yet'],
    ['absent before the examination', { candidate: 'a', absent: true }, {}, { today: '2026-03-19' }, 'exam_not_yet'],
    [
      'points after publishing',
      { candidate: 'a', theory: 61 },
      { status: 'passed', theoryPoints: 60, practicalPoints: 60 },
      { published: true },
      'results_published',
    ],
    ['no credit-bank number', { candidate: 'a', creditBankNo: '学分' }, {}, {}, 'credit_number_format'],
  ])('%s', (_what, row, columns, more, code) => {
    const { changes, errors } = run([row, { candidate: 'b', creditBankNo: 'XF0001' }], [known('a', columns), known('b')], more);
    expect(errors).toMatchObject([{ row: 0, code }]);
    expect(changes.map(({ id }) => id)).toEqual(['b']);
  });

  test('the same candidate twice: the second row is wrong', () => {
    expect(
      run([
        { candidate: 'a', theory: 60 },
        { candidate: 'N-a', theory: 61 },
      ]).errors,
    ).toMatchObject([{ row: 1, code: 'candidate_repeated' }]);
  });

  test('left out stays, null takes back, what stands already changes nothing', () => {
    const candidates = [known('a', { theoryPoints: 70, practicalPoints: 80, creditBankNo: 'XF0001' })];
    expect(run([{ candidate: 'a', theory: 70 }], candidates).changes).toEqual([]);
    expect(run([{ candidate: 'a', theory: null }], candidates).changes).toMatchObject([{ theoryPoints: null, practicalPoints: 80 }]);
    expect(run([{ candidate: 'a', creditBankNo: null }], candidates).changes).toMatchObject([{ creditBankNo: null, theoryPoints: 70 }]);
  });

  test('absent takes the points away; points given later take the absence away', () => {
    expect(run([{ candidate: 'a', absent: true }], [known('a', { theoryPoints: 70 })]).changes).toMatchObject([
      { status: 'absent', theoryPoints: null },
    ]);
    expect(run([{ candidate: 'a', theory: 66 }], [known('a', { status: 'absent' })]).changes).toMatchObject([
      { status: 'registered', theoryPoints: 66 },
    ]);
    expect(run([{ candidate: 'a', creditBankNo: 'XF0001' }], [known('a', { status: 'absent' })]).changes).toMatchObject([
      { status: 'absent' },
    ]);
  });

  test('after publishing the credit-bank number alone, and no status moves', () => {
    for (const status of CANDIDATE_STATUSES.filter((each) => each !== 'withdrawn')) {
      const { changes, errors } = run([{ candidate: 'a', creditBankNo: 'XF0001' }], [known('a', { status })], { published: true });
      expect(errors).toEqual([]);
      expect(changes).toMatchObject([{ status, creditBankNo: 'XF0001' }]);
    }
  });
});

describe('results pasted from a table', () => {
  const listed = [
    { id: 'a', number: 'YZ-0001', name: '王小雨' },
    { id: 'b', number: 'YZ-0002', name: '李明' },
    { id: 'c', number: 'YZ-0003', name: '李明' },
  ];
  test('any order under headers; 缺考 is an absence', () => {
    const text = '姓名\t实操\t理论\t考生号\t学分银行账号\n王小雨\t82.5\t９０\tyz-0001\tXF0001\n李明\t缺考\t缺考\tYZ-0002\t';
    expect(readResultPaste(text, listed)).toEqual({
      rows: [
        { candidate: 'a', theory: 90, practical: 82.5, creditBankNo: 'XF0001' },
        { candidate: 'b', absent: true },
      ],
      problems: [],
    });
  });
  test.each([
    ['YZ-0009\t王小雨\t60\t60', 'paste_unknown'],
    ['YZ-0001\t李明\t60\t60', 'paste_unknown'],
    ['\t李明\t60\t60', 'paste_same_name'],
    ['YZ-0001\t王小雨\t优\t60', 'paste_not_points'],
    ['YZ-0001\t王小雨\t101\t60', 'paste_not_points'],
    ['YZ-0001\t王小雨\t\t', 'paste_nothing'],
    ['YZ-0001\t王小雨\t60\t60\t号', 'paste_credit_number'],
    ['', 'paste_empty'],
  ])('%s: %s', (text, code) => {
    expect(readResultPaste(text, listed).problems).toMatchObject([{ line: 1, code }]);
  });
  test('the same candidate twice', () => {
    expect(readResultPaste('YZ-0001\t\t60\t60\nYZ-0001\t\t61\t60', listed).problems).toMatchObject([{ line: 2, code: 'paste_repeated' }]);
  });
});
