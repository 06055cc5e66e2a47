import { sql } from 'drizzle-orm';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, NotFound } from '../shared/refusals';

/** Asks once more for a job that used up its tries; the dispatcher turns the event into a new job. */
export function retryJob(ctx: Context, asked: { jobName: string; eventId: string }): Promise<void> {
  return operation(ctx, 'job.retried', async (op) => {
    op.require('job.administer');
    const [run] = await op.tx.execute<{ done: boolean }>(sql`
      select exists (select 1 from job_receipt r where r.event_id = j.event_id and r.job_name = j.job_name) as done
      from job_run j where j.event_id = ${asked.eventId} and j.job_name = ${asked.jobName} limit 1`);
    if (!run) throw new NotFound();
    if (run.done) throw new Conflict('job_done_already');
    await op.record({ subject: { type: 'event', id: asked.eventId }, data: asked });
  });
}
