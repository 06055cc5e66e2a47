import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { checkPhone } from '../shared/phone';
import { Conflict } from '../shared/refusals';
import { authorIn, lockOrganisation, requireMove } from './find-organisation.server';
import { grantRole, type Issued } from './issue-account.server';
import { requireTeachable } from './require-teachable.server';

type Categories = (typeof organisation.$inferSelect)['categories'];

/**
 * Admits a provider for some of the categories that it asked for. The contact person gets the first account.
 * @returns that account with its one-time password, to be shown this once; null when the call was a repetition
 */
export const approveOrganisation = (ctx: Context, organisationId: string, categories: Categories): Promise<Issued | null> =>
  operation(ctx, 'organisation.approved', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    if (found.status === 'approved') return op.unchanged(null);
    if (found.status === 'suspended') throw new Conflict('wrong_state');
    requireMove(found.status, 'approved');
    requireTeachable(found.kind, categories);
    await op.tx
      .update(organisation)
      .set({ status: 'approved', categories, decidedAt: op.now, decidedBy: authorIn(op.actor), decisionReason: null })
      .where(eq(organisation.id, organisationId));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { categories } });
    const phone = checkPhone(found.contactPhone ?? '');
    if (!phone.ok) return null;
    return grantRole(op, found, { name: found.contactName ?? found.name, role: 'provider_staff', phone: phone.value, username: null });
  });
