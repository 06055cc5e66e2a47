import { asc, desc, ne, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { countingRule } from '#db/schema';
import { RULE_CODES, type RuleCode, type RuleStatus, ruleInForce } from '../certificate/counting-rule';
import { type CountingRule, getRule } from '../certificate/find-rule.server';
import type { PublishedRule } from '../certificate/holdings.server';
import { CITY_SCOPE } from '../organisation/areas';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { homeScope, mayOpenArea } from './open-scope.server';
import type { Population } from './rate';
import { type AffectedPerson, rehearseRule } from './rehearse-rule.server';

/** What a version is to somebody who reads the list on a day. */
export const RULE_STATES = ['in_force', 'future', 'past', 'draft', 'withdrawn'] as const;
export type RuleState = (typeof RULE_STATES)[number];

export interface ListedRule extends PublishedRule {
  status: RuleStatus;
  state: RuleState;
  /** Day from which the next version holds. */
  untilOn: string | null;
}

/** Every version, by rule and with the latest first; drafts for those who may write them. */
export async function listRules(today: string, { drafts }: { drafts: boolean }): Promise<ListedRule[]> {
  const rows = await db
    .select()
    .from(countingRule)
    .where(drafts ? undefined : ne(countingRule.status, 'draft'))
    .orderBy(asc(sql`array_position(${`{${RULE_CODES.join(',')}}`}::text[], ${countingRule.code})`), desc(countingRule.version));
  return rows.map((row) => listed(row, rows, today));
}

export async function readRule(ruleId: string, today: string): Promise<ListedRule> {
  const rule = await getRule(ruleId);
  return listed(rule, await db.select().from(countingRule), today);
}

function listed(row: CountingRule, all: readonly CountingRule[], today: string): ListedRule {
  const published = all.filter(({ code, status }) => code === row.code && status === 'published');
  const untilOn =
    published
      .map(({ inForceFromOn }) => inForceFromOn)
      .filter((day) => day > row.inForceFromOn)
      .sort()[0] ?? null;
  const isNow = ruleInForce(published, today)?.id === row.id;
  const state = row.status === 'published' ? (isNow ? 'in_force' : row.inForceFromOn > today ? 'future' : 'past') : row.status;
  const { id, code, version, titleZh, titleEn, inForceFromOn, isOfficial, documentNo, clauses, requireValidHealthCert, status } = row;
  const text = { titleZh, titleEn, inForceFromOn, isOfficial, documentNo, clauses, requireValidHealthCert };
  return { id, code, version, ...text, status, state, untilOn: row.status === 'published' ? untilOn : null };
}

/** What a new draft begins with: the version named, or the one in force. */
export async function draftBasis(code: RuleCode, from: string | undefined, today: string): Promise<PublishedRule | null> {
  const rows = await listRules(today, { drafts: true });
  return rows.find(({ id }) => id === from) ?? rows.find((rule) => rule.code === code && rule.state === 'in_force') ?? null;
}

const MOST = 1_000_000;

/**
 * What a version would do on a day, for whoever asks: the figures of every area, the people of her own. Of today at most.
 * @throws NotFound for a draft that is not hers to read
 */
export async function rehearseFor(
  actor: UserActor,
  ruleId: string,
  { on, population }: { on?: string; population: Population },
  now: Date,
) {
  const today = beijingDate(now);
  const rule = await readRule(ruleId, today);
  if (rule.status === 'draft' && !can(actor, 'rule.edit')) throw new NotFound();
  const day = on !== undefined && on < today ? on : today;
  const { scopes, people } = await rehearseRule(rule, { day, population, limit: MOST });
  const home = homeScope(actor);
  const own = mayOpenArea(actor, CITY_SCOPE) ? people : people.filter(({ districtCode }) => districtCode === home);
  return { rule, day, today, scopes, people: own, isNarrowed: home !== CITY_SCOPE };
}

interface Named extends Record<string, unknown> {
  personId: string;
  name: string;
  idNumberMasked: string;
}

/** Names of people and institutions of a rehearsal. */
export async function nameAffected(people: readonly AffectedPerson[], tx: Tx = db) {
  const ids = (values: readonly string[]) => sql`${`{${values.join(',')}}`}::uuid[]`;
  const persons = await tx.execute<Named>(
    sql`select id as "personId", name, id_number_masked as "idNumberMasked" from person where id = any(${ids(people.map(({ personId }) => personId))})`,
  );
  const places = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from organisation where id = any(${ids(people.map(({ institutionId }) => institutionId))})`,
  );
  const [byPerson, byPlace] = [new Map(persons.map((row) => [row.personId, row])), new Map(places.map((row) => [row.id, row.name]))];
  const reasoned = ({ clause, reason }: AffectedPerson['present']) => ({
    clause: clause?.clause ?? null,
    clauseEn: clause?.clauseEn ?? clause?.clause ?? null,
    reason,
  });
  return people.map(({ personId, institutionId, districtCode, change, present, draft }) => ({
    personId,
    districtCode,
    change,
    name: byPerson.get(personId)?.name ?? '',
    idNumberMasked: byPerson.get(personId)?.idNumberMasked ?? '',
    institutionName: byPlace.get(institutionId) ?? '',
    present: reasoned(present),
    draft: reasoned(draft),
  }));
}
