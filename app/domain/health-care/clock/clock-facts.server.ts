import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { groupBy } from '../../shared/group-by';
import type { CapacityPeriod, Days, FilingPeriod, HealthCareFacts, HealthPost, TrainingCertificate } from './facts';
import type { HealthCareRuleVersion } from './segments';

export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

type Of<Row> = Row & { id: string } & Record<string, unknown>;

/** What the clock needs to know of these institutions, by whole sets; one without dated facts is left out. */
export async function loadClockFacts(tx: Tx, institutionIds: readonly string[]): Promise<HealthCareFacts[]> {
  const ids = uuids(institutionIds);
  const periods = await tx.execute<Of<FilingPeriod>>(sql`
    select institution_id as id, from_on::text as "fromOn", until_on::text as "untilOn", filing_status as "filingStatus", district_code as "districtCode"
    from institution_period where institution_id = any(${ids}) order by institution_id, from_on`);
  const capacities = await tx.execute<Of<CapacityPeriod>>(sql`
    select institution_id as id, from_on::text as "fromOn", until_on::text as "untilOn", capacity
    from institution_capacity where institution_id = any(${ids}) order by institution_id, from_on`);
  const posts = await tx.execute<Of<Omit<HealthPost, 'off'>> & { engagementId: string }>(sql`
    select institution_id as id, id as "engagementId", person_id as "personId", start_on::text as "fromOn", end_on::text as "untilOn",
      is_full_time as "isFullTime"
    from engagement where institution_id = any(${ids}) and role = 'health_staff' and not is_intern and end_on is distinct from start_on`);
  const off = await tx.execute<Of<Days>>(sql`
    select engagement_id as id, from_on::text as "fromOn", until_on::text as "untilOn"
    from off_post where engagement_id = any(${uuids(posts.map(({ engagementId }) => engagementId))})`);
  const certificates = await tx.execute<TrainingCertificate & Record<string, unknown>>(sql`
    select person_id as "personId", issued_on::text as "issuedOn", valid_until::text as "validUntil", revoked_on::text as "revokedOn"
    from certificate where family = 'health_care_training' and status in ('verified', 'revoked')
      and person_id = any(${uuids([...new Set(posts.map(({ personId }) => personId))])})`);
  const [postsOf, placesOf, offOf] = [groupBy([...posts], byId), groupBy([...capacities], byId), groupBy([...off], byId)];
  const heldBy = groupBy([...certificates], ({ personId }) => personId);
  return [...groupBy([...periods], byId)].map(([institutionId, own]) => {
    const here = (postsOf.get(institutionId) ?? []).map((post) => ({ ...post, off: offOf.get(post.engagementId) ?? [] }));
    const held = [...new Set(here.map(({ personId }) => personId))].flatMap((personId) => heldBy.get(personId) ?? []);
    return { institutionId, periods: own, capacities: placesOf.get(institutionId) ?? [], posts: here, certificates: held };
  });
}

const byId = ({ id }: { id: string }): string => id;

/** Versions of the rule that were published, the earliest first. */
export async function loadRuleVersions(tx: Tx): Promise<HealthCareRuleVersion[]> {
  const rows = await tx.execute<HealthCareRuleVersion & Record<string, unknown>>(sql`
    select id, in_force_from_on::text as "inForceFromOn", new_since_on::text as "newSinceOn", minimum_staff as "minimumStaff",
      children_per_full_time as "childrenPerFullTime", grace_days as "graceDays", replacement_days as "replacementDays",
      certificate_months as "certificateMonths"
    from health_care_rule where status = 'published' order by in_force_from_on`);
  return [...rows];
}
