import { parseArgs } from 'node:util';
import { openBench } from './bench';
import { coverage } from './sections/coverage';
import { dispatcher } from './sections/dispatcher';
import { exports } from './sections/export';
import { funnel } from './sections/funnel';
import { growth } from './sections/growth';
import { imports } from './sections/import';
import { pages } from './sections/pages';
import { rate } from './sections/rate';
import { seats } from './sections/seats';
import { tally } from './sections/tally';
import { weight } from './sections/weight';

/** In the order in which they are run: later ones find a fuller database, growth a fresh one. */
const SECTIONS = { seats, weight, dispatcher, pages, tally, export: exports, import: imports, growth, rate, funnel, coverage };
const LONGEST_MS = 30 * 60_000;

type Name = keyof typeof SECTIONS;
const isSection = (name: string): name is Name => Object.hasOwn(SECTIONS, name);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { small: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !isSection(name));
if (unknown.length > 0) {
  console.error(
    `There is no section ${unknown.join(', ')}. Sections: ${Object.keys(SECTIONS).join(', ')}; --small measures a tenth of everything.`,
  );
  process.exit(1);
}
const wanted = (Object.keys(SECTIONS) as Name[]).filter((name) => positionals.length === 0 || positionals.includes(name));

const bench = await openBench(values.small);
let closing: Promise<void> | undefined;
const close = () => {
  closing ??= bench.close();
  return closing;
};
/** Whatever ends the bench, its servers end with it. */
const giveUp = async (why: string) => {
  console.error(`\n${why}`);
  await close();
  process.exit(1);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp('Stopped.'));
setTimeout(() => void giveUp('Given up after half an hour.'), LONGEST_MS).unref();

const from = performance.now();
try {
  for (const [at, name] of wanted.entries()) {
    if (['growth', 'rate', 'funnel', 'coverage'].includes(name) && at > 0) await bench.fresh();
    await SECTIONS[name](bench);
  }
  bench.summary();
  console.log(`\n${((performance.now() - from) / 60_000).toFixed(1)} minutes.`);
} finally {
  await close();
}
process.exit(0);
