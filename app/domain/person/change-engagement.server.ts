import { eq } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockEngagement, requireNoOther } from './find-engagement.server';
import type { EngagementEntry } from './inputs';
import { INTERN_MIN_AGE, STAFF_MIN_AGE } from './person';
import { requireBirth } from './require-age';
import { settlePosts } from './settle-posts.server';

const FIELDS = ['role', 'startOn', 'endOn', 'isFullTime', 'isIntern', 'contractUntilOn', 'remark'] as const;

/** Corrects an entry of the staff list; an end date may be taken back. An entry that never was true ends on the day it began. */
export const changeEngagement = (ctx: Context, engagementId: string, input: EngagementEntry): Promise<void> =>
  operation(ctx, 'engagement.changed', async (op) => {
    const { engagement: entry, person } = await lockEngagement(op, engagementId);
    if (input.endOn !== null && input.endOn < input.startOn) throw new Refusal('engagement_period', { field: 'endOn' });
    if (input.isIntern !== entry.isIntern)
      requireBirth(person.bornOn, input.isIntern ? INTERN_MIN_AGE : STAFF_MIN_AGE, beijingDate(op.now), 'isIntern');
    const changed = FIELDS.filter((field) => entry[field] !== input[field]);
    if (changed.length === 0) return op.unchanged(undefined);
    if (input.endOn === null) await requireNoOther(op.tx, entry, input.role);
    const { role, startOn, endOn, isFullTime, isIntern, contractUntilOn, remark } = input;
    // Taken up again, it waits for its turn: another post may stand for her now.
    const reopened = entry.endOn !== null && endOn === null ? { isMainPost: false } : {};
    await op.tx
      .update(engagement)
      .set({ role, startOn, endOn, isFullTime, isIntern, contractUntilOn, remark, ...reopened })
      .where(eq(engagement.id, engagementId));
    const part = (from: Record<(typeof FIELDS)[number], unknown>) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    await op.record({
      subject: { type: 'engagement', id: engagementId },
      data: { personId: entry.personId, before: part(entry), after: part(input) },
    });
    await settlePosts(op, [entry.personId]);
  });
