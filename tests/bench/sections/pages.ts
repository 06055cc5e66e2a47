import type { Bench } from '../bench';
import { withEmptyRoutes } from '../empty-route';
import { hammer, type Measured } from '../measure';
import type { Place } from '../places';

const CONCURRENCY = 16;

/** Measured elsewhere: a well-tuned Moodle on such a machine. */
const ELSEWHERE: Partial<Record<string, number>> = { catalogue: 29, 'course page': 17 };

/** Pages per second of one web process, beside an empty Remix route in the same server. */
export async function pages(bench: Bench): Promise<void> {
  const { places } = await import('../places');
  const rows = await bench.completions(bench.size(100_000));
  bench.heading(
    'pages: requests per second of one web process',
    `Production build, keep-alive, concurrency ${CONCURRENCY}, ${rows.toLocaleString('en-US')} completions in the database. "empty route" is a Remix route that\n` +
      'draws nothing, in the same server and inside the same frame as every page; "no document" one that answers without drawing.\n' +
      'The columns with gzip are what browsers get. "elsewhere": a well-tuned Moodle, a figure published elsewhere, not measured here.',
  );
  const { catalogue, course, home, signIn, commission } = await places(bench.stage);
  const empty: Place = { name: 'empty route', path: '/bench-empty', anonymous: true };
  const bare: Place = { name: 'no document', path: '/bench-bare', anonymous: true };
  const web = await bench.stage.web({ cwd: withEmptyRoutes(bench.stage.folder) });
  const found: { place: Place; plain: Measured; gzip: Measured }[] = [];
  try {
    for (const place of [empty, bare, catalogue, course, home, signIn, commission]) {
      const load = { url: web.origin + place.path, seconds: bench.size(6), concurrency: CONCURRENCY };
      const own: Record<string, string> = place.cookie ? { cookie: place.cookie } : {};
      const plain = await hammer({ ...load, headers: own });
      found.push({ place, plain, gzip: await hammer({ ...load, headers: { ...own, 'accept-encoding': 'gzip' } }) });
    }
  } finally {
    await web.end();
  }
  const least = found.find(({ place }) => place === empty)?.plain.rate ?? Number.NaN;
  bench.table(
    ['page', 'per second', 'p50 ms', 'p95 ms', 'of empty', 'gzip/s', 'gzip p95', 'elsewhere'],
    found.map(({ place, plain, gzip }) => [
      place.name,
      plain.rate,
      plain.p50,
      plain.p95,
      (plain.rate / least).toFixed(2),
      gzip.rate,
      gzip.p95,
      ELSEWHERE[place.name] ?? '',
    ]),
  );
  for (const { place, plain } of found) {
    if (place === empty || place === bare) continue;
    const ratio = plain.rate / least;
    if (place.anonymous) bench.target(`${place.name} beside an empty route`, ratio.toFixed(2), 'at least 0.35', ratio >= 0.35);
    const other = ELSEWHERE[place.name];
    if (other)
      bench.target(
        `${place.name} beside elsewhere`,
        `${plain.rate.toFixed(0)} to ${other} per second`,
        'ten times',
        plain.rate >= other * 10,
      );
  }
}
