import autocannon from 'autocannon';

export interface Measured {
  /** Per second. */
  rate: number;
  p50: number;
  p95: number;
  count: number;
}

export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** What these latencies, taken within so many milliseconds, amount to. */
export const measured = (latencies: readonly number[], ms: number): Measured => ({
  rate: (latencies.length / ms) * 1000,
  p50: percentile(latencies, 0.5),
  p95: percentile(latencies, 0.95),
  count: latencies.length,
});

interface Load {
  url: string;
  headers?: Record<string, string>;
  seconds: number;
  concurrency: number;
}

/**
 * Asks for one page over and over, on keep-alive connections. Warms up first, without counting.
 * @throws when any answer is not 200: a page that fails quickly is not quick
 */
export async function hammer(load: Load): Promise<Measured> {
  await shoot({ ...load, seconds: 2 });
  return shoot(load);
}

async function shoot({ url, headers = {}, seconds, concurrency }: Load): Promise<Measured> {
  const latencies: number[] = [];
  const wrong = new Map<number, number>();
  const from = performance.now();
  const run = autocannon({ url, headers, connections: concurrency, duration: seconds, timeout: 30 });
  run.on('response', (_client, status, _bytes, ms) => {
    latencies.push(ms);
    if (status !== 200) wrong.set(status, (wrong.get(status) ?? 0) + 1);
  });
  const { errors } = await run;
  if (errors > 0 || wrong.size > 0 || latencies.length === 0)
    throw new Error(`${url} answered ${JSON.stringify([...wrong])}, ${errors} without an answer`);
  return measured(latencies, performance.now() - from);
}
