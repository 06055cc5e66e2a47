import { eq, sql } from 'drizzle-orm';
import { outbox } from '#db/schema';
import { decryptField } from '~/platform/crypto.server';
import type { MessageCarrier } from '~/platform/mailer.server';
import { type Context, operation } from '../shared/operation.server';

const BATCH = 50;
const GIVE_UP_AFTER_HOURS = 24;

/**
 * Hands waiting messages to the carrier. Rows are locked while they are sent, so two workers send different ones; a
 * worker that dies in the middle may repeat at most its batch.
 * @returns how many were handed over; 0 = nothing waits
 */
export function sendOutbox(ctx: Context, carrier: MessageCarrier): Promise<number> {
  return operation(ctx, 'outbox.sent', async (op) => {
    const rows = await op.tx
      .select()
      .from(outbox)
      .where(eq(outbox.status, 'waiting'))
      .orderBy(outbox.createdAt)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    let sent = 0;
    let failed = 0;
    for (const row of rows) {
      const field = row.channel === 'mail' ? 'outbox.recipient' : 'person.phone';
      try {
        await carrier.send({
          channel: row.channel === 'mail' ? 'mail' : 'sms',
          recipient: decryptField(row.recipientEncrypted, field),
          body: row.body,
        });
        await op.tx.update(outbox).set({ status: 'sent', sentAt: op.now, error: null }).where(eq(outbox.id, row.id));
        sent += 1;
      } catch (error) {
        const message = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
        const status = sql`case when created_at < ${op.now.toISOString()}::timestamptz - make_interval(hours => ${GIVE_UP_AFTER_HOURS}) then 'failed' else 'waiting' end`;
        await op.tx.update(outbox).set({ status, error: message }).where(eq(outbox.id, row.id));
        failed += 1;
      }
    }
    if (sent + failed === 0) return op.unchanged(0);
    await op.record({ subject: { type: 'outbox', id: carrier.name }, data: { sent, failed } });
    return sent;
  });
}
