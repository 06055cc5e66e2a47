import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beijingInstant } from '~/domain/shared/period';
import { type ClashableLesson, findClashes, firstOverlap, lessonMinutes, timesOverlap } from '~/domain/training-class/lesson';

let count = 0;
const lesson = (from: string, to: string, change: Partial<ClashableLesson> = {}): ClashableLesson => {
  count += 1;
  return {
    id: `lesson-${count}`,
    startsAt: beijingInstant('2026-12-01', from),
    endsAt: beijingInstant('2026-12-01', to),
    place: '',
    lecturer: '',
    status: 'scheduled',
    ...change,
  };
};

test('a lesson of a morning has 180 minutes', () => {
  expect(lessonMinutes(lesson('09:00', '12:00'))).toBe(180);
});

test('a lesson that begins as another ends does not overlap it', () => {
  expect(timesOverlap(lesson('09:00', '10:00'), lesson('10:00', '11:00'))).toBe(false);
  expect(timesOverlap(lesson('09:00', '10:01'), lesson('10:00', '11:00'))).toBe(true);
});

test('overlap is mutual', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ startsAt: new Date(start * 60_000), endsAt: new Date((start + length) * 60_000) }));
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(timesOverlap(a, b)).toBe(timesOverlap(b, a));
      expect(firstOverlap([a], [b]) !== null).toBe(timesOverlap(a, b));
    }),
  );
});

test('the earliest overlap is the one that is named', () => {
  const late = lesson('14:00', '16:00');
  const early = lesson('09:00', '12:00');
  const held = [lesson('15:00', '17:00'), lesson('11:00', '12:00')];
  expect(firstOverlap([late, early], held)?.ours.id).toBe(early.id);
});

test.each([
  ['王芳', '王芳老师'],
  ['王 芳', '王芳'],
  ['王芳、李明', '李明教授'],
  ['Mary Smith', 'mary smith'],
  ['ＭＡＲＹ', 'Mary'],
])('"%s" and "%s" are one lecturer', (ours, theirs) => {
  const clashes = findClashes([lesson('09:00', '11:00', { lecturer: ours })], [lesson('10:00', '12:00', { lecturer: theirs })]);
  expect(clashes.map((clash) => clash.kind)).toEqual(['lecturer']);
});

test.each([
  ['王老师', '王芳老师'],
  ['王芳', '王方'],
  ['', ''],
])('"%s" and "%s" are not taken for one lecturer', (ours, theirs) => {
  expect(findClashes([lesson('09:00', '11:00', { lecturer: ours })], [lesson('10:00', '12:00', { lecturer: theirs })])).toEqual([]);
});

test('one room cannot hold two lessons at once, however it is written', () => {
  const ours = lesson('09:00', '11:00', { place: '实训楼（B座） 203' });
  const theirs = lesson('10:00', '12:00', { place: '实训楼(b座)203' });
  expect(findClashes([ours], [theirs])).toEqual([{ lessonId: ours.id, otherId: theirs.id, kind: 'place', name: '实训楼b座203' }]);
});

test('cancelled lessons, other hours and the lesson itself do not clash', () => {
  const ours = lesson('09:00', '11:00', { lecturer: '王芳' });
  expect(findClashes([ours], [lesson('10:00', '12:00', { lecturer: '王芳', status: 'cancelled' })])).toEqual([]);
  expect(findClashes([ours], [lesson('11:00', '12:00', { lecturer: '王芳' })])).toEqual([]);
  expect(findClashes([ours], [{ ...ours }])).toEqual([]);
});

test('two lessons of one timetable clash once', () => {
  const first = lesson('09:00', '11:00', { lecturer: '王芳' });
  const second = lesson('10:00', '12:00', { lecturer: '王芳' });
  expect(findClashes([first, second], [first, second])).toHaveLength(1);
});
