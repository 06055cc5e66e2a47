import { eq, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { countingRule } from '#db/schema';
import { groupBy } from '../shared/group-by';
import type { RuleCode, RuleVersion } from './counting-rule';
import type { HeldCertificate, Holder } from './does-it-count';

const COLUMNS = {
  id: countingRule.id,
  code: countingRule.code,
  version: countingRule.version,
  inForceFromOn: countingRule.inForceFromOn,
  clauses: countingRule.clauses,
  requireValidHealthCert: countingRule.requireValidHealthCert,
  titleZh: countingRule.titleZh,
  titleEn: countingRule.titleEn,
  isOfficial: countingRule.isOfficial,
  documentNo: countingRule.documentNo,
};

export interface PublishedRule extends RuleVersion {
  titleZh: string;
  titleEn: string;
  isOfficial: boolean;
  documentNo: string;
}

/** The published versions of each rule, the earliest first: what `doesItCount` is asked with. */
export async function listRuleVersions(tx: Tx = db): Promise<Record<RuleCode, PublishedRule[]>> {
  const rows = await tx.select(COLUMNS).from(countingRule).where(eq(countingRule.status, 'published')).orderBy(countingRule.inForceFromOn);
  const byCode = groupBy(rows, ({ code }) => code);
  return { strict: byCode.get('strict') ?? [], standard: byCode.get('standard') ?? [], broad: byCode.get('broad') ?? [] };
}

export type Holdings = Pick<Holder, 'certificates' | 'healthCertValidUntil'>;

interface HeldRow extends HeldCertificate, Record<string, unknown> {
  personId: string;
}

/** What these people hold, in the form that `doesItCount` reads; whoever holds nothing is there too. */
export async function listHoldings(tx: Tx, personIds: readonly string[]): Promise<Map<string, Holdings>> {
  const ids = sql`${`{${personIds.join(',')}}`}::uuid[]`;
  const held = await tx.execute<HeldRow>(sql`
    select c.person_id as "personId", c.id, c.family, c.occupation, c.level, coalesce(k.childcare_related, false) as "childcareRelated",
      c.issued_on::text as "issuedOn", c.valid_until::text as "validUntil", c.status, c.revoked_on::text as "revokedOn",
      exists (select 1 from certificate_file f where f.certificate_id = c.id and f.purpose = 'copy') as "hasCopy"
    from certificate c left join x_certificate_kind k on k.id = c.x_kind_id
    where c.person_id = any(${ids})`);
  const health = await tx.execute<{ id: string; until: string | null }>(
    sql`select id, health_cert_valid_until::text as until from person where id = any(${ids})`,
  );
  const byPerson = groupBy([...held], ({ personId }) => personId);
  return new Map(health.map(({ id, until }) => [id, { certificates: byPerson.get(id) ?? [], healthCertValidUntil: until }]));
}
