import { and, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { certificate, person } from '#db/schema';
import { normaliseName } from '../shared/name';
import { beijingDate } from '../shared/period';
import type { CertificateFamily } from './certificate';
import { normaliseNumber } from './certificate-number';

/**
 * `verified`: it stands in the registry and was checked at its source. `not_standing`: it was revoked or has ended.
 * `unknown`: everything else. Without both number and name nothing is said, and an entry that nobody has checked is unknown.
 */
export type CertificateAnswer =
  | { outcome: 'unknown' }
  | { outcome: 'verified' | 'not_standing'; verifiedOn: string | null; issuedOn: string; validUntil: string | null };

/** Whether a certificate of that number, held by somebody of that name, stands in the registry on a day. */
export async function checkCertificate(
  asked: { family: CertificateFamily; number: string; name: string },
  now: Date,
): Promise<CertificateAnswer> {
  const rows = await db
    .select({
      status: certificate.status,
      name: person.name,
      verifiedAt: certificate.verifiedAt,
      issuedOn: certificate.issuedOn,
      validUntil: certificate.validUntil,
    })
    .from(certificate)
    .innerJoin(person, eq(person.id, certificate.personId))
    .where(
      and(
        eq(certificate.family, asked.family),
        eq(certificate.number, normaliseNumber(asked.number)),
        inArray(certificate.status, ['verified', 'revoked']),
      ),
    );
  const hers = rows.filter((row) => normaliseName(row.name) === normaliseName(asked.name));
  const found = hers.find((row) => row.status === 'verified') ?? hers[0];
  if (!found) return { outcome: 'unknown' };
  const { issuedOn, validUntil, verifiedAt } = found;
  const stands = found.status === 'verified' && (validUntil === null || validUntil >= beijingDate(now));
  return { outcome: stands ? 'verified' : 'not_standing', verifiedOn: verifiedAt && beijingDate(verifiedAt), issuedOn, validUntil };
}
