import { sql } from '#db/client';
import { definitionOf, isJobName, type JobName, jobIdOf, jobsFor } from './catalog';
import type { JobQueue, QueueName } from './queue';

const BATCH = 500;
const POLL_MS = 1_000;
const AFTER_ERROR_MS = 2_000;

type Queues = Record<QueueName, JobQueue>;
interface EventRow {
  id: string;
  seq: string;
  txid: string;
  name: string;
  data: { jobName?: string; eventId?: string };
}

export interface NewJob {
  name: JobName;
  eventId: string;
  jobId: string;
}

/** The jobs that an event asks for; a retry asks again for one job of an earlier event, under an id of its own. */
function jobsOf(event: EventRow): NewJob[] {
  if (event.name === 'job.retried') {
    const { jobName, eventId } = event.data;
    if (!jobName || !eventId || !isJobName(jobName)) return [];
    return [{ name: jobName, eventId, jobId: `${jobIdOf(jobName, eventId)}.${event.id}` }];
  }
  return jobsFor(event.name).map((name) => ({ name, eventId: event.id, jobId: jobIdOf(name, event.id) }));
}

export async function addJobs(queues: Queues, jobs: readonly NewJob[]): Promise<void> {
  for (const [queueName, queue] of Object.entries(queues) as [QueueName, JobQueue][]) {
    const bulk = jobs
      .filter((job) => definitionOf(job.name).queue === queueName)
      .map(({ name, eventId, jobId }) => ({ name, data: { eventId }, opts: { jobId } }));
    if (bulk.length > 0) await queue.addBulk(bulk);
  }
}

/**
 * Hands the next committed events to the queue. Only one process at a time reads (the cursor row is locked), and
 * only up to the oldest transaction still open: one that commits late with a lower number is not skipped.
 * @returns how many events were read
 */
export async function dispatchOnce(queues: Queues): Promise<number> {
  return sql.begin(async (tx) => {
    const [cursor] = await tx`select txid::text, seq::text from dispatcher_cursor where id = 1 for update skip locked`;
    if (!cursor) return 0;
    const events = await tx<EventRow[]>`
      select id, seq::text, txid::text, name, data from event
      where (txid, seq) > (${cursor.txid}::xid8, ${cursor.seq}::bigint) and txid < pg_snapshot_xmin(pg_current_snapshot())
      order by txid, seq limit ${BATCH}`;
    const last = events.at(-1);
    if (!last) return 0;
    await addJobs(queues, events.flatMap(jobsOf));
    await tx`update dispatcher_cursor set txid = ${last.txid}::xid8, seq = ${last.seq}::bigint, moved_at = now() where id = 1`;
    return events.length;
  });
}

/** Runs until stopped: wakes on NOTIFY, polls as a fallback, and waits a little after an error. */
export function startDispatcher(queues: Queues, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopping = false;
  let wake: () => void = () => {};
  let woken = false;
  const ring = () => {
    woken = true;
    wake();
  };
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const listening = sql.listen('event', ring).catch(onError);
  const running = (async () => {
    while (!stopping) {
      woken = false;
      try {
        if ((await dispatchOnce(queues)) === BATCH) continue;
        await rest(POLL_MS);
      } catch (error) {
        onError(error);
        woken = false;
        await rest(AFTER_ERROR_MS);
      }
    }
  })();
  return {
    async stop() {
      stopping = true;
      ring();
      await running;
      await listening.then((subscription) => subscription?.unlisten()).catch(onError);
    },
  };
}
