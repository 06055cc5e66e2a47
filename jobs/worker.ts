import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { sql } from '#db/client';
import { logger } from '~/platform/logger.server';
import { isJobName } from './catalog';
import { startDispatcher } from './dispatcher';
import { processJob } from './process-job';
import { type JobQueue, openBackend, type QueueName } from './queue';
import { CATCH_UP, TIME_ZONE, TIMETABLE } from './schedule';
import { startSweep } from './sweep';

const HEARTBEAT_MS = 2_000;

export interface RunningWorker {
  /** Finishes the jobs in hand, then lets go of every connection but the database pool. */
  stop(): Promise<void>;
}

/** Dispatcher, workers, timetable and heartbeat of one process; any number of processes may run side by side. */
export async function startWorker(options: { redisUrl?: string; databaseUrl: string; concurrency?: number }): Promise<RunningWorker> {
  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const backend = openBackend(options);
  const queues: Record<QueueName, JobQueue> = {
    default: backend.queue('default'),
    bulk: backend.queue('bulk'),
    imports: backend.queue('imports'),
    rate: backend.queue('rate'),
  };
  const work = (job: Parameters<typeof processJob>[0]) => processJob(job, workerId);
  const workers = [
    backend.worker('default', work, { concurrency: options.concurrency ?? 4 }),
    backend.worker('bulk', work, { concurrency: 1 }),
    backend.worker('imports', work, { concurrency: 1 }),
    backend.worker('rate', work, { concurrency: 1 }),
  ];
  const complain = (what: string) => (error: unknown) => logger.warn({ error }, what);
  for (const worker of workers) worker.on('error', complain('worker connection'));
  for (const queue of Object.values(queues)) queue.on('error', complain('queue connection'));
  const dispatcher = startDispatcher(queues, complain('dispatcher'));
  const sweep = startSweep(queues, complain('sweep'));

  const beat = async () => {
    await keepTimetable(queues);
    const counts = await Promise.all(Object.values(queues).map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'failed')));
    const sum = (key: string) => counts.reduce((total, each) => total + (each[key] ?? 0), 0);
    const queue = { waiting: sum('waiting'), active: sum('active'), delayed: sum('delayed'), failed: sum('failed') };
    await sql`
      insert into job_worker (worker_id, started_at, seen_at, backend, queue, lag_ms)
      values (${workerId}, now(), now(), ${backend.kind}, ${JSON.stringify(queue)}::jsonb, ${await lagMs()})
      on conflict (worker_id) do update set seen_at = excluded.seen_at, queue = excluded.queue, lag_ms = excluded.lag_ms`;
    await sql`delete from job_worker where seen_at < now() - interval '1 hour'`;
  };
  let beating: Promise<void> = beat().catch(complain('heartbeat'));
  const catchingUp = queues.default.addBulk(CATCH_UP.map((name) => ({ name, data: {} }))).catch(complain('catching up'));
  const heart = setInterval(() => {
    beating = beating.then(beat).catch(complain('heartbeat'));
  }, HEARTBEAT_MS);

  return {
    async stop() {
      clearInterval(heart);
      await Promise.all([beating, catchingUp]);
      await Promise.all([dispatcher.stop(), sweep.stop()]);
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await backend.close();
      await sql`delete from job_worker where worker_id = ${workerId}`;
    },
  };
}

/** How long the oldest event that has not been handed out has waited, in milliseconds. */
async function lagMs(): Promise<number> {
  const [row] = await sql<{ lag: number }[]>`
    select least(coalesce(extract(epoch from (clock_timestamp() - min(e.at))) * 1000, 0), 2147483647)::int as lag
    from event e, dispatcher_cursor c where c.id = 1 and (e.txid, e.seq) > (c.txid, c.seq)`;
  return Math.max(0, row?.lag ?? 0);
}

/** Writes the timetable where it is missing: at the first start, and after Redis lost its memory. */
async function keepTimetable(queues: Record<QueueName, JobQueue>): Promise<void> {
  const present = await queues.default.getJobSchedulersCount();
  if (present >= TIMETABLE.length) return;
  for (const { job, at } of TIMETABLE) {
    if (isJobName(job)) await queues.default.upsertJobScheduler(job, { pattern: at, tz: TIME_ZONE }, { name: job, data: {} });
  }
}
