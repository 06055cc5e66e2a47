import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScorePaste, type RosterEntry } from '~/domain/completion/score-paste';

const roster: RosterEntry[] = [
  { enrolmentId: 'e1', name: '张三', idTail: '0017' },
  { enrolmentId: 'e2', name: '阿依古丽·买买提', idTail: '2048' },
  { enrolmentId: 'e3', name: '李娜', idTail: '005X' },
  { enrolmentId: 'e4', name: '李娜', idTail: '0214' },
];
const codes = (text: string) => parseScorePaste(text, roster).errors.map((error) => [error.line, error.code]);

test('name and scores without a header', () => {
  expect(parseScorePaste('张三\t75\t80\n阿依古丽•买买提\t５８\t66\t61.5', roster)).toEqual({
    rows: [
      { line: 1, enrolmentId: 'e1', scores: { theory: 75, practical: 80 } },
      { line: 2, enrolmentId: 'e2', scores: { theory: 58, practical: 66, theory_retest: 61.5 } },
    ],
    errors: [],
  });
});

test('a header gives the columns in any order, unknown ones are passed over', () => {
  const text =
    '序号\t姓名\t身份证号\t单位\t实操成绩\t理论成绩\t理论补考成绩\r\n1\t李娜\t11990019900307005x\t某园\t合格\t55\t60\r\n\r\n2\t张三\t\t\t不合格\t90\t\r\n';
  expect(parseScorePaste(text, roster)).toEqual({
    rows: [
      { line: 2, enrolmentId: 'e3', scores: { theory: 55, practical: 60, theory_retest: 60 } },
      { line: 4, enrolmentId: 'e1', scores: { theory: 90, practical: 0 } },
    ],
    errors: [],
  });
});

describe('errors name the line', () => {
  test.each([
    ['', [[1, 'score_paste_empty']]],
    ['王五\t80\t80', [[1, 'score_unknown_person']]],
    ['李娜\t80\t80', [[1, 'score_same_name']]],
    ['张三\t80\t80\n张三\t90\t90', [[2, 'score_repeated_person']]],
    ['张三\t八十\t80', [[1, 'score_not_a_number']]],
    ['张三\t合格\t80', [[1, 'score_not_a_number']]],
    [
      '张三\t120\t59.3',
      [
        [1, 'score_out_of_range'],
        [1, 'score_out_of_range'],
      ],
    ],
    ['张三', [[1, 'score_paste_no_scores']]],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('one bad line does not spoil the others', () => {
    const { rows, errors } = parseScorePaste('王五\t80\n张三\t80', roster);
    expect(rows.map((row) => row.enrolmentId)).toEqual(['e1']);
    expect(errors).toEqual([{ line: 1, code: 'score_unknown_person', params: { name: '王五' } }]);
  });
});

test('every filled line is either a row or has an error, whatever is pasted', () => {
  const cell = fc.constantFrom('张三', '李娜', '姓名', '80', '101', 'x', '', '合格', '<script>', '理论成绩');
  const line = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join('\t'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const { rows, errors } = parseScorePaste(lines.join('\n'), roster);
      const seen = new Set([...rows, ...errors].map((entry) => entry.line));
      const filled = lines.flatMap((text, at) => (text.replace(/\t/g, '') === '' ? [] : [at + 1]));
      const withoutHeader = filled[0] !== undefined && lines[filled[0] - 1]?.split('\t').includes('姓名') ? filled.slice(1) : filled;
      if (filled.length > 0) expect([...seen].sort()).toEqual(withoutHeader);
      expect(new Set(rows.map((row) => row.enrolmentId)).size).toBe(rows.length);
    }),
  );
});
