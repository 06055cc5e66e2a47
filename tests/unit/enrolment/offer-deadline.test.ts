import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWakingHours, mayStillOffer, offerDeadline } from '~/domain/enrolment/offer-deadline';
import { beijingInstant, beijingMinuteOfDay, formatInstant, HOUR, MINUTE } from '~/domain/shared/period';

const far = beijingInstant('2099-06-01', '09:00');

test.each([
  ['2026-11-23', '08:00', '2026-11-24 19:00'],
  ['2026-11-23', '10:00', '2026-11-24 21:00'],
  ['2026-11-23', '10:30', '2026-11-25 08:30'],
  ['2026-11-23', '20:00', '2026-11-25 18:00'],
  ['2026-11-23', '21:00', '2026-11-25 19:00'],
  ['2026-11-23', '23:30', '2026-11-25 19:00'],
  ['2026-11-24', '03:00', '2026-11-25 19:00'],
  ['2026-12-31', '12:00', '2027-01-02 10:00'],
])('an offer made on %s at %s may be accepted until %s', (date, time, expected) => {
  expect(formatInstant(offerDeadline(beijingInstant(date, time), far))).toBe(expected);
});

test.each([
  ['2026-11-24', '09:00', '2026-11-24 07:00', true],
  ['2026-11-23', '12:01', '2026-11-23 10:01', true],
  ['2026-11-23', '12:00', '2026-11-23 10:00', false],
  ['2026-11-23', '11:00', '2026-11-23 09:00', false],
])('a class that begins on %s at %s cuts it to %s', (date, time, expected, possible) => {
  const offeredAt = beijingInstant('2026-11-23', '10:00');
  const startsAt = beijingInstant(date, time);
  expect(formatInstant(offerDeadline(offeredAt, startsAt))).toBe(expected);
  expect(mayStillOffer(offeredAt, startsAt)).toBe(possible);
});

const instant = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * MINUTE));
const isAwake = (at: Date) => beijingMinuteOfDay(at) >= 8 * 60 && beijingMinuteOfDay(at) < 21 * 60;

test('exactly 24 waking hours lie between offer and deadline, counted minute by minute', () => {
  fc.assert(
    fc.property(instant, (offeredAt) => {
      const deadline = addWakingHours(offeredAt, 24);
      let awake = 0;
      for (let at = offeredAt.getTime(); at < deadline.getTime(); at += MINUTE) awake += isAwake(new Date(at)) ? 1 : 0;
      expect(awake).toBe(24 * 60);
    }),
    { numRuns: 50 },
  );
});

test('no deadline falls into the night, and a later offer never ends earlier', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 5000 }), (first, minutes) => {
      const second = new Date(first.getTime() + minutes * MINUTE);
      const minute = beijingMinuteOfDay(offerDeadline(first, far));
      expect(minute > 8 * 60 && minute <= 21 * 60).toBe(true);
      expect(offerDeadline(second, far) >= offerDeadline(first, far)).toBe(true);
    }),
  );
});

test('the deadline is never later than two hours before the class', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 200 }), (offeredAt, hours) => {
      const startsAt = new Date(offeredAt.getTime() + hours * HOUR);
      expect(startsAt.getTime() - offerDeadline(offeredAt, startsAt).getTime()).toBeGreaterThanOrEqual(2 * HOUR);
    }),
  );
});
