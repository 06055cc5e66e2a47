import fs from 'node:fs';
import { env } from './env.server';

/**
 * A demo or test process may live at another time. YUPEI_TEST_CLOCK is an instant at which the
 * process starts its day, or a file that holds one, read again as it changes, to move time on.
 */
const startedAt = Date.now();
let shift = { text: '', ms: 0, checkedAt: Number.NEGATIVE_INFINITY };
let frozen: Date | undefined;

function testShift(setting: string): number {
  const real = Date.now();
  if (real - shift.checkedAt < 100) return shift.ms;
  const instant = Date.parse(setting);
  const text = Number.isNaN(instant) ? fs.readFileSync(setting, 'utf8').trim() : setting;
  // An instant in the settings counts from the start of the process, one in a file from the moment it is read.
  if (text !== shift.text) {
    const wanted = Date.parse(text);
    if (Number.isNaN(wanted)) throw new Error(`YUPEI_TEST_CLOCK holds no instant: ${text}`);
    shift = { text, ms: wanted - (Number.isNaN(instant) ? real : startedAt), checkedAt: real };
  } else shift.checkedAt = real;
  return shift.ms;
}

/** The one clock of the product. Everything below a door takes the time as an argument instead. */
export function now(): Date {
  if (frozen) return new Date(frozen);
  return new Date(Date.now() + (env.testClock ? testShift(env.testClock) : 0));
}

/** Stops the clock at an instant, or lets it run again (tests only). */
export function freezeClock(at: Date | string | undefined): void {
  if (process.env.NODE_ENV !== 'test') throw new Error('only a test may freeze the clock');
  frozen = at === undefined ? undefined : new Date(at);
}
