import { and, eq } from 'drizzle-orm';
import { certificate } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockHeld } from './find-held.server';

/** Takes an entry back that nobody has decided on: it is a draft again and may be mended. */
export const recallCertificate = (ctx: Context, certificateId: string): Promise<void> =>
  operation(ctx, 'certificate.recalled', async (op) => {
    const held = await lockHeld(op, certificateId, 'held_certificate.submit');
    if (held.status === 'draft') return op.unchanged(undefined);
    if (held.status !== 'submitted' || held.source === 'import') throw new Refusal('wrong_state');
    await op.tx
      .update(certificate)
      .set({ status: 'draft', submittedAt: null, districtCode: null, warnings: null })
      .where(and(eq(certificate.id, held.id), eq(certificate.status, 'submitted')));
    await op.record({ subject: { type: 'certificate', id: held.id }, data: { personId: held.personId } });
  });
