import { expect, test } from 'vitest';
import { COURSE_EDITABLE, COURSE_MOVES, COURSE_STATUSES, type CourseStatus, definesAssessment, mayMove } from '~/domain/course/course';

test.each<[CourseStatus, CourseStatus]>([
  ['draft', 'submitted'],
  ['submitted', 'approved'],
  ['submitted', 'returned'],
  ['returned', 'submitted'],
  ['approved', 'published'],
  ['published', 'archived'],
  ['published', 'draft'],
])('a course may go from %s to %s', (from, to) => {
  expect(mayMove(from, to)).toBe(true);
});

test.each<[CourseStatus, CourseStatus]>([
  ['submitted', 'published'],
  ['archived', 'published'],
  ['archived', 'draft'],
])('a course may not go from %s to %s', (from, to) => {
  expect(mayMove(from, to)).toBe(false);
});

test('without a review a draft becomes public again only where a revision is given up', () => {
  const around = COURSE_MOVES.filter(({ from, to }) => COURSE_EDITABLE.includes(from) && (to === 'approved' || to === 'published'));
  expect(new Set(around.map(({ by }) => by))).toEqual(new Set(['drop']));
});

test('only the reviewer decides, and only on what was submitted', () => {
  const decisions = COURSE_MOVES.filter((move) => move.by === 'approve' || move.by === 'return');
  expect(decisions.every((move) => move.who === 'reviewer' && move.from === 'submitted')).toBe(true);
});

test('every state but the draft is reached by some move, and a locked course is not editable', () => {
  const reached = new Set(COURSE_MOVES.map((move) => move.to));
  expect(COURSE_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  expect(COURSE_EDITABLE).not.toContain('submitted');
});

test('a course examines something when either part has a minimum', () => {
  const rule = { minAttendancePercent: 80, hoursMustBeMet: true };
  expect(definesAssessment({ ...rule, minTheoryScore: null, minPracticalScore: null })).toBe(false);
  expect(definesAssessment({ ...rule, minTheoryScore: 60, minPracticalScore: null })).toBe(true);
  expect(definesAssessment({ ...rule, minTheoryScore: null, minPracticalScore: 60 })).toBe(true);
});
