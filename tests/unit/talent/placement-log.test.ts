import { describe, expect, test } from 'vitest';
import type { PlacementStatus } from '~/domain/talent/placement';
import { readChecks, readStudents } from '~/domain/talent/placement/forms';
import { isWeekOver, type LogProblem, mondayOf, weeksOf, whyNotWritten } from '~/domain/talent/placement/log';

test.each([
  ['2026-03-09', '2026-03-09'],
  ['2026-03-10', '2026-03-09'],
  ['2026-03-15', '2026-03-09'],
  ['2026-03-16', '2026-03-16'],
  ['2026-01-01', '2025-12-29'],
])('the Monday of %s is %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

const days = { fromOn: '2026-02-16', untilOn: '2026-08-14', endedOn: null as string | null, status: 'accepted' as PlacementStatus };

describe('a day of the log', () => {
  test.each<[string, string, Partial<typeof days>, boolean, LogProblem | null]>([
    ['today', '2026-03-10', {}, false, null],
    ['tomorrow', '2026-03-11', {}, false, 'log_in_future'],
    ['fourteen days ago', '2026-02-24', {}, false, null],
    ['fifteen days ago', '2026-02-23', {}, false, 'log_too_late'],
    ['before the first day', '2026-03-08', { fromOn: '2026-03-09' }, false, 'log_outside'],
    ['the last day', '2026-03-09', { untilOn: '2026-03-09' }, false, null],
    ['after the last day', '2026-03-10', { untilOn: '2026-03-09' }, false, 'log_outside'],
    ['the day she became staff', '2026-03-10', { endedOn: '2026-03-10' }, false, 'log_outside'],
    ['a week that somebody looked at', '2026-03-09', {}, true, 'log_week_checked'],
    ['not accepted', '2026-03-09', { status: 'proposed' }, false, 'log_not_running'],
    ['broken off', '2026-03-09', { status: 'broken_off', endedOn: '2026-03-10' }, false, 'log_not_running'],
  ])('%s', (_what, day, more, weekChecked, problem) => {
    expect(whyNotWritten({ ...days, ...more }, day, { today: '2026-03-10', lateDays: 14, weekChecked })).toBe(problem);
  });
});

test.each([
  ['its Sunday', '2026-03-08', days, false],
  ['the Monday after', '2026-03-09', days, true],
  ['the day after the last one, within the week', '2026-03-05', { ...days, untilOn: '2026-03-04' }, true],
  ['the last day', '2026-03-04', { ...days, untilOn: '2026-03-04' }, false],
] as const)('a week is over: %s', (_what, today, placement, isOver) => {
  expect(isWeekOver(placement, '2026-03-02', today)).toBe(isOver);
});

test('weeks: the latest first, days in order, and whose look is missing', () => {
  const entry = (day: string, minutes = 480) => ({ day, minutes, text: '记录' });
  const entries = [entry('2026-03-10'), entry('2026-03-03'), entry('2026-03-02', 450), entry('2026-02-24')];
  const row = { collegeNote: '', institutionCheckedAt: null, institutionNote: '' };
  const looked = { ...row, weekOn: '2026-02-23', collegeCheckedAt: new Date('2026-03-02T02:00:00Z'), collegeNote: '很好' };
  const weeks = weeksOf(days, entries, [looked], '2026-03-10');
  expect(weeks.map(({ weekOn, minutes, missing, isOver }) => ({ weekOn, minutes, missing, isOver }))).toEqual([
    { weekOn: '2026-03-09', minutes: 480, missing: [], isOver: false },
    { weekOn: '2026-03-02', minutes: 930, missing: ['college', 'institution'], isOver: true },
    { weekOn: '2026-02-23', minutes: 480, missing: ['institution'], isOver: true },
  ]);
  expect(weeks[1]?.entries.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
  expect(weeks[2]?.checks.college).toEqual({ at: looked.collegeCheckedAt, note: '很好' });
});

describe('lines of forms', () => {
  const a = '019b0000-0000-7000-8000-00000000000a';
  const b = '019b0000-0000-7000-8000-00000000000b';

  test('of students: those that are ticked, once each', () => {
    const form = { [`agreementNo.${a}`]: 'SX-1', [`guardianConsent.${a}`]: 'on', [`agreementNo.${b}`]: 'SX-2' };
    expect(readStudents(form, [a, a])).toEqual([{ studentId: a, agreementNo: 'SX-1', insuranceNo: '', guardianConsent: true }]);
  });

  test('of weeks: what is no key of a week says nothing', () => {
    const form = { [`note.${a}.2026-03-02`]: '继续努力', [`note.${b}.2026-03-02`]: ['两次'] };
    expect(readChecks(form, [`${a}.2026-03-02`, `${b}.2026-03-02`, 'x', `${a}.x`])).toEqual([
      { placementId: a, weekOn: '2026-03-02', note: '继续努力' },
      { placementId: b, weekOn: '2026-03-02', note: '' },
    ]);
  });
});
