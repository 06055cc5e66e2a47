import { type Context, operation } from '../shared/operation.server';
import { endCompletion } from './end-completion.server';
import { findCompletionToEnd } from './find-completion.server';

/** 撤销: the completion should not have been given. It counts no more and its certificate is shown as revoked. */
export function revokeCompletion(ctx: Context, input: { completionId: string; reason: string }): Promise<void> {
  return operation(ctx, 'completion.revoked', async (op) => {
    const found = await findCompletionToEnd(op, input, 'revoked');
    if (!found) return op.unchanged(undefined);
    await endCompletion(op.tx, 'revoked', { ...found, now: op.now });
    const { classId, personId, reason } = found;
    await op.record({ subject: { type: 'completion', id: found.id }, data: { classId, personId, reason } });
  });
}
