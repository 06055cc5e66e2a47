import type { Bench } from '../bench';
import { hammer, median, percentile } from '../measure';

const CONCURRENCY = 4;
const ROUNDS = 5;
const DISTRICT = '110105';
const PAST_DAYS = ['2024-03-17', '2024-11-05', '2025-06-30', '2026-02-14'];
const CHANGES_PER_SECOND = 50;

/** The certified-on-post rate: pages while caregivers grow thirtyfold, any past day, and how soon one change is seen. */
export async function rate(bench: Bench): Promise<void> {
  const sizes = [10_000, 100_000, 300_000].map((n) => bench.size(n));
  bench.heading(
    'rate: city and district pages as caregivers grow',
    `Concurrency ${CONCURRENCY}; the median of ${ROUNDS} rounds, the pages in turn. At each size everybody is worked out anew by the product.\n` +
      'A past day is read through the pages’ own query, beside one indexed scan of the same rows (the segments that stand on that day).',
  );
  const found: { caregivers: number; city: number; district: number; past: number; scan: number }[] = [];
  for (const size of sizes) {
    const { caregivers, seconds } = await bench.caregivers(size);
    if (seconds > 0)
      console.log(`  ${caregivers.toLocaleString('en-US')} caregivers on record; seeded and worked out in ${seconds.toFixed(0)} s`);
    found.push({ caregivers, ...(await pages(bench)), ...(await pastDays(bench)) });
  }
  const [first] = found;
  if (!first) return;
  bench.table(
    ['caregivers', 'city p95 ms', 'ratio', 'district p95 ms', 'ratio', 'past day ms', 'indexed scan ms', 'ratio'],
    found.map(({ caregivers, city, district, past, scan }) => [
      caregivers.toLocaleString('en-US'),
      ...[city, (city / first.city).toFixed(2), district, (district / first.district).toFixed(2)],
      ...[past, scan, (past / scan).toFixed(2)],
    ]),
  );
  const last = found.at(-1)?.caregivers.toLocaleString('en-US');
  for (const page of ['city', 'district'] as const) {
    const worst = Math.max(...found.map((each) => each[page] / first[page]));
    bench.target(
      `rate, ${page} page: p95 from ${first.caregivers.toLocaleString('en-US')} to ${last} caregivers`,
      `× ${worst.toFixed(2)}`,
      'at most × 1.3',
      worst <= 1.3,
    );
  }
  const slowest = Math.max(...found.map(({ past, scan }) => past / scan));
  bench.target('rate of any past day beside one indexed scan of its rows', `× ${slowest.toFixed(2)}`, 'under × 3', slowest < 3);
  await changes(bench);
}

async function pages(bench: Bench): Promise<{ city: number; district: number }> {
  const { places } = await import('../places');
  const { commission } = await places(bench.stage);
  const web = await bench.stage.web();
  const p95: Record<'city' | 'district', number[]> = { city: [], district: [] };
  const path = { city: '/commission/rate', district: `/commission/rate/districts/${DISTRICT}` };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const page of ['city', 'district'] as const) {
        const load = {
          url: web.origin + path[page],
          headers: { cookie: commission.cookie ?? '' },
          seconds: Math.max(2, bench.size(6)),
          concurrency: CONCURRENCY,
        };
        p95[page].push((await hammer(load)).p95);
      }
    }
  } finally {
    await web.end();
  }
  return { city: median(p95.city), district: median(p95.district) };
}

/** City and districts of a past day, as the page reads them, and the segments of that day by one index. */
async function pastDays({ stage: { owner } }: Bench): Promise<{ past: number; scan: number }> {
  const { readCells } = await import('~/domain/rate/figures.server');
  const { DISTRICT_CODES } = await import('~/domain/organisation/districts');
  const { BDA_MERGED, CITY_SCOPE } = await import('~/domain/organisation/areas');
  const { ANY_OPERATOR } = await import('~/domain/rate/rate');
  const choice = { population: 'filed', operatorType: ANY_OPERATOR, scopes: [CITY_SCOPE, ...DISTRICT_CODES, BDA_MERGED] } as const;
  const past: number[] = [];
  const scan: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const day of PAST_DAYS) {
      past.push(await timed(() => readCells({ ...choice, on: day })));
      scan.push(
        await timed(
          () => owner`
            select district_code, count(distinct person_id), count(distinct person_id) filter (where standard_by is not null) from rate_segment
            where until_version is null and is_filed and from_on <= ${day} and (until_on is null or until_on > ${day}) group by 1`,
        ),
      );
    }
  }
  return { past: median(past), scan: median(scan) };
}

const timed = async (work: () => PromiseLike<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Certificates are verified at a steady pace while a worker runs; every one is watched until the figures hold it. */
async function changes(bench: Bench): Promise<void> {
  const { owner } = bench.stage;
  const wanted = bench.size(1_500);
  const rows = await owner<{ id: string; person_id: string }[]>`
    select id, person_id from certificate where status = 'submitted' and family = 'hrss_skill_level' and person_id in (
      select person_id from rate_segment where until_version is null and standard_pending is not null) limit ${wanted}`;
  bench.heading(
    `rate: one person’s change at ${CHANGES_PER_SECOND} changes per second`,
    'A verified certificate with its event, to the moment when a reader finds it in her segment and in the figures of the city.',
  );
  const worker = await bench.stage.worker();
  try {
    const seen = await watched(bench, rows);
    bench.table(['changes', 'p50 ms', 'p95 ms', 'longest ms'], [[seen.length, median(seen), percentile(seen, 0.95), Math.max(...seen)]]);
    const p95 = percentile(seen, 0.95);
    bench.target('rate: one change seen in the figures, p95', `${p95.toFixed(0)} ms`, 'under 2,000 ms', p95 < 2_000);
  } finally {
    await worker.end();
  }
  const { recountRate } = await import('~/domain/rate/recount-rate.server');
  const from = performance.now();
  const { differences } = await recountRate({ actor: { kind: 'system', job: 'rate.recount' }, now: new Date() });
  bench.target(
    `recount of the rate afterwards (${((performance.now() - from) / 1000).toFixed(1)} s)`,
    `${differences} differences`,
    'none',
    differences === 0,
  );
}

async function watched({ stage: { owner } }: Bench, rows: readonly { id: string; person_id: string }[]): Promise<number[]> {
  const { sql } = await import('drizzle-orm');
  const { newId } = await import('~/domain/shared/id');
  const { operation } = await import('~/domain/shared/operation.server');
  const waiting = new Map<string, number>();
  const seen: number[] = [];
  let over = false;
  const look = async () => {
    while (!over || waiting.size > 0) {
      const held = await owner<{ id: string }[]>`
        select standard_by as id from rate_segment where until_version is null and standard_by = any(${[...waiting.keys()]}::uuid[])`;
      for (const { id } of held) {
        const from = waiting.get(id);
        if (from !== undefined && waiting.delete(id)) seen.push(performance.now() - from);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const looking = look();
  const begun = performance.now();
  const writing: Promise<unknown>[] = [];
  for (const [at, { id, person_id: personId }] of rows.entries()) {
    const due = begun + (at * 1000) / CHANGES_PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    waiting.set(id, performance.now());
    writing.push(
      operation({ actor: { kind: 'system', job: 'bench' }, now: new Date() }, 'certificate.verified', async (op) => {
        await op.tx.execute(sql`update certificate set status = 'verified', verified_at = now() where id = ${id}`);
        await op.record({ subject: { type: 'certificate', id }, data: { personId, checkId: newId() } });
      }),
    );
  }
  await Promise.all(writing);
  over = true;
  await looking;
  return seen;
}
