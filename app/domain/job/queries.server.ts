import { and, count, desc, eq, gt, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { jobRun, jobWorker } from '#db/schema';
import type { JobOutcome } from './job';

/** A worker that has not been seen for this long is gone. */
const GONE_AFTER = sql`now() - interval '15 seconds'`;

/** Workers that are alive, with what waits in their queue and how far the dispatcher is behind. */
export const listWorkers = () => db.select().from(jobWorker).where(gt(jobWorker.seenAt, GONE_AFTER)).orderBy(jobWorker.startedAt);

/** The oldest event that has not been handed to the queue, in milliseconds of waiting; 0 = none waits. */
export async function dispatcherLagMs(): Promise<number> {
  const [row] = await db.execute<{ lag: number }>(sql`
    select coalesce(extract(epoch from (clock_timestamp() - min(e.at))) * 1000, 0)::float8 as lag
    from event e, dispatcher_cursor c where c.id = 1 and (e.txid, e.seq) > (c.txid, c.seq)`);
  return Math.max(0, Math.round(row?.lag ?? 0));
}

/** Tries of jobs, newest first. */
export async function listJobRuns(filter: { jobName?: string; outcome?: JobOutcome }, page: { limit: number; offset: number }) {
  const where = and(
    filter.jobName ? eq(jobRun.jobName, filter.jobName) : undefined,
    filter.outcome ? eq(jobRun.outcome, filter.outcome) : undefined,
  );
  const rows = await db
    .select()
    .from(jobRun)
    .where(where)
    .orderBy(desc(jobRun.startedAt), desc(jobRun.id))
    .limit(page.limit)
    .offset(page.offset);
  const [all] = await db.select({ n: count() }).from(jobRun).where(where);
  return { rows, total: all?.n ?? 0 };
}

/** Per job the last run, and how many tries of the last seven days ended how. */
export const summariseJobs = () =>
  db.execute<{
    job_name: string;
    last_at: string;
    last_scheduled_at: string | null;
    last_outcome: JobOutcome;
    last_note: string | null;
    done: number;
    failed: number;
    given_up: number;
  }>(sql`
    select j.job_name, max(j.started_at) as last_at, max(j.started_at) filter (where j.event_id is null) as last_scheduled_at,
      (array_agg(j.outcome order by j.started_at desc))[1] as last_outcome, (array_agg(j.note order by j.started_at desc))[1] as last_note,
      count(*) filter (where j.outcome = 'done')::int as done, count(*) filter (where j.outcome = 'failed')::int as failed,
      count(*) filter (where j.outcome = 'given_up')::int as given_up
    from job_run j where j.started_at > now() - interval '7 days' group by j.job_name order by j.job_name`);

/** Jobs that used up their tries, and that nobody has asked for again with success since. */
export const listGivenUp = () =>
  db.execute<{ job_name: string; event_id: string; event_name: string; at: string; note: string | null }>(sql`
    select distinct on (j.job_name, j.event_id) j.job_name, j.event_id, e.name as event_name, j.started_at as at, j.note
    from job_run j join event e on e.id = j.event_id
    where j.outcome = 'given_up' and not exists (select 1 from job_receipt r where r.event_id = j.event_id and r.job_name = j.job_name)
    order by j.job_name, j.event_id, j.started_at desc limit 200`);
