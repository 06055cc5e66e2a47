import { eq } from 'drizzle-orm';
import { enrolment } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { endCompletion } from './end-completion.server';
import { findCompletionToEnd } from './find-completion.server';

/** 作废: it was entered by mistake (another person, a class that was not held). The enrolment goes with it. */
export function voidCompletion(ctx: Context, input: { completionId: string; reason: string }): Promise<void> {
  return operation(ctx, 'completion.voided', async (op) => {
    const found = await findCompletionToEnd(op, input, 'voided');
    if (!found) return op.unchanged(undefined);
    await endCompletion(op.tx, 'voided', { ...found, now: op.now });
    const { classId, personId, reason } = found;
    await op.tx
      .update(enrolment)
      .set({ status: 'voided', reason, decidedAt: op.now, decidedBy: found.by, updatedAt: op.now })
      .where(eq(enrolment.id, found.enrolmentId));
    await op.record({ subject: { type: 'completion', id: found.id }, data: { classId, personId, reason } });
  });
}
