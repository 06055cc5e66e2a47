import { and, eq, isNotNull } from 'drizzle-orm';
import { certificate, certificateIssuer, certificateLookup } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { NotFound, Refusal } from '../shared/refusals';
import type { CertificateFamily, VerifyChannel } from './certificate';

export interface IssuerInput {
  family: CertificateFamily;
  name: string;
  queryUrl: string | null;
  source: string;
}

const author = (op: Pick<Operation<'certificate_issuer.listed'>, 'actor'>) => (op.actor.kind === 'user' ? op.actor.accountId : null);

/** Entries that wait are screened again: the list that they were held against has changed. */
const screenAgain = ({ tx }: Pick<Operation<'certificate_issuer.listed'>, 'tx'>, family: CertificateFamily) =>
  tx
    .update(certificate)
    .set({ warnings: null })
    .where(
      and(
        eq(certificate.status, 'submitted'),
        isNotNull(certificate.warnings),
        family === 'commercial_training' ? undefined : eq(certificate.family, family),
      ),
    );

/** Puts an issuer on the list. */
export const listIssuer = (ctx: Context, input: IssuerInput): Promise<{ issuerId: string }> =>
  operation(ctx, 'certificate_issuer.listed', async (op) => {
    op.require('certificate_issuer.edit');
    const issuerId = newId();
    const [added] = await op.tx
      .insert(certificateIssuer)
      .values({ id: issuerId, ...input, isActive: true, createdAt: op.now, createdBy: author(op) })
      .onConflictDoNothing()
      .returning({ id: certificateIssuer.id });
    if (!added) throw new Refusal('issuer_known', { field: 'name' });
    await screenAgain(op, input.family);
    await op.record({ subject: { type: 'certificate_issuer', id: issuerId }, data: { family: input.family, name: input.name } });
    return { issuerId };
  });

/** Changes an issuer's address or source, or takes it off the list; its name is what certificates were compared with and stays. */
export const changeIssuer = (
  ctx: Context,
  issuerId: string,
  after: { queryUrl: string | null; source: string; isActive: boolean },
): Promise<void> =>
  operation(ctx, 'certificate_issuer.changed', async (op) => {
    op.require('certificate_issuer.edit');
    if (!isId(issuerId)) throw new NotFound();
    const [found] = await op.tx.select().from(certificateIssuer).where(eq(certificateIssuer.id, issuerId)).for('update');
    if (!found) throw new NotFound();
    const before = { queryUrl: found.queryUrl, source: found.source, isActive: found.isActive };
    if (before.queryUrl === after.queryUrl && before.source === after.source && before.isActive === after.isActive)
      return op.unchanged(undefined);
    await op.tx.update(certificateIssuer).set(after).where(eq(certificateIssuer.id, issuerId));
    if (before.isActive !== after.isActive) await screenAgain(op, found.family);
    await op.record({ subject: { type: 'certificate_issuer', id: issuerId }, data: { before, after } });
  });

/** Sets the official address of a family. */
export const changeLookup = (
  ctx: Context,
  { family, ...after }: { family: CertificateFamily; url: string; channel: VerifyChannel; source: string },
): Promise<void> =>
  operation(ctx, 'certificate_lookup.changed', async (op) => {
    op.require('certificate_issuer.edit');
    const [found] = await op.tx.select().from(certificateLookup).where(eq(certificateLookup.family, family)).for('update');
    const before = found ? { url: found.url, channel: found.channel, source: found.source } : {};
    if (found && found.url === after.url && found.channel === after.channel && found.source === after.source)
      return op.unchanged(undefined);
    const set = { ...after, changedAt: op.now, changedBy: author(op) };
    await op.tx
      .insert(certificateLookup)
      .values({ family, ...set })
      .onConflictDoUpdate({ target: certificateLookup.family, set });
    await op.record({ subject: { type: 'certificate_lookup', id: family }, data: { before, after } });
  });
