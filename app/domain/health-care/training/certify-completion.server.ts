import { and, eq, sql } from 'drizzle-orm';
import { certificate, completionEntry } from '#db/schema';
import { type Context, type Operation, operation } from '../../shared/operation.server';
import { beijingDate } from '../../shared/period';
import { enterPass } from './enter-pass.server';
import { type FoundTraining, findTraining } from './find-training.server';

type Certified = 'certified' | 'revoked' | 'unchanged';
type Certifying = Operation<'health_care.certified'>;

/**
 * Enters the pass of a health-care training into the registry, verified by the centre that gave it, and takes it back where
 * the completion counts no more. However often and wherever it is called, one entry stands for a completion.
 */
export const certifyCompletion = (ctx: Context, completionId: string): Promise<Certified> =>
  operation(ctx, 'health_care.certified', async (op) => {
    const found = await findTraining(op.tx, completionId);
    if (!found) return op.unchanged('unchanged');
    const counts = found.completion.status === 'valid';
    if (!counts && found.given?.status === 'verified') {
      await takeBack(op, found, found.given);
      return 'revoked';
    }
    if (!counts || found.given || !found.kind) return op.unchanged('unchanged');
    const id = await enterPass(op, found);
    const { personId } = found.completion;
    await op.record({
      subject: { type: 'certificate', id },
      data: { personId, completionId, kind: found.kind, validUntil: found.validUntil },
    });
    return 'certified';
  });

/** From today where the completion was revoked, from its day of issue where it was entered by mistake. */
async function takeBack(op: Certifying, { completion }: FoundTraining, given: NonNullable<FoundTraining['given']>): Promise<void> {
  const revokedOn = completion.status === 'voided' ? given.issuedOn : beijingDate(op.now);
  const [ended] = await op.tx
    .select({ reason: completionEntry.reason })
    .from(completionEntry)
    .where(and(eq(completionEntry.completionId, completion.id), sql`${completionEntry.delta} < 0`));
  const reason = ended?.reason ?? '';
  await op.tx
    .update(certificate)
    .set({ status: 'revoked', revokedOn, revokedAt: op.now, decisionReason: reason })
    .where(and(eq(certificate.id, given.id), eq(certificate.status, 'verified')));
  const data = { personId: completion.personId, revokedOn, reason };
  await op.recordAs('certificate.revoked', { subject: { type: 'certificate', id: given.id }, data });
}
