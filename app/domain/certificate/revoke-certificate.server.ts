import { and, eq } from 'drizzle-orm';
import { certificate } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockHeld } from './find-held.server';

export interface RevocationInput {
  certificateId: string;
  /** First day on which it counts no more; null = it never was genuine: the day of issue. */
  revokedOn: string | null;
  reason: string;
}

/** 撤销: a verified certificate counts no more from a day, or never did. Figures of earlier days that were frozen stay as they were. */
export const revokeCertificate = (ctx: Context, { certificateId, revokedOn, reason }: RevocationInput): Promise<void> =>
  operation(ctx, 'certificate.revoked', async (op) => {
    const held = await lockHeld(op, certificateId, 'held_certificate.verify');
    if (held.status === 'revoked') return op.unchanged(undefined);
    if (held.status !== 'verified') throw new Refusal('wrong_state');
    const from = revokedOn ?? held.issuedOn;
    if (from < held.issuedOn) throw new Refusal('revoked_before_issue', { field: 'revokedOn' });
    if (from > beijingDate(op.now)) throw new Refusal('revoked_in_future', { field: 'revokedOn' });
    if (reason.trim() === '') throw new Refusal('reason_required', { field: 'reason' });
    const why = reason.trim();
    await op.tx
      .update(certificate)
      .set({ status: 'revoked', revokedOn: from, revokedAt: op.now, decisionReason: why })
      .where(and(eq(certificate.id, held.id), eq(certificate.status, 'verified')));
    await op.record({ subject: { type: 'certificate', id: held.id }, data: { personId: held.personId, revokedOn: from, reason: why } });
  });
