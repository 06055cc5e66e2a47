import { sql } from '#db/client';

/** A worker writes its heartbeat every few seconds; after this long without one it counts as gone. */
const WORKER_SILENT_MS = 15_000;
const DATABASE_TIMEOUT_MS = 2_000;
const LAG_ALARM_MS = 30_000;

export interface Readiness {
  /** degraded: pages are served and enrolment goes on, but jobs wait. */
  status: 'ready' | 'degraded' | 'unavailable';
  database: { ok: boolean; ms: number };
  queue: { ok: boolean; backend: string | null; workers: number; waiting: number; active: number; failed: number };
  dispatcher: { ok: boolean; lagMs: number };
}

interface Row {
  backend: string | null;
  workers: number;
  waiting: number;
  active: number;
  failed: number;
  lag: number;
}

const heartbeats = () => sql<Row[]>`
  select min(backend) as backend, count(*)::int as workers,
    coalesce(max((queue->>'waiting')::int), 0) as waiting,
    coalesce(max((queue->>'active')::int), 0) as active,
    coalesce(max((queue->>'failed')::int), 0) as failed,
    (select coalesce(extract(epoch from (clock_timestamp() - min(e.at))) * 1000, 0)::int
       from event e, dispatcher_cursor c where c.id = 1 and (e.txid, e.seq) > (c.txid, c.seq)) as lag
  from job_worker where seen_at > now() - ${WORKER_SILENT_MS} * interval '1 millisecond'`;

/** What /readyz answers: asks the database, and reads there what the workers wrote. */
export async function readiness(): Promise<Readiness> {
  const from = performance.now();
  const query = heartbeats();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), DATABASE_TIMEOUT_MS);
  });
  try {
    const [row] = await Promise.race([query, late]);
    const { workers = 0, backend = null, waiting = 0, active = 0, failed = 0, lag = 0 } = row ?? {};
    const queueOk = workers > 0;
    const lagMs = Math.max(0, lag);
    return {
      status: queueOk ? 'ready' : 'degraded',
      database: { ok: true, ms: Math.round(performance.now() - from) },
      queue: { ok: queueOk, backend, workers, waiting, active, failed },
      dispatcher: { ok: lagMs < LAG_ALARM_MS, lagMs },
    };
  } catch {
    query.cancel();
    return {
      status: 'unavailable',
      database: { ok: false, ms: Math.round(performance.now() - from) },
      queue: { ok: false, backend: null, workers: 0, waiting: 0, active: 0, failed: 0 },
      dispatcher: { ok: false, lagMs: 0 },
    };
  } finally {
    clearTimeout(timer);
  }
}
