import { eq } from 'drizzle-orm';
import { placement } from '#db/schema';
import { authorIn } from '../../organisation/find-organisation.server';
import { type Context, operation } from '../../shared/operation.server';
import { lockPlacement, requirePlacementMove } from './find-placement.server';
import { internPost } from './intern-post.server';

/** The institution takes the student and names who looks after her; she stands on its roster as an intern from the first day. */
export const acceptPlacement = (ctx: Context, placementId: string, institutionMentor: string): Promise<void> =>
  operation(ctx, 'placement.accepted', async (op) => {
    const { row } = await lockPlacement(op, 'placement.accept', placementId);
    if (row.status === 'accepted') return op.unchanged(undefined);
    requirePlacementMove(row.status, 'accepted');
    const { id: engagementId, reused } = await internPost(op, row);
    const decided = { decidedAt: op.now, decidedBy: authorIn(op.actor) };
    await op.tx
      .update(placement)
      .set({ status: 'accepted', institutionMentor, engagementId, ...decided })
      .where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { personId: row.personId, engagementId, reused } });
  });

export const declinePlacement = (ctx: Context, placementId: string, reason: string): Promise<void> =>
  operation(ctx, 'placement.declined', async (op) => {
    const { row } = await lockPlacement(op, 'placement.accept', placementId);
    if (row.status === 'declined') return op.unchanged(undefined);
    requirePlacementMove(row.status, 'declined');
    const decided = { decidedAt: op.now, decidedBy: authorIn(op.actor) };
    await op.tx
      .update(placement)
      .set({ status: 'declined', reason, ...decided })
      .where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { reason } });
  });
