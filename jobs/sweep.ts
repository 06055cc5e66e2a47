import { sql } from '#db/client';
import { type JobName, jobIdOf, jobsFor, subscribedEvents } from './catalog';
import { addJobs } from './dispatcher';
import type { JobQueue, QueueName } from './queue';

const MINUTE = 60_000;
const LOOK_BACK = 30 * 24 * 60 * MINUTE;
/** Younger events are on their way. */
const SETTLED = MINUTE;
const LIMIT = 1_000;

/**
 * Adds again each job of an event that has been handed out and left no receipt: a queue that lost its memory loses
 * no work. Jobs that used up their tries wait in the job console instead.
 */
export function startSweep(queues: Record<QueueName, JobQueue>, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let from = Date.now() - LOOK_BACK;
  const sweep = async () => {
    const until = Date.now() - SETTLED;
    const missing = await missingReceipts(new Date(from), new Date(until));
    await addJobs(
      queues,
      missing.map(({ eventId, name }) => ({ name, eventId, jobId: jobIdOf(name, eventId) })),
    );
    // The next look starts where something was still missing, with room for transactions that committed late.
    from = (missing[0]?.at.getTime() ?? until) - 10 * MINUTE;
  };
  let sweeping = sweep().catch(onError);
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep).catch(onError);
  }, MINUTE);
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** A receipt `*` stands for all jobs of an event: seeded history, which nobody is to be told of again. */
export async function missingReceipts(from: Date, until: Date): Promise<{ eventId: string; name: JobName; at: Date }[]> {
  const pairs = subscribedEvents().flatMap((event) => jobsFor(event).map((job) => [event, job] as const));
  const rows = await sql<{ event_id: string; name: JobName; at: string }[]>`
    select e.id as event_id, s.job as name, e.at
    from event e
    join unnest(${pairs.map(([event]) => event)}::text[], ${pairs.map(([, job]) => job)}::text[]) as s (event, job) on s.event = e.name
    join dispatcher_cursor c on c.id = 1 and (e.txid, e.seq) <= (c.txid, c.seq)
    where e.at >= ${from.toISOString()}::timestamptz and e.at < ${until.toISOString()}::timestamptz
      and not exists (select 1 from job_receipt r where r.event_id = e.id and r.job_name in (s.job, '*'))
      and not exists (select 1 from job_run j where j.event_id = e.id and j.job_name = s.job and j.outcome = 'given_up')
    order by e.at limit ${LIMIT}`;
  return rows.map((row) => ({ eventId: row.event_id, name: row.name, at: new Date(row.at) }));
}
