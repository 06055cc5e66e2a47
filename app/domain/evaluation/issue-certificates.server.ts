import { and, asc, eq, sql } from 'drizzle-orm';
import { candidate } from '#db/schema';
import { enterIssued } from '../certificate/enter-issued.server';
import { findPosts } from '../certificate/import-facts.server';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { accountOf, type SittingRow } from './find-sitting.server';
import { lockKind, takeNumbers } from './take-numbers.server';

/**
 * Certificates of everybody who passed, entered in the registry as verified by their issuer: submitted by the account that
 * published the results, verified by the one that approves. Called under the lock of the sitting. @returns the numbers
 */
export async function issueCertificates(op: Operation<'sitting.approved'>, held: SittingRow): Promise<string[]> {
  const { tx, now } = op;
  const passed = await tx
    .select()
    .from(candidate)
    .where(and(eq(candidate.sittingId, held.id), eq(candidate.status, 'passed')))
    .orderBy(asc(candidate.number));
  if (passed.length === 0) return [];
  const kind = await lockKind(tx, held.xKindId);
  const today = beijingDate(now);
  const numbers = await takeNumbers(tx, kind, held, passed.length, today.slice(0, 4));
  const persons = passed.map(({ personId }) => personId);
  const posts = await findPosts(tx, persons, today);
  const rows = passed.map((row, at) => ({
    id: newId(),
    personId: row.personId,
    family: 'x_certificate' as const,
    xKindId: kind.id,
    level: held.level,
    name: kind.name,
    number: numbers[at] ?? '',
    issuer: kind.issuer,
    issuedOn: today,
    districtCode: posts.get(row.personId)?.mainDistrict ?? null,
    creditBankNo: row.creditBankNo,
    isDemo: held.isDemo,
  }));
  await enterIssued(tx, rows, {
    now,
    by: accountOf(op.actor),
    submitted: { by: held.resultsPublishedBy, at: held.resultsPublishedAt ?? now },
    organisationId: held.organisationId,
    source: 'issuer',
    note: held.code,
  });
  const given = JSON.stringify(passed.map((row, at) => ({ candidate: row.id, certificate: rows[at]?.id })));
  await tx.execute(sql`
    update candidate c set certificate_id = v.certificate
    from jsonb_to_recordset(${given}::jsonb) as v (candidate uuid, certificate uuid) where c.id = v.candidate and c.certificate_id is null`);
  return numbers;
}
