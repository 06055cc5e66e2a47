import type { AppLoadContext } from '@remix-run/node';
import { countAttempt } from '~/domain/shared/rate-limit.server';
import { Refusal } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { keyedHash } from '~/platform/crypto.server';

/** Where a request came from, as the server entry saw it. */
export const addressOf = (context: AppLoadContext): string => context.clientAddress || 'unknown';

/**
 * Lets at most `points` requests of a kind through in `seconds`, per key (an address, a number).
 * @throws Refusal rate_limited with the minutes to wait
 */
export async function limitRate(kind: string, key: string, points: number, seconds: number): Promise<void> {
  const attempt = await countAttempt({ kind, key: keyedHash(key, 'rate_limit'), points, seconds }, now());
  if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
}
