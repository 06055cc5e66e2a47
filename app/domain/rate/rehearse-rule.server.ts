import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { RuleVersion } from '../certificate/counting-rule';
import { type Answer, doesItCount } from '../certificate/does-it-count';
import { listHoldings, listRuleVersions } from '../certificate/holdings.server';
import { areaScopes } from '../organisation/areas';
import type { Population } from './rate';

export interface RehearsedScope {
  scope: string;
  persons: number;
  /** N under the rule in force on the day, and under the draft. */
  present: number;
  draft: number;
}

export interface AffectedPerson {
  personId: string;
  institutionId: string;
  districtCode: string;
  change: 'gained' | 'lost';
  present: Answer;
  draft: Answer;
}

export interface Rehearsal {
  day: string;
  /** City, districts and the two put together, those with somebody on post. */
  scopes: Map<string, RehearsedScope>;
  gained: number;
  lost: number;
  /** The first `limit`, by district, institution and person. */
  people: AffectedPerson[];
}

interface OnPost extends Record<string, unknown> {
  personId: string;
  institutionId: string;
  districtCode: string;
}

const PEOPLE_AT_ONCE = 20_000;

/**
 * What the rate of a day would be were the draft in force on it, beside what it is, and whom it changes. Reads one
 * moment of the database and writes nothing.
 */
export const rehearseRule = (draft: RuleVersion, options: { day: string; population?: Population; limit?: number }): Promise<Rehearsal> =>
  db.transaction((tx) => rehearse(tx, draft, options), { isolationLevel: 'repeatable read', accessMode: 'read only' });

async function rehearse(
  tx: Tx,
  draft: RuleVersion,
  { day, population = 'filed', limit = 200 }: { day: string; population?: Population; limit?: number },
): Promise<Rehearsal> {
  const present = (await listRuleVersions(tx))[draft.code];
  const drafted = [{ ...draft, inForceFromOn: day }];
  const result: Rehearsal = { day, scopes: new Map(), gained: 0, lost: 0, people: [] };
  const scopeOf = (scope: string): RehearsedScope => {
    const found = result.scopes.get(scope) ?? { scope, persons: 0, present: 0, draft: 0 };
    result.scopes.set(scope, found);
    return found;
  };
  for await (const posts of onPost(tx, day, population)) {
    const holdings = await listHoldings(tx, [...posts.keys()]);
    for (const [personId, rows] of posts) {
      const holder = { role: 'caregiver' as const, ...(holdings.get(personId) ?? { certificates: [], healthCertValidUntil: null }) };
      const [now, then] = [doesItCount(present, holder, day), doesItCount(drafted, holder, day)];
      const [counted, would] = [now.verdict === 'counts', then.verdict === 'counts'];
      for (const scope of new Set(rows.flatMap(({ districtCode }) => areaScopes(districtCode)))) {
        const at = scopeOf(scope);
        at.persons += 1;
        at.present += counted ? 1 : 0;
        at.draft += would ? 1 : 0;
      }
      const [row] = rows;
      if (counted === would || !row) continue;
      result[would ? 'gained' : 'lost'] += 1;
      result.people.push({ ...row, change: would ? 'gained' : 'lost', present: now, draft: then });
    }
  }
  const order = ({ districtCode, institutionId, personId }: AffectedPerson) => `${districtCode}|${institutionId}|${personId}`;
  result.people = result.people.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, limit);
  return result;
}

/** People on post that day with where, the row that leads first, in pieces. */
async function* onPost(tx: Tx, day: string, population: Population): AsyncGenerator<Map<string, OnPost[]>> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.execute<OnPost>(sql`
      with people as (
        select distinct person_id from rate_segment
        where person_id > ${after}::uuid and until_version is null and from_on <= ${day}::date and (until_on is null or until_on > ${day}::date)
          and (is_filed or ${population === 'extended'}) order by 1 limit ${PEOPLE_AT_ONCE}
      )
      select s.person_id as "personId", s.institution_id as "institutionId", s.district_code as "districtCode"
      from people p join rate_segment s on s.person_id = p.person_id
      where s.until_version is null and s.from_on <= ${day}::date and (s.until_on is null or s.until_on > ${day}::date)
        and (s.is_filed or ${population === 'extended'})
      order by s.person_id, ${sql.raw(population === 'filed' ? 's.leads_filed' : 's.leads_extended')} desc, s.engagement_id`);
    const last = rows.at(-1);
    if (!last) return;
    const people = new Map<string, OnPost[]>();
    for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
    yield people;
    after = last.personId;
  }
}
