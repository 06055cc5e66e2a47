import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { openEngagement } from '../../person/add-staff.server';
import { settlePosts } from '../../person/settle-posts.server';
import type { EventName } from '../../shared/events';
import type { Operation } from '../../shared/operation.server';
import { Refusal } from '../../shared/refusals';
import type { PlacementRow } from './find-placement.server';

/**
 * The post of an intern that a placement stands on: the one she has at the institution, or a new one. Part of operations,
 * not one itself. @throws Refusal placement_is_staff where she works there already
 */
export async function internPost<Name extends EventName>(op: Operation<Name>, row: PlacementRow): Promise<{ id: string; reused: boolean }> {
  const { personId, institutionId, role, fromOn } = row;
  const present = await op.tx
    .select()
    .from(engagement)
    .where(
      and(
        eq(engagement.personId, personId),
        eq(engagement.institutionId, institutionId),
        or(isNull(engagement.endOn), and(gt(engagement.endOn, fromOn), sql`${engagement.endOn} > ${engagement.startOn}`)),
      ),
    )
    .orderBy(sql`${engagement.role} <> ${role}`, engagement.startOn)
    .for('no key update');
  const open = present.find((post) => post.isIntern && post.endOn === null);
  if (open) return { id: open.id, reused: true };
  if (present.some((post) => !post.isIntern)) throw new Refusal('placement_is_staff');
  const createdBy = op.actor.kind === 'user' ? op.actor.accountId : null;
  const id = await openEngagement(op, { personId, institutionId, role, startOn: fromOn, isFullTime: true, isIntern: true, createdBy });
  await op.recordAs('engagement.added', {
    subject: { type: 'engagement', id },
    data: { personId, institutionId, role, startOn: fromOn },
  });
  await settlePosts(op, [personId]);
  return { id, reused: false };
}

/** The post ends with the placement, unless it has ended or become another one. `endOn`: first day that she is not there. */
export async function endInternPost<Name extends EventName>(op: Operation<Name>, row: PlacementRow, endOn: string): Promise<void> {
  if (row.engagementId === null) return;
  const [ended] = await op.tx
    .update(engagement)
    .set({ endOn: sql`greatest(${engagement.startOn}, ${endOn}::date)` })
    .where(and(eq(engagement.id, row.engagementId), eq(engagement.isIntern, true), isNull(engagement.endOn)))
    .returning({ id: engagement.id, endOn: engagement.endOn });
  if (!ended?.endOn) return;
  await op.recordAs('engagement.ended', {
    subject: { type: 'engagement', id: ended.id },
    data: { personId: row.personId, endOn: ended.endOn },
  });
  await settlePosts(op, [row.personId]);
}
