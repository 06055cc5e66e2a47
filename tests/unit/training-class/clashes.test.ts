import { expect, test } from 'vitest';
import { beijingInstant } from '~/domain/shared/period';
import { clashLines, type NamedLesson } from '~/domain/training-class/clashes';

const lesson = (id: string, from: string, until: string, change: Partial<NamedLesson> = {}): NamedLesson => ({
  id,
  title: `课${id}`,
  classCode: null,
  startsAt: beijingInstant('2026-03-20', from),
  endsAt: beijingInstant('2026-03-20', until),
  place: '',
  lecturer: '王芳',
  status: 'scheduled',
  ...change,
});

test('a clash names both lessons, the other class and its time', () => {
  const lines = clashLines(
    [lesson('1', '09:00', '10:30')],
    [lesson('2', '10:00', '11:00', { classCode: 'K2' }), lesson('3', '10:30', '12:00')],
  );
  expect(lines).toMatchObject([
    { kind: 'lecturer', name: '王芳', ours: '课1', theirs: '课2', classCode: 'K2', at: '2026-03-20T02:00:00.000Z' },
  ]);
});

test('lessons of one class clash among themselves; cancelled ones do not', () => {
  expect(clashLines([lesson('1', '09:00', '10:30'), lesson('2', '10:00', '11:00')], [])).toMatchObject([
    { ours: '课2', theirs: '课1', classCode: null },
  ]);
  expect(clashLines([lesson('1', '09:00', '10:30'), lesson('2', '10:00', '11:00', { status: 'cancelled' })], [])).toEqual([]);
});
