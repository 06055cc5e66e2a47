import { eq } from 'drizzle-orm';
import { engagement, placement } from '#db/schema';
import { openEngagement } from '../../person/add-staff.server';
import { convertIntern } from '../../person/convert-intern.server';
import type { ConversionEntry } from '../../person/inputs';
import { STAFF_MIN_AGE } from '../../person/person';
import { requireBirth } from '../../person/require-age';
import { settlePosts } from '../../person/settle-posts.server';
import type { EventName } from '../../shared/events';
import { type Context, type Operation, operation } from '../../shared/operation.server';
import { Conflict, Refusal } from '../../shared/refusals';
import { lockPlacement, type PlacementRow } from './find-placement.server';

/**
 * The institution takes its intern on as staff: the same person, the same record, a new post (贯通职前职后). During the placement
 * or after it.
 * @returns the new post's id
 */
export const takeOnIntern = (ctx: Context, placementId: string, entry: ConversionEntry): Promise<string> =>
  operation(ctx, 'placement.taken_on', async (op) => {
    const { row, who } = await lockPlacement(op, 'placement.accept', placementId);
    if (row.convertedEngagementId !== null) throw new Conflict('placement_taken_on');
    if (row.status !== 'accepted' && row.status !== 'finished') throw new Conflict('wrong_state');
    if (entry.startOn <= row.fromOn) throw new Refusal('intern_starts_later', { field: 'startOn' });
    requireBirth(who.bornOn, STAFF_MIN_AGE, entry.startOn, 'startOn');
    const [intern] = row.engagementId ? await op.tx.select().from(engagement).where(eq(engagement.id, row.engagementId)) : [];
    const engagementId =
      intern?.isIntern && intern.endOn === null
        ? await convertIntern(op.ctx, intern.id, entry)
        : await openPost(op, row, entry, intern?.endOn);
    const endedOn = entry.startOn <= row.untilOn ? entry.startOn : row.endedOn;
    await op.tx.update(placement).set({ convertedEngagementId: engagementId, endedOn }).where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { personId: row.personId, engagementId } });
    return engagementId;
  });

/** The placement is over and with it the post of the intern: the new one begins on its last day's morrow or later. */
async function openPost<Name extends EventName>(
  op: Operation<Name>,
  { personId, institutionId, role, engagementId: internId, untilOn }: PlacementRow,
  { startOn, isFullTime, contractUntilOn }: ConversionEntry,
  endedOn: string | null | undefined,
): Promise<string> {
  if (startOn < (endedOn ?? untilOn)) throw new Refusal('placement_staff_day', { field: 'startOn' });
  const createdBy = op.actor.kind === 'user' ? op.actor.accountId : null;
  const id = await openEngagement(op, { personId, institutionId, role, startOn, isFullTime, isIntern: false, contractUntilOn, createdBy });
  const subject = { type: 'engagement', id };
  if (internId === null) await op.recordAs('engagement.added', { subject, data: { personId, institutionId, role, startOn } });
  else await op.recordAs('engagement.intern_converted', { subject, data: { personId, internId, startOn } });
  await settlePosts(op, [personId]);
  return id;
}
