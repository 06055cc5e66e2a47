import { openBackend } from '#jobs/queue';
import { startRedis } from '../../support/servers';
import type { Bench } from '../bench';
import { percentile } from '../measure';

const PER_SECOND = 200;
const EVENT = 'notification.sent';
const JOB = 'outbox.send';

/** From the event to the job in the queue, at a steady rate of events, on both stores. */
export async function dispatcher(bench: Bench): Promise<void> {
  const seconds = Math.max(3, bench.size(20));
  bench.heading(
    'dispatcher: how long an event waits',
    `${PER_SECOND} events per second for ${seconds} s, each a transaction of its own; one worker process. "in the queue" is when the job was\n` +
      'added, "begun" when a worker took it up.',
  );
  const rows: (string | number)[][] = [];
  for (const store of ['PostgreSQL', 'Redis'] as const) {
    const redis = store === 'Redis' ? await startRedis().catch(() => undefined) : undefined;
    if (store === 'Redis' && !redis) {
      console.log('  redis-server is not installed here: Redis was not measured');
      continue;
    }
    try {
      const { queued, begun, events } = await lags(bench, redis?.url, seconds);
      rows.push([
        store,
        events,
        queued.length,
        percentile(queued, 0.5),
        percentile(queued, 0.95),
        percentile(begun, 0.5),
        percentile(begun, 0.95),
      ]);
      const p95 = percentile(queued, 0.95);
      const all = queued.length === events && begun.length === events;
      bench.target(
        `dispatcher lag p95 on ${store}`,
        `${p95.toFixed(0)} ms${all ? '' : `, ${events - queued.length} events without a job`}`,
        'under 1,000 ms',
        all && p95 < 1_000,
      );
    } finally {
      await redis?.stop();
    }
  }
  bench.table(['store', 'events', 'jobs', 'queue p50 ms', 'queue p95 ms', 'begun p50 ms', 'begun p95 ms'], rows);
}

async function lags({ stage }: Bench, redisUrl: string | undefined, seconds: number) {
  const { operation } = await import('~/domain/shared/operation.server');
  const { db } = await import('#db/client');
  const { putBehindDispatcher } = await import('#db/seed/past');
  // What earlier sections left to do would stand before what is measured here.
  await db.transaction((tx) => putBehindDispatcher(tx, new Date()));
  const worker = stage.worker(redisUrl ? { REDIS_URL: redisUrl } : {});
  const backend = openBackend({ redisUrl, databaseUrl: stage.settings.DATABASE_URL ?? '' });
  const queue = backend.queue('default');
  try {
    await until(async () => {
      const [row] = await stage.owner`
        select count(*)::int as workers, (select count(*)::int from event e, dispatcher_cursor c where (e.txid, e.seq) > (c.txid, c.seq)) as behind
        from job_worker where seen_at > now() - interval '5 seconds'`;
      return row?.workers > 0 && row?.behind === 0;
    });
    const written = new Map<string, number>();
    const write = async () => {
      const ctx = { actor: { kind: 'system', job: 'bench' } as const, now: new Date() };
      const id = await operation(ctx, EVENT, (op) => op.record({ subject: { type: 'bench', id: 'lag' }, data: { notifications: 0 } }));
      written.set(id, Date.now());
    };
    const writing: Promise<void>[] = [];
    const from = performance.now();
    for (let n = 0; n < seconds * PER_SECOND; n++) {
      const wait = from + (n * 1000) / PER_SECOND - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      writing.push(write());
    }
    await Promise.all(writing);
    const begunAt = () => stage.owner<{ id: string; ms: number }[]>`
      select event_id as id, min(extract(epoch from started_at) * 1000)::float8 as ms from job_run
      where job_name = ${JOB} and event_id = any(${[...written.keys()]}) group by 1`;
    // All done, so that no job moves from one list to another while they are read.
    await until(async () => {
      const [row] =
        await stage.owner`select count(*)::int as n from job_receipt where job_name = ${JOB} and event_id = any(${[...written.keys()]})`;
      return row?.n === written.size;
    });
    await until(async () => (await queue.getJobCounts('active', 'waiting')).active === 0);
    const jobs = await queue.getJobs(['completed', 'active', 'waiting', 'delayed'], 0, -1);
    const lag = (id: string | undefined, at: number): number[] => {
      const since = id === undefined ? undefined : written.get(id);
      return since === undefined ? [] : [Math.max(0, at - since)];
    };
    return {
      events: written.size,
      queued: jobs.flatMap((job) => lag(job?.data.eventId, job.timestamp)),
      begun: (await begunAt()).flatMap(({ id, ms }) => lag(id, ms)),
    };
  } finally {
    await worker.end();
    await queue.close();
    await backend.close();
  }
}

async function until(fact: () => Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 60_000; !(await fact()); ) {
    if (Date.now() > limit) throw new Error('waited a minute in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
