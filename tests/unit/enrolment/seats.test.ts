import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayChangeCapacity, newcomerTakesSeat, positionInQueue, seatsToOffer } from '~/domain/enrolment/seats';

const places = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 40 });

test.each([
  [30, 28, [7, 3, 5], [3, 5]],
  [30, 30, [1, 2], []],
  [30, 31, [1], []],
  [30, 10, [2, 1], [1, 2]],
])('with %i seats and %i held, the queue %j is offered to %j', (capacity, held, queue, offered) => {
  const waiting = queue.map((queuePlace) => ({ id: String(queuePlace), queuePlace }));
  expect(seatsToOffer(capacity, held, waiting).map((entry) => entry.queuePlace)).toEqual(offered);
});

test('no more seats are offered than are free, nobody is passed over, and no seat stays free while someone waits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), places, (capacity, held, queue) => {
      const waiting = queue.map((queuePlace) => ({ id: String(queuePlace), queuePlace }));
      const offered = seatsToOffer(capacity, held, waiting).map((entry) => entry.queuePlace);
      const left = queue.filter((place) => !offered.includes(place));
      expect(held + offered.length).toBeLessThanOrEqual(Math.max(capacity, held));
      expect(offered.every((place) => left.every((other) => place < other))).toBe(true);
      if (left.length > 0) expect(held + offered.length).toBeGreaterThanOrEqual(capacity);
    }),
  );
});

test('a newcomer waits while somebody waits, even when a seat is free', () => {
  expect(newcomerTakesSeat(30, 29, 0)).toBe(true);
  expect(newcomerTakesSeat(30, 29, 1)).toBe(false);
  expect(newcomerTakesSeat(30, 30, 0)).toBe(false);
});

test('the position in the queue counts those before, not the number drawn', () => {
  expect(positionInQueue(12, [3, 12, 9, 40])).toBe(3);
  expect(positionInQueue(3, [3, 12])).toBe(1);
});

test('capacity may grow, and shrink only to the seats that are held', () => {
  expect(mayChangeCapacity(20, 20)).toBe(true);
  expect(mayChangeCapacity(19, 20)).toBe(false);
  expect(mayChangeCapacity(0, 0)).toBe(false);
  expect(mayChangeCapacity(20.5, 3)).toBe(false);
});
