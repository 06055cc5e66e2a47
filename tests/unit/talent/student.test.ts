import { expect, test } from 'vitest';
import type { PointStatus } from '~/domain/talent/programme';
import { studiesGap } from '~/domain/talent/student';

const LATEST = '2027-03-03';
const cases: [string, { status: PointStatus; endedOn: string | null }, string, string | null][] = [
  ['a filed point', { status: 'filed', endedOn: null }, '2025-09-01', null],
  ['a plan has no students', { status: 'planned', endedOn: null }, '2025-09-01', 'student_point_planned'],
  ['the last day before it ended', { status: 'ended', endedOn: '2025-09-02' }, '2025-09-01', null],
  ['the day on which it ended', { status: 'ended', endedOn: '2025-09-01' }, '2025-09-01', 'student_point_ended'],
  ['a coming autumn', { status: 'filed', endedOn: null }, '2026-09-01', null],
  ['the latest day', { status: 'filed', endedOn: null }, LATEST, null],
  ['later than that', { status: 'filed', endedOn: null }, '2027-03-04', 'student_enrolled_too_far'],
];
test.each(cases)('%s', (_name, point, enrolledOn, code) => {
  expect(studiesGap(point, enrolledOn, LATEST)?.code ?? null).toBe(code);
});
