import { notification } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { readableNotification } from './queries.server';

/** Marks one message as read, or all of the actor's. @returns how many were unread */
export function readNotifications(ctx: Context & { actor: UserActor }, id?: string): Promise<number> {
  return operation(ctx, 'notification.read', async (op) => {
    const mine = readableNotification(ctx.actor, id);
    if (!mine) return op.unchanged(0);
    const rows = await op.tx.update(notification).set({ readAt: op.now }).where(mine).returning({ id: notification.id });
    if (rows.length === 0) return op.unchanged(0);
    await op.record({ subject: { type: 'notification', id: id ?? 'all' }, data: { notifications: rows.length } });
    return rows.length;
  });
}
