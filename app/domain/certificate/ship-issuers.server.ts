import { certificateIssuer, certificateLookup } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { SEED_ISSUERS, SEED_LOOKUPS } from './issuer-seed';

/** Gives a new database the shipped list and addresses; what stands there already is left alone, changed or not. */
export const shipIssuers = (ctx: Context): Promise<number> =>
  operation(ctx, 'certificate_issuer.listed', async (op) => {
    const lookups = await op.tx
      .insert(certificateLookup)
      .values(SEED_LOOKUPS.map((lookup) => ({ ...lookup, changedAt: op.now })))
      .onConflictDoNothing()
      .returning({ family: certificateLookup.family });
    const issuers = await op.tx
      .insert(certificateIssuer)
      .values(SEED_ISSUERS.map((issuer) => ({ id: newId(), ...issuer, isActive: true, createdAt: op.now })))
      .onConflictDoNothing()
      .returning({ id: certificateIssuer.id, family: certificateIssuer.family, name: certificateIssuer.name });
    for (const { id, family, name } of issuers) await op.record({ subject: { type: 'certificate_issuer', id }, data: { family, name } });
    return issuers.length === 0 ? op.unchanged(lookups.length) : issuers.length + lookups.length;
  });
