import { and, asc, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { certificateIssuer, certificateLookup } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import type { CertificateFamily } from './certificate';

export interface IssuerFilter {
  family?: CertificateFamily;
  q: string;
  state: 'active' | 'inactive' | 'all';
}

/** The list of issuers, by family and name. @throws Forbidden for other roles */
export async function listIssuers(actor: UserActor, { family, q, state }: IssuerFilter, page: { limit: number; offset: number }) {
  if (!hasLine(actor, 'certificate_issuer.read')) throw new Forbidden();
  const where = and(
    family ? eq(certificateIssuer.family, family) : undefined,
    q ? sql`${certificateIssuer.name} ilike ${`%${q.replaceAll(/[%_\\]/g, '\\$&')}%`}` : undefined,
    state === 'all' ? undefined : eq(certificateIssuer.isActive, state === 'active'),
  );
  const { createdBy: _by, ...columns } = ISSUER;
  const rows = await db
    .select(columns)
    .from(certificateIssuer)
    .where(where)
    .orderBy(asc(certificateIssuer.family), asc(certificateIssuer.name), asc(certificateIssuer.id))
    .limit(page.limit)
    .offset(page.offset);
  return { rows, total: await db.$count(certificateIssuer, where) };
}

const ISSUER = {
  id: certificateIssuer.id,
  family: certificateIssuer.family,
  name: certificateIssuer.name,
  numberPrefix: certificateIssuer.numberPrefix,
  queryUrl: certificateIssuer.queryUrl,
  source: certificateIssuer.source,
  isActive: certificateIssuer.isActive,
  createdBy: certificateIssuer.createdBy,
};

/** Official addresses by family. */
export const listLookups = (tx: Tx = db) =>
  tx
    .select({
      family: certificateLookup.family,
      url: certificateLookup.url,
      channel: certificateLookup.channel,
      source: certificateLookup.source,
    })
    .from(certificateLookup)
    .orderBy(asc(certificateLookup.family));

/** Where the number of a certificate is looked up: at its issuer where that has an address of its own, else at the family's. */
export async function lookupFor(tx: Tx, { family, issuer }: { family: CertificateFamily; issuer: string }) {
  const [own] = await tx
    .select({ url: certificateIssuer.queryUrl })
    .from(certificateIssuer)
    .where(and(eq(certificateIssuer.family, family), eq(certificateIssuer.name, issuer), eq(certificateIssuer.isActive, true)));
  if (own?.url) return { url: own.url, channel: 'issuer' as const };
  const [general] = await tx.select().from(certificateLookup).where(eq(certificateLookup.family, family));
  return general ? { url: general.url, channel: general.channel } : null;
}
