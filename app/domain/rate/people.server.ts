import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { CertificateFamily, CertificateLevel, Occupation } from '../certificate/certificate';
import type { RuleCode } from '../certificate/counting-rule';
import { doesItCount, type NotCountingReason, type Verdict } from '../certificate/does-it-count';
import { listHoldings, listRuleVersions, type PublishedRule } from '../certificate/holdings.server';
import { byColumn, type PeopleFilter, pendingColumn, peopleRows } from './people-rows.server';

export interface PersonOfRate {
  personId: string;
  engagementId: string;
  name: string;
  idNumberMasked: string;
  institutionId: string;
  institutionName: string;
  districtCode: string;
  operatorType: string;
  /** Since when she has had the post. */
  startOn: string;
  isMainPost: boolean;
  verdict: Verdict;
  /** Why not, or not yet; null when she counts, and for what was recorded then without a certificate. */
  reason: NotCountingReason | null;
  /** Line of the rule, in both languages. */
  clause: string | null;
  clauseEn: string | null;
  /** That counts, or would. */
  certificate: HeldSummary | null;
}

export interface HeldSummary {
  id: string;
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  name: string;
  number: string;
  issuedOn: string;
  validUntil: string | null;
}

/** Rows of a list, as they stand for people: `rate_segment.seq`, in the order of the list. */
export async function listPeopleRows(filter: PeopleFilter, page?: { limit: number; offset: number }, tx: Tx = db) {
  const rows = await tx.execute<{ seq: string; total: number }>(sql`
    select r.seq, (count(*) over ())::int as total from (${peopleRows(filter)}) r
    join district d on d.code = r.district_code join organisation o on o.id = r.institution_id join person p on p.id = r.person_id
    order by d.sort, o.name collate "zh-x-icu", o.id, p.name collate "zh-x-icu", r.seq
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`);
  return { seqs: rows.map(({ seq }) => seq), total: rows[0]?.total ?? 0 };
}

export const countPeople = async (filter: PeopleFilter, tx: Tx = db): Promise<number> => {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${peopleRows(filter)}) r`);
  return row?.n ?? 0;
};

type Row = Omit<PersonOfRate, 'verdict' | 'reason' | 'clause' | 'clauseEn' | 'certificate'> & {
  countsBy: string | null;
  pendingBy: string | null;
};

/** The same rows in full: her post, and what makes her count on the day or why she does not. */
export async function describePeople(
  seqs: readonly string[],
  { on, version, rule }: Pick<PeopleFilter, 'on' | 'version' | 'rule'>,
  tx: Tx = db,
): Promise<PersonOfRate[]> {
  if (seqs.length === 0) return [];
  const rows = await tx.execute<Row & Record<string, unknown>>(sql`
    select s.person_id as "personId", s.engagement_id as "engagementId", p.name, p.id_number_masked as "idNumberMasked", s.institution_id as "institutionId",
      o.name as "institutionName", s.district_code as "districtCode", s.operator_type as "operatorType", e.start_on::text as "startOn",
      e.is_main_post as "isMainPost", s.${byColumn(rule)} as "countsBy", s.${pendingColumn(rule)} as "pendingBy"
    from unnest(${`{${seqs.join(',')}}`}::bigint[]) with ordinality a (seq, place)
    join rate_segment s on s.seq = a.seq join person p on p.id = s.person_id
    join organisation o on o.id = s.institution_id join engagement e on e.id = s.engagement_id order by a.place`);
  const versions = (await listRuleVersions(tx))[rule];
  const certificates = await findCertificates(
    rows.flatMap(({ countsBy, pendingBy }) => countsBy ?? pendingBy ?? []),
    tx,
  );
  const holdings = await listHoldings(tx, [...new Set(rows.map(({ personId }) => personId))]);
  return rows.map(({ countsBy, pendingBy, ...row }) => {
    const holder = { role: 'caregiver' as const, ...(holdings.get(row.personId) ?? { certificates: [], healthCertValidUntil: null }) };
    const answer = doesItCount(versions, holder, on);
    const by = countsBy ?? pendingBy;
    const ofIt = answer.certificates.find(({ certificateId }) => certificateId === by);
    const clause = by === null ? (version === null ? answer.clause : null) : (ofIt?.clause ?? null);
    return {
      ...row,
      verdict: countsBy ? 'counts' : pendingBy ? 'needs_document' : 'does_not',
      reason: reasonOf({ countsBy, pendingBy, version }, version === null ? (ofIt?.reason ?? answer.reason) : null),
      clause: clause?.clause ?? null,
      clauseEn: clause?.clauseEn ?? clause?.clause ?? null,
      certificate: (by !== null && certificates.get(by)) || null,
    };
  });
}

/** Of what was recorded then only the certificate is known, not why there was none. */
const reasonOf = (
  { countsBy, pendingBy, version }: { countsBy: string | null; pendingBy: string | null; version: number | null },
  known: NotCountingReason | null,
): NotCountingReason | null => {
  if (countsBy !== null) return null;
  return version === null ? known : pendingBy === null ? null : 'not_verified';
};

async function findCertificates(ids: readonly string[], tx: Tx): Promise<Map<string, HeldSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<HeldSummary & Record<string, unknown>>(sql`
    select id, family, occupation, level, name, number, issued_on::text as "issuedOn", valid_until::text as "validUntil"
    from certificate where id = any(${`{${[...new Set(ids)].join(',')}}`}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The rule by which a day is counted. */
export async function ruleOn(rule: RuleCode, on: string, tx: Tx = db): Promise<PublishedRule | null> {
  const versions = (await listRuleVersions(tx))[rule];
  return versions.filter(({ inForceFromOn }) => inForceFromOn <= on).at(-1) ?? null;
}
