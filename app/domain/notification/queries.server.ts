import { and, count, desc, eq, isNull, or, type SQL } from 'drizzle-orm';
import { db } from '#db/client';
import { notification, outbox } from '#db/schema';
import type { UserActor } from '../shared/actor';

/** What the actor may read in the role in use: her own as a trainee, her organisation's otherwise. */
function readableBy(actor: UserActor): SQL | undefined {
  if (actor.organisation) return eq(notification.organisationId, actor.organisation.id);
  return actor.personId ? eq(notification.personId, actor.personId) : undefined;
}

export async function countUnread(actor: UserActor): Promise<number> {
  const mine = readableBy(actor);
  if (!mine) return 0;
  const [row] = await db
    .select({ n: count() })
    .from(notification)
    .where(and(mine, isNull(notification.readAt)));
  return row?.n ?? 0;
}

/** One page of the inbox, newest first. */
export async function listInbox(actor: UserActor, page: { limit: number; offset: number; unreadOnly: boolean }) {
  const mine = readableBy(actor);
  if (!mine) return { rows: [], total: 0 };
  const where = and(mine, page.unreadOnly ? isNull(notification.readAt) : undefined);
  const rows = await db
    .select({
      id: notification.id,
      kind: notification.kind,
      params: notification.params,
      link: notification.link,
      createdAt: notification.createdAt,
      readAt: notification.readAt,
    })
    .from(notification)
    .where(where)
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(page.limit)
    .offset(page.offset);
  const [all] = await db.select({ n: count() }).from(notification).where(where);
  return { rows, total: all?.n ?? 0 };
}

export const readableNotification = (actor: UserActor, id?: string): SQL | undefined => {
  const mine = readableBy(actor);
  return mine && and(mine, isNull(notification.readAt), id ? eq(notification.id, id) : undefined);
};

/** The adapter's outbox, newest first; recipients masked. */
export async function listOutbox(page: { limit: number; offset: number; status?: 'waiting' | 'sent' | 'failed' }) {
  const where = page.status ? or(eq(outbox.status, page.status)) : undefined;
  const rows = await db
    .select({
      id: outbox.id,
      channel: outbox.channel,
      recipientMasked: outbox.recipientMasked,
      body: outbox.body,
      status: outbox.status,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      error: outbox.error,
    })
    .from(outbox)
    .where(where)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(page.limit)
    .offset(page.offset);
  const [all] = await db.select({ n: count() }).from(outbox).where(where);
  return { rows, total: all?.n ?? 0 };
}
