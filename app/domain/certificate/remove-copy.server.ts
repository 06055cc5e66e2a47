import { and, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { certificateFile } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { NotFound, Refusal } from '../shared/refusals';
import { dropUnused } from './copies.server';
import { lockHeld } from './find-held.server';

/** Takes a copy out of a draft, and out of the store where nothing else refers to it. */
export async function removeCopy(ctx: Context, certificateId: string, fileId: string): Promise<void> {
  const freed = await operation(ctx, 'certificate.file_removed', async (op) => {
    const held = await lockHeld(op, certificateId, 'held_certificate.submit');
    if (held.status !== 'draft') throw new Refusal('wrong_state');
    if (!isId(fileId)) throw new NotFound();
    const [gone] = await op.tx
      .delete(certificateFile)
      .where(and(eq(certificateFile.id, fileId), eq(certificateFile.certificateId, held.id), eq(certificateFile.purpose, 'copy')))
      .returning({ storedAs: certificateFile.storedAs });
    if (!gone) return op.unchanged(null);
    await op.record({ subject: { type: 'certificate', id: held.id }, data: { personId: held.personId, fileId } });
    return gone.storedAs;
  });
  if (freed !== null) await dropUnused(ctx.tx ?? db, [freed]);
}
