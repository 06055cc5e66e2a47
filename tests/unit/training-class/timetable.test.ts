import { describe, expect, test } from 'vitest';
import { addLessonsInput, openClassInput } from '~/domain/training-class/inputs';
import { minimumDecisionDueOn } from '~/domain/training-class/minimum';
import { copyLessons, type LessonDraft, lessonTimes, shiftLesson, shiftTo, spanOf } from '~/domain/training-class/timetable';

const draft = (heldOn: string): LessonDraft => ({
  heldOn,
  from: '09:00',
  until: '11:15',
  kind: 'theory',
  moduleCode: null,
  title: '课',
  place: '',
  lecturer: '',
});

describe('days of a class', () => {
  test('are those of its first and last lesson, in whatever order they are given', () => {
    const [late, early] = [lessonTimes(draft('2026-03-24')), lessonTimes(draft('2026-03-20'))];
    expect(spanOf([late, early])).toEqual({ startsOn: '2026-03-20', endsOn: '2026-03-24', startsAt: early.startsAt });
    expect(spanOf([])).toBeNull();
  });

  test('move with their lessons, which keep their time of day', () => {
    const lesson = lessonTimes(draft('2026-03-20'));
    expect(shiftTo([{ heldOn: '2026-03-24' }, lesson], '2026-04-01')).toBe(12);
    const moved = shiftLesson(lesson, 12);
    expect(moved).toEqual({ ...lessonTimes(draft('2026-04-01')), minutes: 135 });
  });

  test('of a copy are whole weeks later, at least four from today, so that weekdays stay', () => {
    expect(copyLessons([draft('2026-03-02'), draft('2026-03-04')], '2026-03-10').map((each) => each.heldOn)).toEqual([
      '2026-04-13',
      '2026-04-15',
    ]);
    expect(copyLessons([], '2026-03-10')).toEqual([]);
  });
});

test('a class below its minimum is decided within two working days, and by its first day', () => {
  expect(minimumDecisionDueOn('2026-03-13', '2026-03-30')).toBe('2026-03-17');
  expect(minimumDecisionDueOn('2026-03-13', '2026-03-16')).toBe('2026-03-16');
});

describe('the grid of lessons', () => {
  const row = (n: number, change: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries({
        heldOn: '2026-03-20',
        from: '09:00',
        until: '10:00',
        kind: 'theory',
        title: '课',
        moduleCode: '',
        place: '',
        lecturer: '',
        ...change,
      }).map(([part, value]) => [`lesson.${n}.${part}`, value]),
    );
  const read = (form: Record<string, string>) => {
    const answer = addLessonsInput.safeParse(form);
    return answer.success ? answer.data.lessons.length : answer.error.issues.map((issue) => [issue.path.join('.'), issue.message]);
  };

  test('leaves empty rows out and keeps the order of the others', () => {
    expect(read({ ...row(0), ...row(1, { heldOn: '', title: '' }), ...row(2) })).toBe(2);
  });

  test('finds each fault at its own cell', () => {
    expect(read(row(3, { until: '08:30' }))).toEqual([['lesson.3.until', 'lesson_times']]);
    expect(read(row(0, { heldOn: '2026-02-30', kind: 'x' }))).toEqual([
      ['lesson.0.heldOn', 'field_date'],
      ['lesson.0.kind', 'field_choice'],
    ]);
    expect(read(row(0, { title: '', from: '' }))).toEqual([
      ['lesson.0.from', 'field_required'],
      ['lesson.0.title', 'field_required'],
    ]);
  });

  test('must hold at least one', () => {
    expect(read({})).toEqual([['lesson.0.heldOn', 'class_without_lessons']]);
  });

  test('comes with the fields of the class and without what nobody asked for', () => {
    const form = {
      courseId: 'c',
      code: 'K1',
      term: '',
      place: '',
      meetingLink: '',
      capacity: '30',
      minimumSize: '10',
      enrolFromOn: '2026-03-01',
      enrolUntilOn: '2026-03-10',
    };
    const opened = openClassInput.parse({ ...form, ...row(0) });
    expect(opened).toMatchObject({ capacity: 30, countsTowardPlan: false, lessons: [{ title: '课', moduleCode: null }] });
    expect(openClassInput.safeParse({ ...form, ...row(0), meetingLink: 'javascript:alert(1)' }).success).toBe(false);
    expect(openClassInput.safeParse({ ...form, ...row(0), capacity: '3e2' }).success).toBe(false);
  });
});
