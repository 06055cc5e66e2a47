import type { Bench } from '../bench';
import { hammer, median } from '../measure';

const CONCURRENCY = 4;
const ROUNDS = 5;
const PATHS = {
  figures: '/commission/health-care',
  past: '/commission/health-care?on=2024-11-05',
  institutions: '/commission/health-care/institutions?standing=overdue',
} as const;
type Page = keyof typeof PATHS;
const PAGES = Object.keys(PATHS) as Page[];

/** Health-care staff of new institutions: the page of the figures, of a past day too, while people grow thirtyfold. */
export async function coverage(bench: Bench): Promise<void> {
  const sizes = [10_000, 100_000, 300_000].map((n) => bench.size(n));
  bench.heading(
    'coverage: figures of today and of a past day, and a list behind them, as people grow',
    `Concurrency ${CONCURRENCY}; the median of ${ROUNDS} rounds, the pages in turn. Twenty people at each newly filed institution; at each size\n` +
      'every clock is worked out anew by the product. The list has a page of rows out of ever more institutions.',
  );
  const found: ({ people: number; newInstitutions: number } & Record<Page, number>)[] = [];
  for (const size of sizes) {
    const { people, institutions, seconds } = await bench.healthStaff(size);
    if (seconds > 0)
      console.log(
        `  ${people.toLocaleString('en-US')} people at ${institutions.toLocaleString('en-US')} new institutions; seeded in ${seconds.toFixed(0)} s`,
      );
    found.push({ people, newInstitutions: institutions, ...(await pages(bench)) });
  }
  const [first] = found;
  if (!first) return;
  bench.table(
    ['people', 'institutions', 'figures p95 ms', 'ratio', 'past day p95 ms', 'ratio', 'list p95 ms', 'ratio'],
    found.map((each) => [
      each.people.toLocaleString('en-US'),
      each.newInstitutions,
      ...PAGES.flatMap((page) => [each[page], (each[page] / first[page]).toFixed(2)]),
    ]),
  );
  for (const page of ['figures', 'past'] as const) {
    const worst = Math.max(...found.map((each) => each[page] / first[page]));
    bench.target(
      `coverage, ${page === 'past' ? 'a past day' : 'today'}: p95 from ${first.people.toLocaleString('en-US')} to ${found.at(-1)?.people.toLocaleString('en-US')} people`,
      `× ${worst.toFixed(2)}`,
      'at most × 1.3',
      worst <= 1.3,
    );
  }
  const { recountHealthCare } = await import('~/domain/health-care/clock/recount-health-care.server');
  const from = performance.now();
  const { differences } = await recountHealthCare({ actor: { kind: 'system', job: 'health_care.recount' }, now: new Date() });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  bench.target(`recount of the coverage afterwards (${seconds} s)`, `${differences} differences`, 'none', differences === 0);
}

async function pages(bench: Bench): Promise<Record<Page, number>> {
  const { places } = await import('../places');
  const { commission } = await places(bench.stage);
  const web = await bench.stage.web();
  const p95: Record<Page, number[]> = { figures: [], past: [], institutions: [] };
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const page of PAGES) {
        const load = {
          ...{ url: web.origin + PATHS[page], headers: { cookie: commission.cookie ?? '' } },
          ...{ seconds: Math.max(2, bench.size(6)), concurrency: CONCURRENCY },
        };
        p95[page].push((await hammer(load)).p95);
      }
  } finally {
    await web.end();
  }
  return { figures: median(p95.figures), past: median(p95.past), institutions: median(p95.institutions) };
}
