import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { apiRequest } from '#db/schema';
import { Refusal } from './refusals';

export interface ApiAnswer {
  status: number;
  body: unknown;
}

interface Asked {
  clientId: string;
  idempotencyKey: string;
  /** Everything that makes the request what it is. */
  content: string;
  now: Date;
}

const TRIES = 3;
/** Postgres ended one of two transactions that waited for each other: nothing of it is left, so it may begin again. */
const DEADLOCK = '40P01';

/**
 * Does a client's work once per idempotency key, with its answer in the same transaction: asked again, even at the same
 * moment, the same answer comes and nothing is done.
 * @throws Refusal idempotency_reused when the key came with another content before
 */
export async function answerOnce(asked: Asked, work: (tx: Tx) => Promise<ApiAnswer>): Promise<ApiAnswer & { repeated: boolean }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction((tx) => once(tx, asked, work));
    } catch (error) {
      if (tries === TRIES || codeOf(error) !== DEADLOCK) throw error;
    }
  }
}

async function once(tx: Tx, { clientId, idempotencyKey, content, now }: Asked, work: (tx: Tx) => Promise<ApiAnswer>) {
  const requestSha256 = createHash('sha256').update(content).digest('hex');
  const mine = and(eq(apiRequest.clientId, clientId), eq(apiRequest.idempotencyKey, idempotencyKey));
  // A second request with this key waits here until the first has ended.
  const claimed = await tx
    .insert(apiRequest)
    .values({ clientId, idempotencyKey, requestSha256, at: now })
    .onConflictDoNothing()
    .returning({ at: apiRequest.at });
  if (claimed.length > 0) {
    const { status, body } = await work(tx);
    await tx.update(apiRequest).set({ status, body }).where(mine);
    return { status, body, repeated: false };
  }
  const [known] = await tx.select().from(apiRequest).where(mine);
  if (known?.requestSha256 !== requestSha256) throw new Refusal('idempotency_reused');
  return { status: known.status ?? 200, body: known.body, repeated: true };
}

const codeOf = (error: unknown): unknown => {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
};

/** Answers are kept for so long; a key may be used anew afterwards. */
const KEPT_DAYS = 30;

export const forgetAnswers = (now: Date) =>
  db.delete(apiRequest).where(lt(apiRequest.at, new Date(now.getTime() - KEPT_DAYS * 86_400_000)));
