import { describe, expect, test } from 'vitest';
import { attendanceForm } from '~/domain/attendance/inputs';
import { changedMarks, type MarkBefore } from '~/domain/attendance/mark-changes';

const stored = (change: Partial<MarkBefore> = {}): MarkBefore => ({
  enrolmentId: 'a',
  name: '李一',
  markable: true,
  mark: null,
  minutesCredited: null,
  ...change,
});

describe('what a sheet changes', () => {
  test.each([
    ['a first mark', stored(), 'present' as const, null, [{ mark: 'present', minutesCredited: 90, before: null, after: 'present' }]],
    ['the same again', stored({ mark: 'present', minutesCredited: 90 }), 'present' as const, null, []],
    [
      'other minutes',
      stored({ mark: 'late', minutesCredited: 80 }),
      'late' as const,
      25,
      [{ minutesCredited: 65, before: 'late:10', after: 'late:25' }],
    ],
    ['late all through', stored(), 'late' as const, 90, [{ minutesCredited: 0, after: 'late:90' }]],
  ])('%s', (_, row, mark, minutesLate, expected) => {
    expect(changedMarks([{ enrolmentId: 'a', mark, minutesLate }], [row], 90)).toMatchObject(expected);
  });

  test('somebody unknown, and somebody without a seat', () => {
    const entry = { enrolmentId: 'a', mark: 'present' as const, minutesLate: null };
    expect(() => changedMarks([entry], [], 90)).toThrow('not_found');
    expect(() => changedMarks([entry], [stored({ markable: false })], 90)).toThrow('attendance_not_trainee');
  });
});

describe('the form of a sheet', () => {
  test('people without a choice are left out, minutes count only for who came late', () => {
    const parsed = attendanceForm.parse({
      'mark.a': 'present',
      'late.a': '20',
      'mark.b': 'late',
      'late.b': '5',
      'mark.c': '',
      'late.c': '',
      intent: 'save',
    });
    expect(parsed).toEqual({
      lateReason: '',
      marks: [
        { enrolmentId: 'a', mark: 'present', minutesLate: null },
        { enrolmentId: 'b', mark: 'late', minutesLate: 5 },
      ],
    });
  });

  test.each([
    [{ 'mark.a': 'sleeping' }, 'mark.a', 'field_choice'],
    [{ 'mark.a': ['present', 'absent'] }, 'mark.a', 'field_choice'],
    [{ 'mark.a': 'late', 'late.a': '' }, 'late.a', 'late_minutes_needed'],
    [{ 'mark.a': 'late', 'late.a': '１０' }, 'late.a', 'late_minutes_needed'],
    [{ 'mark.a': 'late', 'late.a': '-5' }, 'late.a', 'late_minutes_needed'],
  ])('%j is refused at its field', (form, path, message) => {
    expect(attendanceForm.safeParse(form).error?.issues).toMatchObject([{ path: [path], message }]);
  });
});
