import { eq } from 'drizzle-orm';
import { lecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { lockLecturer, moveFrom } from './find-lecturer.server';
import { mayAskRenewal, standingOf } from './lecturer';

/** The provider asks for a further term, shortly before the end or after it; asking again changes nothing. */
export const askRenewal = (ctx: Context, lecturerId: string): Promise<void> =>
  operation(ctx, 'lecturer.renewal_asked', async (op) => {
    const row = await lockLecturer(op, lecturerId, () => 'lecturer.propose', 'lecturer.propose');
    moveFrom(row.status, 'renew');
    if (row.renewalAskedAt !== null) return op.unchanged(undefined);
    const days = await settingOf(op.tx, 'lecturer_lapsing_days');
    if (!mayAskRenewal(standingOf(row, beijingDate(op.now), days), false)) {
      throw new Refusal('lecturer_renewal_early', { params: { days } });
    }
    const author = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx
      .update(lecturer)
      .set({ renewalAskedAt: op.now, submittedAt: op.now, submittedBy: author, decisionReason: null })
      .where(eq(lecturer.id, lecturerId));
    await op.record({ subject: { type: 'lecturer', id: lecturerId }, data: { untilOn: row.approvedUntilOn ?? '' } });
  });
