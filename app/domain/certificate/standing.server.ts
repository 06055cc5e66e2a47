import { and, asc, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate } from '#db/schema';
import { groupBy } from '../shared/group-by';
import { beijingDate } from '../shared/period';
import type { Held } from './find-held.server';

/** One standing entry of a number per person: whether another one waits or is verified. */
export async function standsAlready(tx: Tx, held: Held): Promise<boolean> {
  const [other] = await tx
    .select({ id: certificate.id })
    .from(certificate)
    .where(
      and(
        eq(certificate.personId, held.personId),
        eq(certificate.family, held.family),
        eq(certificate.number, held.number),
        inArray(certificate.status, ['submitted', 'verified']),
        ne(certificate.id, held.id),
      ),
    )
    .limit(1);
  return other !== undefined;
}

/** What these people hold today, verified and not ended, the oldest first: for ledgers that name 现持证书. */
export async function listStanding(tx: Tx, people: readonly { personId: string }[], now: Date) {
  const rows = await tx
    .select({ personId: certificate.personId, name: certificate.name, level: certificate.level, number: certificate.number })
    .from(certificate)
    .where(
      and(
        inArray(
          certificate.personId,
          people.map(({ personId }) => personId),
        ),
        eq(certificate.status, 'verified'),
        or(isNull(certificate.validUntil), gte(certificate.validUntil, beijingDate(now))),
      ),
    )
    .orderBy(asc(certificate.issuedOn), asc(certificate.id));
  return groupBy(rows, ({ personId }) => personId);
}
