import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';
import { soonAgain, steadySocket } from './socket';

/** Longer parameter lists (bulk inserts) have a text of their own each time and are not worth preparing. */
const PREPARE_UP_TO = 64;

/** Drizzle sends every statement unprepared on postgres.js; prepared ones are several times faster (README, decisions). */
function prepared<T extends postgres.ISql>(client: T): T {
  return new Proxy(client, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (key === 'unsafe') {
        return (query: string, params: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
          target.unsafe(query, params, { ...options, prepare: params.length <= PREPARE_UP_TO });
      }
      if ((key === 'begin' || key === 'savepoint') && typeof value === 'function') {
        return (...args: unknown[]) =>
          Reflect.apply(
            value,
            target,
            args.map((arg) => (typeof arg === 'function' ? (inner: T) => arg(prepared(inner)) : arg)),
          );
      }
      return value;
    },
  });
}

const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is not set');

// The server entry and the Remix build are two bundles of one process, and hot reload reads this file again: one pool for all.
const slot = Symbol.for('yupei.database');
const shared = globalThis as typeof globalThis & { [slot]?: postgres.Sql };
const options = {
  max: Number(process.env.DB_POOL ?? 10),
  onnotice: () => {},
  socket: steadySocket,
  backoff: soonAgain,
  // The restricted role: no statement of the program can change or delete a row of the event log.
  connection: { application_name: process.env.APPLICATION_NAME ?? 'yupei', role: 'yupei_app' },
};
shared[slot] ??= postgres(url, options);

/** Raw SQL. Drizzle shares it, so timestamps arrive as text here; compare them in SQL or parse them. */
export const sql: postgres.Sql = shared[slot];

export const db = drizzle(prepared(sql), { schema, casing: 'snake_case' });
/** The pool or an open transaction: what queries take. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

export const closeDb = () => sql.end({ timeout: 5 });
