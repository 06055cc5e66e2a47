import type { Bench } from '../bench';
import { hammer, median } from '../measure';

const CONCURRENCY = 16;
const ROUNDS = 5;

/** Home and commission pages while the data grows thirtyfold. */
export async function growth(bench: Bench): Promise<void> {
  const { places } = await import('../places');
  const sizes = [10_000, 100_000, 300_000].map((n) => bench.size(n));
  bench.heading(
    'growth: p95 of home and commission page as completions grow',
    `Concurrency ${CONCURRENCY}; the median of ${ROUNDS} rounds of ${Math.max(2, bench.size(4))} s, the two pages in turn. Beside them the count of completions by district\n` +
      'straight from the rows, which the pages never do (elsewhere: 900 ms at 80,000 rows, a figure published elsewhere, not measured here).',
  );
  const found: { rows: number; home: number; commission: number; counted: number }[] = [];
  for (const size of sizes) {
    const rows = await bench.completions(size);
    const { home, commission } = await places(bench.stage);
    const web = await bench.stage.web();
    try {
      const p95: Record<string, number[]> = { home: [], 'commission page': [] };
      for (let round = 0; round < ROUNDS; round++) {
        for (const place of [home, commission]) {
          const headers: Record<string, string> = place.cookie ? { cookie: place.cookie } : {};
          const load = { url: web.origin + place.path, headers, seconds: Math.max(2, bench.size(4)), concurrency: CONCURRENCY };
          p95[place.name]?.push((await hammer(load)).p95);
        }
      }
      found.push({
        rows,
        home: median(p95.home ?? []),
        commission: median(p95['commission page'] ?? []),
        counted: await countByDistrict(bench),
      });
    } finally {
      await web.end();
    }
  }
  const [first] = found;
  if (!first) return;
  const ratio = (now: number, then: number) => (now / then).toFixed(2);
  bench.table(
    ['completions', 'home p95 ms', 'ratio', 'commission p95 ms', 'ratio', 'counting the rows ms', 'ratio'],
    found.map(({ rows, home, commission, counted }) => [
      rows.toLocaleString('en-US'),
      home,
      ratio(home, first.home),
      commission,
      ratio(commission, first.commission),
      counted,
      ratio(counted, first.counted),
    ]),
  );
  for (const page of ['home', 'commission'] as const) {
    const worst = Math.max(...found.map((each) => each[page] / first[page]));
    bench.target(
      `${page}: p95 from ${first.rows.toLocaleString('en-US')} to ${found.at(-1)?.rows.toLocaleString('en-US')}`,
      `× ${worst.toFixed(2)}`,
      'at most × 1.3',
      worst <= 1.3,
    );
  }
}

async function countByDistrict({ stage: { owner } }: Bench): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const from = performance.now();
    await owner`select district_code, count(*), count(distinct person_id) from completion where status = 'valid' and counts_toward_plan group by 1`;
    times.push(performance.now() - from);
  }
  return median(times);
}
