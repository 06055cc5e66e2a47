import type { Bench } from '../bench';
import { hammer, median } from '../measure';

const CONCURRENCY = 4;
const ROUNDS = 5;
const PATHS = {
  figures: '/commission/funnel',
  people: '/commission/funnel/people?stage=engaged',
  last: '/commission/funnel/people?stage=stayed&page=',
} as const;
type Page = keyof typeof PATHS;
const PAGE_SIZE = 50;

/** From school to post: the page of the figures and the lists behind them while students grow thirtyfold. */
export async function funnel(bench: Bench): Promise<void> {
  const sizes = [10_000, 100_000, 300_000].map((n) => bench.size(n));
  bench.heading(
    'funnel: figures, first and last page of their people as students grow',
    `Concurrency ${CONCURRENCY}; the median of ${ROUNDS} rounds, the pages in turn. At each size every student is worked out anew by the product.`,
  );
  const found: ({ students: number } & Record<Page, number>)[] = [];
  for (const size of sizes) {
    const { students, seconds } = await bench.students(size);
    if (seconds > 0)
      console.log(`  ${students.toLocaleString('en-US')} students on record; seeded and worked out in ${seconds.toFixed(0)} s`);
    found.push({ students, ...(await pages(bench)) });
  }
  const [first] = found;
  if (!first) return;
  bench.table(
    ['students', 'figures p95 ms', 'ratio', 'people p95 ms', 'ratio', 'last page p95 ms', 'ratio'],
    found.map((each) => [
      each.students.toLocaleString('en-US'),
      ...(['figures', 'people', 'last'] as const).flatMap((page) => [each[page], (each[page] / first[page]).toFixed(2)]),
    ]),
  );
  for (const page of ['figures', 'people'] as const) {
    const worst = Math.max(...found.map((each) => each[page] / first[page]));
    bench.target(
      `funnel, ${page}: p95 from ${first.students.toLocaleString('en-US')} to ${found.at(-1)?.students.toLocaleString('en-US')} students`,
      `× ${worst.toFixed(2)}`,
      'at most × 1.3',
      worst <= 1.3,
    );
  }
  const { recountFunnel } = await import('~/domain/talent/recount-funnel.server');
  const from = performance.now();
  const { differences } = await recountFunnel({ actor: { kind: 'system', job: 'funnel.recount' }, now: new Date() });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  bench.target(`recount of the funnel afterwards (${seconds} s)`, `${differences} differences`, 'none', differences === 0);
}

async function pages(bench: Bench): Promise<Record<Page, number>> {
  const { places } = await import('../places');
  const { commission } = await places(bench.stage);
  const [cell] = await bench.stage.owner`select stayed from funnel_cell where college = '*' and year = '*'`;
  const lastPage = Math.max(1, Math.ceil(Number(cell?.stayed ?? 0) / PAGE_SIZE));
  const web = await bench.stage.web();
  const p95: Record<Page, number[]> = { figures: [], people: [], last: [] };
  try {
    // Each page once before: the first answer of a process measures its start.
    for (const path of Object.values(PATHS)) await fetch(web.origin + path, { headers: { cookie: commission.cookie ?? '' } });
    for (let round = 0; round < ROUNDS; round++) {
      for (const page of ['figures', 'people', 'last'] as const) {
        const url = web.origin + PATHS[page] + (page === 'last' ? Math.min(lastPage, 10_000) : '');
        const load = { url, headers: { cookie: commission.cookie ?? '' }, seconds: Math.max(2, bench.size(6)), concurrency: CONCURRENCY };
        p95[page].push((await hammer(load)).p95);
      }
    }
  } finally {
    await web.end();
  }
  return { figures: median(p95.figures), people: median(p95.people), last: median(p95.last) };
}
