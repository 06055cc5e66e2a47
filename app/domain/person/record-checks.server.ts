import { eq } from 'drizzle-orm';
import { person } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate, includes } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { lockEngagement } from './find-engagement.server';
import type { ChecksEntry } from './inputs';

const FIELDS = ['healthCertValidUntil', 'backgroundCheckedOn'] as const;

/** The institution enters until when her health certificate is valid and when records were last asked for: days, never findings. */
export const recordChecks = (ctx: Context, engagementId: string, input: ChecksEntry): Promise<void> =>
  operation(ctx, 'person.checks_recorded', async (op) => {
    const { person: known, engagement: entry } = await lockEngagement(op, engagementId);
    const today = beijingDate(op.now);
    if (!includes(entry, today)) throw new Conflict('post_over');
    if (input.backgroundCheckedOn !== null && input.backgroundCheckedOn > today)
      throw new Refusal('check_in_future', { field: 'backgroundCheckedOn' });
    const fields = FIELDS.filter((field) => known[field] !== input[field]);
    if (fields.length === 0) return op.unchanged(undefined);
    await op.tx.update(person).set(input).where(eq(person.id, known.id));
    await op.record({ subject: { type: 'person', id: known.id }, data: { fields } });
  });
