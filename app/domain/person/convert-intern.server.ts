import { eq } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { openEngagement } from './add-staff.server';
import { lockEngagement } from './find-engagement.server';
import type { ConversionEntry } from './inputs';
import { STAFF_MIN_AGE } from './person';
import { requireBirth } from './require-age';
import { settlePosts } from './settle-posts.server';

/**
 * An intern becomes staff on a day: the internship ends and a post of the same person begins.
 * @returns the new engagement's id
 */
export const convertIntern = (ctx: Context, internId: string, { startOn, isFullTime, contractUntilOn }: ConversionEntry): Promise<string> =>
  operation(ctx, 'engagement.intern_converted', async (op) => {
    const { engagement: entry, person } = await lockEngagement(op, internId);
    if (!entry.isIntern) throw new Refusal('not_an_intern');
    if (entry.endOn !== null) throw new Conflict('post_over');
    if (startOn <= entry.startOn) throw new Refusal('intern_starts_later', { field: 'startOn' });
    requireBirth(person.bornOn, STAFF_MIN_AGE, beijingDate(op.now), 'startOn');
    await op.tx.update(engagement).set({ endOn: startOn }).where(eq(engagement.id, internId));
    const { personId, institutionId, role } = entry;
    const createdBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    const post = { personId, institutionId, role, startOn, isFullTime, isIntern: false, contractUntilOn, createdBy };
    const id = await openEngagement(op, post);
    await op.record({ subject: { type: 'engagement', id }, data: { personId, internId, startOn } });
    await settlePosts(op, [personId]);
    return id;
  });
