import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, xid8 } from './columns';

/** The append-only log: audit trail, outbox and evidence. The program's database role may only insert and read. */
export const event = pgTable(
  'event',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    id: uuid().notNull().unique(),
    name: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    actorKind: text().notNull(),
    /** Account id, job name, file or client. */
    actor: text().notNull(),
    actorRole: text(),
    organisationId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    requestId: text(),
    at: instant().notNull(),
    /** The writing transaction: readers stop before those still open. */
    txid: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index('event_order').on(t.txid, t.seq),
    index('event_subject').on(t.subjectType, t.subjectId),
    index('event_at').on(t.at),
    index('event_name').on(t.name, t.at),
  ],
);

/** How far the dispatcher has read. One row. */
export const dispatcherCursor = pgTable('dispatcher_cursor', {
  id: integer().primaryKey(),
  txid: xid8().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  movedAt: instant().notNull(),
});

/** A job done for an event: written in the handler's own transaction, so done means done once. */
export const jobReceipt = pgTable('job_receipt', { eventId: uuid().notNull(), jobName: text().notNull(), at: instant().notNull() }, (t) => [
  primaryKey({ columns: [t.eventId, t.jobName] }),
]);

/** One try of a job, for the job console. */
export const jobRun = pgTable(
  'job_run',
  {
    id: id(),
    jobName: text().notNull(),
    /** Event that asked for it; null for the timetable. */
    eventId: uuid(),
    attempt: integer().notNull(),
    workerId: text().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    outcome: text({ enum: ['running', 'done', 'failed', 'given_up'] }).notNull(),
    note: text(),
  },
  (t) => [index('job_run_name').on(t.jobName, t.startedAt), index('job_run_outcome').on(t.outcome, t.startedAt)],
);

/** A worker that is alive: what the console and /readyz read. */
export const jobWorker = pgTable('job_worker', {
  workerId: text().primaryKey(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
  backend: text().notNull(),
  queue: jsonb().$type<{ waiting: number; active: number; delayed: number; failed: number }>().notNull(),
  lagMs: integer().notNull().default(0),
});
