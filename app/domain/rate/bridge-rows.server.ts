import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { RuleCode } from '../certificate/counting-rule';
import { districtsOf, isAreaScope } from '../organisation/areas';
import { institutionsAt } from './cells-at.server';
import { byColumn, onePerPerson } from './people-rows.server';
import { uuids } from './person-facts.server';
import { operatorTypeOf, type RateChoice, type Reading } from './reading';

/** One end of a bridge. */
export interface End {
  seq: string;
  engagementId: string;
  institutionId: string;
  districtCode: string;
  certificateId: string | null;
}

export interface ChangedPerson {
  personId: string;
  before: End | null;
  after: End | null;
}

export interface BridgeScope extends RateChoice {
  scope: string;
  rule: RuleCode;
}

const endOf = (side: string): SQL =>
  sql.raw(`case when ${side}.person_id is not null then json_build_object('seq', ${side}.seq::text, 'engagementId', ${side}.engagement_id,
    'institutionId', ${side}.institution_id, 'districtCode', ${side}.district_code, 'certificateId', ${side}.by) end`);

const side = ({ rule, ...scope }: BridgeScope, reading: Reading, people: SQL = sql`true`): SQL =>
  sql`(select r.person_id, r.seq, r.engagement_id, r.institution_id, r.district_code, r.${byColumn(rule)} as by
    from (${onePerPerson({ ...scope, ...reading }, { where: people })}) r)`;

/** Who changes N or D between two readings, and both sums, of one moment. */
export async function listChanged(tx: Tx, scope: BridgeScope, before: Reading, after: Reading) {
  await tx.execute(sql`create temporary table bridge_before on commit drop as ${side(scope, before)}`);
  await tx.execute(sql`create temporary table bridge_after on commit drop as ${side(scope, after)}`);
  const sum = (table: string) => sql.raw(`select count(*)::int as d, count(by)::int as n from ${table}`);
  const [start] = await tx.execute<{ n: number; d: number }>(sum('bridge_before'));
  const [end] = await tx.execute<{ n: number; d: number }>(sum('bridge_after'));
  const people = await tx.execute<ChangedPerson & Record<string, unknown>>(sql`
    select coalesce(b.person_id, a.person_id) as "personId", ${endOf('b')} as before, ${endOf('a')} as after
    from bridge_before b full join bridge_after a on a.person_id = b.person_id
    where b.person_id is null or a.person_id is null or (b.by is null) <> (a.by is null)`);
  await tx.execute(sql`drop table bridge_before, bridge_after`);
  return { start: start ?? { n: 0, d: 0 }, end: end ?? { n: 0, d: 0 }, people: [...people] };
}

/** How these people stand in the scope on a day as known now: person → certified or not. */
export async function knownStandings(tx: Tx, scope: BridgeScope, on: string, personIds: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await tx.execute<{ id: string; certified: boolean }>(
    sql`select person_id as id, by is not null as certified from ${side(scope, { on, version: null }, sql`s.person_id = any(${uuids(personIds)})`)} k`,
  );
  return new Map(rows.map(({ id, certified }) => [id, certified]));
}

export interface PostOnDay {
  isOnPost: boolean;
  isTakenIn: boolean;
  isInScope: boolean;
}

/** What these posts were on a day, as known now: of the same person, on post, in an institution that counts, in the scope. */
export async function postsOn(tx: Tx, { scope, population, operatorType }: BridgeScope, on: string, engagementIds: readonly string[]) {
  const districts = districtsOf(scope);
  const type = operatorTypeOf(scope, operatorType);
  const inScope = sql`${districts ? sql`i.district_code = any(${`{${districts.join(',')}}`}::text[])` : isAreaScope(scope) ? sql`true` : sql`i.institution_id = ${scope}::uuid`}
    and ${type === '*' ? sql`true` : sql`i.operator_type = ${type}`}`;
  const rows = await tx.execute<PostOnDay & { id: string } & Record<string, unknown>>(sql`
    select e.id, e.role = 'caregiver' and not e.is_intern and e.start_on <= ${on}::date and (e.end_on is null or e.end_on > ${on}::date)
        and not exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${on}::date and (o.until_on is null or o.until_on > ${on}::date)) as "isOnPost",
      coalesce(i.is_filed or ${population === 'extended'}, false) as "isTakenIn", coalesce(${inScope}, false) as "isInScope"
    from engagement e left join ${institutionsAt(on)} i on i.institution_id = e.institution_id
    where e.id = any(${uuids(engagementIds)})`);
  return new Map(rows.map(({ id, ...post }) => [id, post]));
}

export interface CertificateFacts {
  issuedOn: string;
  verifiedOn: string | null;
  validUntil: string | null;
  revokedOn: string | null;
}

/** Beijing day on which it was verified. */
export async function certificateFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, CertificateFacts>> {
  const rows = await tx.execute<CertificateFacts & { id: string } & Record<string, unknown>>(sql`
    select id, issued_on::text as "issuedOn", (verified_at at time zone 'Asia/Shanghai')::date::text as "verifiedOn", valid_until::text as "validUntil",
      revoked_on::text as "revokedOn" from certificate where id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
