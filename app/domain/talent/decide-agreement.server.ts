import { and, eq } from 'drizzle-orm';
import { cooperationAgreement } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { lockAgreement } from './find-agreement.server';

/** Of what was proposed, as it was at that moment: `seen` is the moment of the proposal that the page showed. */
const isAnother = (proposedAt: Date, seen: string): boolean => proposedAt.toISOString() !== seen;

/** The institution confirms the agreement; its signed copy must be there. */
export const confirmAgreement = (ctx: Context, agreementId: string, seen: string): Promise<void> =>
  operation(ctx, 'agreement.confirmed', async (op) => {
    const { agreement } = await lockAgreement(op, agreementId, 'institution');
    if (agreement.status === 'confirmed') return op.unchanged(undefined);
    if (agreement.status !== 'proposed') throw new Refusal('wrong_state');
    if (isAnother(agreement.proposedAt, seen)) throw new Conflict('stale');
    if (agreement.fileStoredAs === null) throw new Refusal('agreement_without_file');
    await op.tx
      .update(cooperationAgreement)
      .set({ status: 'confirmed', decidedAt: op.now, decidedBy: authorIn(op.actor), reason: null })
      .where(and(eq(cooperationAgreement.id, agreementId), eq(cooperationAgreement.status, 'proposed')));
    await op.record({ subject: { type: 'agreement', id: agreementId }, data: {} });
  });

/** The institution says no, and why; the college may mend it and ask again. */
export const declineAgreement = (ctx: Context, agreementId: string, reason: string): Promise<void> =>
  operation(ctx, 'agreement.declined', async (op) => {
    const { agreement } = await lockAgreement(op, agreementId, 'institution');
    if (agreement.status === 'declined' && agreement.reason === reason) return op.unchanged(undefined);
    if (agreement.status !== 'proposed') throw new Refusal('wrong_state');
    await op.tx
      .update(cooperationAgreement)
      .set({ status: 'declined', decidedAt: op.now, decidedBy: authorIn(op.actor), reason })
      .where(and(eq(cooperationAgreement.id, agreementId), eq(cooperationAgreement.status, 'proposed')));
    await op.record({ subject: { type: 'agreement', id: agreementId }, data: { reason } });
  });

/** Either party ends a confirmed agreement before its last day: `endedOn` is the first day on which it binds no more. */
export const endAgreement = (ctx: Context, agreementId: string, { endedOn, reason }: { endedOn: string; reason: string }): Promise<void> =>
  operation(ctx, 'agreement.ended', async (op) => {
    const { agreement, party } = await lockAgreement(op, agreementId, 'college', 'institution');
    if (agreement.status === 'ended' && agreement.endedOn === endedOn && agreement.reason === reason) return op.unchanged(undefined);
    if (agreement.status !== 'confirmed') throw new Refusal('wrong_state');
    if (endedOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'endedOn' });
    if (endedOn < agreement.fromOn || endedOn > agreement.untilOn) throw new Refusal('agreement_end_outside', { field: 'endedOn' });
    await op.tx
      .update(cooperationAgreement)
      .set({ status: 'ended', endedOn, reason })
      .where(and(eq(cooperationAgreement.id, agreementId), eq(cooperationAgreement.status, 'confirmed')));
    await op.record({ subject: { type: 'agreement', id: agreementId }, data: { endedOn, reason, by: party } });
  });
