import { beforeAll, expect, test } from 'vitest';
import { seedReference } from '#db/seed/reference';
import { seedCaregivers } from '#db/seed/scale/caregivers';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { db, sql, owner } = testDatabase();
const ctx = () => ({ actor: { kind: 'system' as const, job: 'seed' }, now: now() });

beforeAll(async () => {
  await seedReference(now());
});

const figures = async () => {
  const today = beijingDate(now());
  const [row] = await sql`
    select sum(persons)::int as d, sum(strict)::int as strict, sum(standard)::int as standard, sum(broad)::int as broad, sum(standard_pending)::int as pending
    from rate_step where scope = 'city' and population = 'filed' and operator_type = '*' and grain = 'day' and on_day <= ${today}`;
  return row as Record<'d' | 'strict' | 'standard' | 'broad' | 'pending', number>;
};

test('caregivers of the scale seed have every kind of history, each run adds to the last, and both ways of counting agree', async () => {
  await db.transaction((tx) => seedCaregivers(tx, 400, now()));
  await owner()`analyze`;
  await refreshAll(ctx(), 300);
  const first = await figures();
  expect(first.strict).toBeGreaterThan(first.d / 2);
  expect(first.standard).toBeGreaterThan(first.strict);
  expect(first.broad).toBeGreaterThan(first.standard);
  expect(first.pending).toBeGreaterThan(0);
  expect(first.d).toBeLessThan(400);
  await db.transaction((tx) => seedCaregivers(tx, 200, now()));
  await refreshAll(ctx());
  expect((await figures()).d).toBeGreaterThan(first.d);
  expect(await recountRate(ctx())).toMatchObject({ differences: 0 });
  const [kinds] = await sql`
    select count(*) filter (where end_on is not null) > 0 as left, (select count(*) > 0 from off_post) as off,
      (select count(distinct status)::int from certificate) as statuses, (select count(*)::int from person where is_demo) as people from engagement`;
  expect(kinds).toEqual({ left: true, off: true, statuses: 3, people: 600 });
});
