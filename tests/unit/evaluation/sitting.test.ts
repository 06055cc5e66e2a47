import { describe, expect, test } from 'vitest';
import { candidateNumber, checkSittingPlan, isNumberPrefix, sittingPhase, xCertificateNumber } from '~/domain/evaluation/sitting';
import { readStudents } from '~/domain/evaluation/student-list';

const days = { registerFromOn: '2026-03-01', registerUntilOn: '2026-03-10', theoryOn: '2026-03-20', practicalOn: '2026-03-21' };
const open = { ...days, status: 'open' as const, capacity: 10, seatsTaken: 3, appealUntilOn: null };
const published = { ...open, status: 'results_entered' as const, appealUntilOn: '2026-03-31' };

describe('where a sitting stands', () => {
  test.each([
    ['the day before registration', open, '2026-02-28', 0, 'not_open'],
    ['its first day', open, '2026-03-01', 0, 'registering'],
    ['its last day, until 24:00', open, '2026-03-10', 0, 'registering'],
    ['all places taken', { ...open, seatsTaken: 10 }, '2026-03-05', 0, 'full'],
    ['registration over', open, '2026-03-11', 0, 'waiting'],
    ['the day of the first examination', open, '2026-03-20', 0, 'waiting'],
    ['the day of the last examination', open, '2026-03-21', 0, 'results_due'],
    ['practical before theory: the later one decides', { ...open, theoryOn: '2026-03-22' }, '2026-03-21', 0, 'waiting'],
    ['the last day of appeals', published, '2026-03-31', 1, 'appealing'],
    ['appeals over, one not answered', published, '2026-04-01', 1, 'answering'],
    ['appeals over and answered', published, '2026-04-01', 0, 'to_approve'],
    ['approved', { ...published, status: 'approved' as const }, '2026-04-01', 0, 'approved'],
    ['cancelled', { ...open, status: 'cancelled' as const }, '2026-03-05', 0, 'cancelled'],
  ])('%s', (_when, sitting, today, openAppeals, phase) => {
    expect(sittingPhase(sitting, today, openAppeals)).toBe(phase);
  });
});

describe('the fields of a sitting fit each other', () => {
  const plan = { ...days, capacity: 10, siteSeats: 10, seatsTaken: 0 };
  test.each([
    ['window the wrong way round', { registerUntilOn: '2026-02-28' }, 'window_reversed'],
    ['registration on the day of the examination', { registerUntilOn: '2026-03-20' }, 'sitting_window_after_exam'],
    ['practical part before the window ends', { practicalOn: '2026-03-10' }, 'sitting_window_after_exam'],
    ['more places than seats', { capacity: 11 }, 'sitting_above_site_seats'],
    ['fewer places than candidates', { seatsTaken: 11, siteSeats: 20 }, 'sitting_below_taken'],
  ])('%s', (_what, change, code) => {
    expect(() => checkSittingPlan({ ...plan, ...change })).toThrow(expect.objectContaining({ code }));
  });
  test('a plan that fits', () => expect(checkSittingPlan(plan)).toBeUndefined());
});

test('numbers: candidates by sitting and order, certificates by prefix, year, level and serial, both within the pattern of the scheme', () => {
  expect(candidateNumber('YZ2026-07', 12)).toBe('YZ2026-07-0012');
  const number = xCertificateNumber('YEZH', '2026', 'middle', 37);
  expect(number).toBe('YEZH-20262000037');
  expect(number).toMatch(/^[A-Za-z0-9-]{6,40}$/);
});

test.each([
  ['YEZH', true],
  ['DEMO-YZ', true],
  ['A1', true],
  ['A', false],
  ['yezh', false],
  ['YE ZH', false],
  ['A-B-C', false],
  ['-YEZH', false],
])('prefix %s', (prefix, fits) => expect(isNumberPrefix(prefix)).toBe(fits));

describe('a class list pasted by a college', () => {
  const read = (text: string) => readStudents(text, 'resident_id', '2026-03-05');
  test('names and numbers in the usual spellings, running numbers and header passed over', () => {
    const text = '序号\t姓名\t身份证号\n1\t王小雨\t119900199003070017\n2、 李·明，119900198511212048\n\n赵敏 11990019900307005x';
    expect(read(text).students.map(({ line, name, idNumber }) => [line, name, idNumber])).toEqual([
      [2, '王小雨', '119900199003070017'],
      [3, '李·明', '119900198511212048'],
      [5, '赵敏', '11990019900307005X'],
    ]);
  });
  test('each wrong line by its number, without repeating what was typed of a document', () => {
    expect(read('王小雨\n李明 119900199003070018\n119900199003070017').unread).toMatchObject([
      { line: 1, name: '王小雨', refusal: { code: 'student_line' } },
      { line: 2, name: '李明', refusal: { code: 'id_check_digit' } },
      { line: 3, refusal: { code: 'student_line' } },
    ]);
  });
  test('a passport with a Latin name', () => {
    expect(readStudents('John Smith E12345678', 'passport', '2026-03-05').students).toMatchObject([
      { name: 'John Smith', idNumber: 'E12345678' },
    ]);
  });
});
