import {
  type BackendClasses,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Job,
  type Queue,
  runMigrations,
  type Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

/** The one module that knows where jobs wait: Redis where REDIS_URL is set, else BullMQ's tables in our Postgres. */
/** `imports`: long work that somebody started by hand; `rate`: what must be seen within two seconds. */
export type QueueName = 'default' | 'bulk' | 'imports' | 'rate';
/** Ids only: the event that asked for the job, or the instant of the timetable. */
export interface JobPayload {
  eventId?: string;
}
export type QueuedJob = Job<JobPayload, string>;
export type JobQueue = Queue<JobPayload, string>;
export type JobWorker = Worker<JobPayload, string>;

type Classes = BackendClasses<IQueueBackend, never>;

export interface Backend {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): JobQueue;
  worker(name: QueueName, work: (job: QueuedJob) => Promise<string>, options?: Omit<WorkerOptions, 'connection'>): JobWorker;
  close(): Promise<void>;
}

const KEEP = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 30 * 86_400 },
} as const;

// BullMQ types its connection per store; the two casts below are the whole price of one code path for both.
function assemble(
  kind: Backend['kind'],
  classes: Classes,
  connections: { producer: object; consumer: object },
  close: () => Promise<void>,
): Backend {
  return {
    kind,
    queue: (name) => new classes.Queue(name, { connection: connections.producer as never, defaultJobOptions: KEEP }) as unknown as JobQueue,
    worker: (name, work, options = {}) =>
      new classes.Worker(name, work, { ...options, connection: connections.consumer as never }) as unknown as JobWorker,
    close,
  };
}

function redisBackend(url: string): Backend {
  // Producers fail at once, so that the dispatcher can say so and try again; workers wait for Redis to come back.
  const producer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  const consumer = new Redis(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on('error', () => {});
  return assemble('redis', withBackend(createRedisBackend) as unknown as Classes, { producer, consumer }, async () => {
    producer.disconnect();
    consumer.disconnect();
  });
}

function postgresBackend(url: string): Backend {
  const connection = { connectionString: url, schema: 'bullmq', max: 6 };
  return assemble(
    'postgres',
    withBackend(createPostgresBackend) as unknown as Classes,
    { producer: connection, consumer: connection },
    async () => {},
  );
}

export function openBackend(env: { redisUrl?: string; databaseUrl: string }): Backend {
  return env.redisUrl ? redisBackend(env.redisUrl) : postgresBackend(env.databaseUrl);
}

/** BullMQ's own tables in Postgres; a queue only checks them. Run by the owner, with our migrations. */
export async function migrateQueueTables(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
    await client.query(`
      grant usage, create on schema bullmq to yupei_app;
      grant all on all tables in schema bullmq to yupei_app;
      grant all on all sequences in schema bullmq to yupei_app;
      grant execute on all functions in schema bullmq to yupei_app`);
  } finally {
    client.release();
    await pool.end();
  }
}
