import { sql } from 'drizzle-orm';
import { db } from '#db/client';

/** So many attempts (`points`) of one kind by one key within `seconds`, counted from the first of them. */
export interface Limit {
  kind: string;
  /** Never a name or a number in clear: these keys are stored. */
  key: string;
  points: number;
  seconds: number;
}

export interface Attempt {
  allowed: boolean;
  /** The last one that was allowed. */
  last: boolean;
  /** Minutes until the next attempt may be made, at least 1. */
  minutes: number;
}

const keyOf = ({ kind, key }: Limit): string => `${kind}:${key}`;

/**
 * Counts an attempt against a limit, in one statement, so that it holds over any number of processes.
 * Our own, because rate-limiter-flexible brings its own clock and timers and loads drizzle by a dynamic import.
 */
export async function countAttempt(limit: Limit, now: Date): Promise<Attempt> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const until = sql`${new Date(now.getTime() + limit.seconds * 1000).toISOString()}::timestamptz`;
  const [row] = await db.execute<{ points: number; wait: number }>(sql`
    insert into rate_limit as r (key, points, expire) values (${keyOf(limit)}, 1, ${until})
    on conflict (key) do update set
      points = case when r.expire <= ${at} then 1 else r.points + 1 end,
      expire = case when r.expire <= ${at} then excluded.expire else r.expire end
    returning points, extract(epoch from expire - ${at})::float8 as wait`);
  const points = row?.points ?? 1;
  return { allowed: points <= limit.points, last: points === limit.points, minutes: Math.max(1, Math.ceil((row?.wait ?? 0) / 60)) };
}

/** The attempt was good: it does not count. */
export async function takeBackAttempt(limit: Limit): Promise<void> {
  await db.execute(sql`update rate_limit set points = greatest(points - 1, 0) where key = ${keyOf(limit)}`);
}

/** Begins anew: after a right password the wrong ones before it no longer count. */
export async function forgetAttempts(limit: Limit): Promise<void> {
  await db.execute(sql`delete from rate_limit where key = ${keyOf(limit)}`);
}

export async function deleteExpiredLimits(now: Date): Promise<void> {
  await db.execute(sql`delete from rate_limit where expire <= ${now.toISOString()}::timestamptz`);
}
