import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { RULE_CODES, type RuleClause, type RuleCode } from '../certificate/counting-rule';
import { doesItCount, type NotCountingReason, type Verdict } from '../certificate/does-it-count';
import { listHoldings, listRuleVersions } from '../certificate/holdings.server';
import type { UserActor } from '../shared/actor';
import { NotFound } from '../shared/refusals';

export interface MyStanding {
  /** Figures that she is in: her institutions and districts; the city is one more. */
  posts: { institutionId: string; institutionName: string; districtCode: string; isFiled: boolean; startOn: string }[];
  rules: {
    code: RuleCode;
    version: number | null;
    verdict: Verdict;
    reason: NotCountingReason | null;
    clause: RuleClause | null;
    certificate: { name: string; number: string } | null;
  }[];
}

/**
 * How a worker is counted today: in whose D she is, and under which rule in N, with the clause or the reason why not.
 * Null for somebody who is in no figure.
 */
export async function getMyStanding(actor: UserActor, today: string): Promise<MyStanding | null> {
  const { personId } = actor;
  if (personId === null) throw new NotFound();
  const posts = await db.execute<MyStanding['posts'][number] & Record<string, unknown>>(sql`
    select s.institution_id as "institutionId", o.name as "institutionName", s.district_code as "districtCode", s.is_filed as "isFiled", e.start_on::text as "startOn"
    from rate_segment s join organisation o on o.id = s.institution_id join engagement e on e.id = s.engagement_id
    where s.person_id = ${personId} and s.until_version is null and s.from_on <= ${today}::date and (s.until_on is null or s.until_on > ${today}::date)
    order by s.leads_extended desc, s.engagement_id`);
  if (posts.length === 0) return null;
  const versions = await listRuleVersions();
  const holdings = (await listHoldings(db, [personId])).get(personId) ?? { certificates: [], healthCertValidUntil: null };
  const names = await db.execute<{ id: string; name: string; number: string }>(
    sql`select id, name, number from certificate where person_id = ${personId}`,
  );
  const rules = RULE_CODES.map((code) => {
    const { verdict, reason, clause, certificateId, rule } = doesItCount(versions[code], { role: 'caregiver', ...holdings }, today);
    const named = names.find(({ id }) => id === certificateId);
    return {
      code,
      version: rule?.version ?? null,
      verdict,
      reason,
      clause,
      certificate: named ? { name: named.name, number: named.number } : null,
    };
  });
  return { posts: [...posts], rules };
}
