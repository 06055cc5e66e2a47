import { and, gte, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { event } from '#db/schema';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { DAY } from '~/domain/shared/period';
import type { World } from './world';

/** Messages of the last weeks reach the inboxes; older ones were read long ago. */
const TOLD_DAYS = 21;

/** What operations have said in the demo, told to those whom it concerns. */
export async function tellMessages(tx: Tx, world: World, names: readonly string[]): Promise<void> {
  const since = new Date(world.now.getTime() - TOLD_DAYS * DAY);
  const rows = await tx
    .select()
    .from(event)
    .where(and(inArray(event.name, names as never[]), gte(event.at, since)))
    .orderBy(sql`${event.at}`, event.seq);
  for (const row of rows) {
    const ctx = { actor: { kind: 'system', job: 'messages.deliver' } as const, now: row.at, tx };
    await deliverMessages(ctx, { id: row.id, name: row.name, subjectId: row.subjectId, data: row.data as Record<string, unknown> });
  }
}
