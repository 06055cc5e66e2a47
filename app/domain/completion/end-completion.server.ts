import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { completion, completionCertificate, completionEntry } from '#db/schema';

interface Ending {
  id: string;
  reason: string;
  by: string | null;
  now: Date;
}

/** A later entry of -1 beside the +1, and the certificate marked: nothing that was written before is changed. */
export async function endCompletion(tx: Tx, status: 'revoked' | 'voided', { id, reason, by, now }: Ending): Promise<void> {
  await tx.update(completion).set({ status }).where(eq(completion.id, id));
  await tx.insert(completionEntry).values({ completionId: id, kind: status, delta: -1, reason, at: now, by });
  await tx.update(completionCertificate).set({ revokedAt: now, revokedReason: reason }).where(eq(completionCertificate.completionId, id));
}
