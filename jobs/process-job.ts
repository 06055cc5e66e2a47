import { and, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { event, jobReceipt, jobRun } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { logger } from '~/platform/logger.server';
import { definitionOf, isJobName, type JobName } from './catalog';
import { HANDLERS } from './handlers';
import type { JobInput } from './handlers/handler';
import type { QueuedJob } from './queue';

async function alreadyDone(jobName: JobName, eventId: string): Promise<boolean> {
  const [receipt] = await db
    .select({ at: jobReceipt.at })
    .from(jobReceipt)
    .where(and(eq(jobReceipt.eventId, eventId), eq(jobReceipt.jobName, jobName)));
  return receipt !== undefined;
}

async function inputFor(jobName: JobName, eventId: string | undefined): Promise<JobInput | null> {
  const ctx = { actor: { kind: 'system', job: jobName } as const, now: now(), requestId: eventId };
  if (!eventId) return { ctx };
  const [row] = await db.select().from(event).where(eq(event.id, eventId));
  return row ? { ctx, event: row } : null;
}

/** Runs the handler so that a repeated job has one effect: its receipt is unique, and commits with the work where it can. */
async function runOnce(jobName: JobName, eventId: string | undefined): Promise<string> {
  if (eventId && (await alreadyDone(jobName, eventId))) return 'already done';
  const input = await inputFor(jobName, eventId);
  if (!input) return 'no such event';
  const receipt = eventId ? { eventId, jobName, at: input.ctx.now } : undefined;
  if (definitionOf(jobName).commit === 'batches') {
    const note = await HANDLERS[jobName](input);
    if (receipt) await db.insert(jobReceipt).values(receipt).onConflictDoNothing();
    return note;
  }
  return db.transaction(async (tx) => {
    if (receipt) {
      const claimed = await tx.insert(jobReceipt).values(receipt).onConflictDoNothing().returning();
      if (claimed.length === 0) return 'already done';
    }
    return HANDLERS[jobName]({ ...input, ctx: { ...input.ctx, tx } });
  });
}

/** One try of one job, with its line in the job console. */
export async function processJob(job: Pick<QueuedJob, 'name' | 'data' | 'attemptsMade' | 'opts'>, workerId: string): Promise<string> {
  if (!isJobName(job.name)) return `unknown job ${job.name}`;
  const attempt = job.attemptsMade + 1;
  const id = newId();
  await db
    .insert(jobRun)
    .values({ id, jobName: job.name, eventId: job.data.eventId, attempt, workerId, startedAt: now(), outcome: 'running' });
  try {
    const note = await runOnce(job.name, job.data.eventId);
    await db.update(jobRun).set({ outcome: 'done', finishedAt: now(), note }).where(eq(jobRun.id, id));
    return note;
  } catch (error) {
    const last = attempt >= (job.opts.attempts ?? 1);
    const note = error instanceof Error ? (error.message.split('\nparams:')[0] ?? '').slice(0, 500) : String(error);
    logger.error({ error, job: job.name, attempt }, 'job failed');
    await db
      .update(jobRun)
      .set({ outcome: last ? 'given_up' : 'failed', finishedAt: now(), note })
      .where(eq(jobRun.id, id))
      .catch(() => {});
    throw error;
  }
}
