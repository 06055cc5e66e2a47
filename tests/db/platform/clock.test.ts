import { expect, test } from 'vitest';
import { now } from '~/platform/clock.server';
import { moveClock, START, setClock } from '../../support/database';

test('the clock of a test stands still and moves on purpose', () => {
  expect(now()).toEqual(START);
  moveClock({ days: 1, hours: 2 });
  expect(now().getTime() - START.getTime()).toBe(26 * 3_600_000);
  setClock('2025-12-31T23:59:59+08:00');
  expect(now().toISOString()).toBe('2025-12-31T15:59:59.000Z');
});

test('the next test begins at the start again', () => {
  expect(now()).toEqual(START);
});
