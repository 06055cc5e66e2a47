import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { certificate, certificateCheck, certificateFile } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { dropUnused } from './copies.server';
import { lockHeld } from './find-held.server';

/** A draft that was never decided on goes with its copies; nothing of it is kept but the event. */
export async function discardDraft(ctx: Context, certificateId: string): Promise<void> {
  const freed = await operation(ctx, 'certificate.discarded', async (op) => {
    const held = await lockHeld(op, certificateId, 'held_certificate.submit');
    if (held.status !== 'draft') throw new Refusal('wrong_state');
    const [checked] = await op.tx
      .select({ id: certificateCheck.id })
      .from(certificateCheck)
      .where(eq(certificateCheck.certificateId, held.id))
      .limit(1);
    if (checked) throw new Refusal('certificate_checked_before');
    const files = await op.tx
      .delete(certificateFile)
      .where(eq(certificateFile.certificateId, held.id))
      .returning({ storedAs: certificateFile.storedAs });
    await op.tx.delete(certificate).where(eq(certificate.id, held.id));
    await op.record({ subject: { type: 'certificate', id: held.id }, data: { personId: held.personId } });
    return files.map(({ storedAs }) => storedAs);
  });
  await dropUnused(ctx.tx ?? db, freed);
}
