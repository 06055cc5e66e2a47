import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHours, typedHours } from '~/domain/course/class-hours';

test.each([
  ['', 0],
  ['4', 180],
  ['４', 180],
  ['1.6', 72],
  ['4学时', 180],
  ['2 课时', 90],
  ['90分钟', 90],
  ['90 分', 90],
  ['90 min', 90],
  ['90minutes', 90],
  ['3h', 135],
  ['0', 0],
  ['0.2', 9],
])('“%s” is %i minutes', (typed, minutes) => {
  expect(parseHours(typed)).toEqual({ ok: true, minutes });
});

test.each([
  ['四', 'hours_format'],
  ['-2', 'hours_format'],
  ['1e3', 'hours_format'],
  ['2 学时 90 分钟', 'hours_format'],
  ['1.5', 'hours_not_whole'],
  ['0.5分钟', 'hours_not_whole'],
  ['1001', 'hours_too_many'],
  ['999999', 'hours_too_many'],
])('“%s” is refused: %s', (typed, code) => {
  expect(parseHours(typed)).toEqual({ ok: false, code });
});

test('what is shown in a field reads back as the same minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 45_000 }), (minutes) => {
      expect(parseHours(typedHours(minutes))).toEqual({ ok: true, minutes });
    }),
  );
});
