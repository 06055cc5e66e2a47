import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { listHoldings, listRuleVersions } from '../certificate/holdings.server';
import { groupBy } from '../shared/group-by';
import { settingOf } from '../shared/settings.server';
import type { Days, InstitutionFacts, PersonFacts, PostFacts, RateBasis } from './posts';

export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

interface PostRow extends Omit<PostFacts, 'off'>, Record<string, unknown> {
  personId: string;
}

/** What the rate needs to know of these people, by whole sets; who has no caregiver's post is left out. */
export async function loadPersonFacts(tx: Tx, personIds: readonly string[]): Promise<{ people: PersonFacts[]; basis: RateBasis }> {
  const posts = await tx.execute<PostRow>(sql`
    select person_id as "personId", id as "engagementId", institution_id as "institutionId", is_main_post as "isMainPost",
      start_on::text as "startOn", end_on::text as "endOn"
    from engagement where person_id = any(${uuids(personIds)}) and role = 'caregiver' and not is_intern and end_on is distinct from start_on`);
  const off = await tx.execute<Days & { id: string } & Record<string, unknown>>(sql`
    select engagement_id as id, from_on::text as "fromOn", until_on::text as "untilOn"
    from off_post where engagement_id = any(${uuids(posts.map(({ engagementId }) => engagementId))})`);
  const offOf = groupBy([...off], ({ id }) => id);
  const byPerson = groupBy([...posts], ({ personId }) => personId);
  const holdings = await listHoldings(tx, [...byPerson.keys()]);
  const people = [...byPerson].map(([personId, own]) => ({
    personId,
    ...(holdings.get(personId) ?? { certificates: [], healthCertValidUntil: null }),
    posts: own.map((post) => ({ ...post, off: offOf.get(post.engagementId) ?? [] })),
  }));
  return { people, basis: await loadBasis(tx, [...new Set(posts.map(({ institutionId }) => institutionId))]) };
}

async function loadBasis(tx: Tx, institutionIds: readonly string[]): Promise<RateBasis> {
  const periods = await tx.execute<InstitutionFacts & { id: string } & Record<string, unknown>>(sql`
    select institution_id as id, from_on::text as "fromOn", until_on::text as "untilOn", filing_status as "filingStatus",
      operator_type as "operatorType", district_code as "districtCode"
    from institution_period where institution_id = any(${uuids(institutionIds)}) order by institution_id, from_on`);
  return {
    rules: await listRuleVersions(tx),
    institutions: groupBy([...periods], ({ id }) => id),
    licensedCount: (await settingOf(tx, 'rate_counts_licensed')) === 1,
  };
}
