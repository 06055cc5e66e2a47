import postgres from 'postgres';
import { afterAll } from 'vitest';
import { db, sql } from '#db/client';
import { freezeClock, now } from '~/platform/clock.server';

export { START } from './start';

let owner: postgres.Sql | undefined;

/**
 * This test file's own database, a clone of the migrated template (see clone.ts). `sql` and `db` are the program's,
 * with the program's rights; `owner()` may do everything, to arrange what the program never could.
 */
export function testDatabase() {
  afterAll(async () => {
    await owner?.end();
    owner = undefined;
  });
  return {
    sql,
    db,
    owner: () => {
      owner ??= postgres(process.env.DATABASE_OWNER_URL ?? '', { max: 2, onnotice: () => {} });
      return owner;
    },
    redisUrl: process.env.TEST_REDIS_URL ?? '',
  };
}

/** Puts the product's clock at an instant; it stays there until moved, or until the next test begins. */
export function setClock(at: Date | string): Date {
  freezeClock(at);
  return now();
}

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Moves the product's clock on. */
export function moveClock({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): Date {
  return setClock(new Date(now().getTime() + days * MS.days + hours * MS.hours + minutes * MS.minutes));
}
