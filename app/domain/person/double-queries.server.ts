import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import type { EngagementRole } from './person';
import type { DoubleRosterDecision } from './roster';
import { districtOf } from './roster-queries.server';

interface Entry {
  id: string;
  institution: string;
  districtCode: string;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isFullTime: boolean;
  isIntern: boolean;
  isMainPost: boolean;
  isOff: boolean;
  contractUntilOn: string | null;
  addedOn: string;
}

export interface DoubleRow extends Record<string, unknown> {
  id: string;
  personId: string;
  personName: string;
  idNumberMasked: string;
  first: Entry;
  second: Entry;
  raisedOn: string;
  decision: DoubleRosterDecision | null;
  reason: string | null;
  decidedOn: string | null;
  settledOn: string | null;
}

const entry = (
  alias: string,
  house: string,
): SQL => sql`json_build_object('id', ${sql.raw(`${alias}.id`)}, 'institution', ${sql.raw(`${house}.name`)},
  'districtCode', ${sql.raw(`${house}.district_code`)}, 'role', ${sql.raw(`${alias}.role`)}, 'startOn', ${sql.raw(`${alias}.start_on`)},
  'endOn', ${sql.raw(`${alias}.end_on`)}, 'isFullTime', ${sql.raw(`${alias}.is_full_time`)}, 'isIntern', ${sql.raw(`${alias}.is_intern`)},
  'isMainPost', ${sql.raw(`${alias}.is_main_post`)}, 'isOff', not ${sql.raw(`${alias}.on_post`)}, 'contractUntilOn', ${sql.raw(`${alias}.contract_until_on`)},
  'addedOn', (${sql.raw(`${alias}.created_at`)} at time zone 'Asia/Shanghai')::date)`;

const day = (column: string): SQL => sql.raw(`(${column} at time zone 'Asia/Shanghai')::date::text`);

const select = (where: SQL, rest: SQL) => sql`
  select d.id, d.person_id as "personId", p.name as "personName", p.id_number_masked as "idNumberMasked", ${entry('a', 'x')} as first,
    ${entry('b', 'y')} as second, ${day('d.raised_at')} as "raisedOn", d.decision, d.reason, ${day('d.decided_at')} as "decidedOn",
    ${day('d.settled_at')} as "settledOn"
  ${FROM} where ${where} ${rest}`;

const FROM = sql`from double_roster d join person p on p.id = d.person_id
  join engagement a on a.id = d.first_engagement_id join organisation x on x.id = a.institution_id
  join engagement b on b.id = d.second_engagement_id join organisation y on y.id = b.institution_id`;

const near = (actor: UserActor): SQL => {
  const own = districtOf(actor);
  return own === null ? sql`true` : sql`(x.district_code = ${own} or y.district_code = ${own})`;
};

const STATES = {
  open: sql`d.decided_at is null and d.settled_at is null`,
  decided: sql`d.decided_at is not null`,
  settled: sql`d.settled_at is not null and d.decided_at is null`,
  all: sql`true`,
};

/** Flags of the actor's district on either side, or of the whole city; the oldest open one first. */
export async function listDoubleRosters(actor: UserActor, state: keyof typeof STATES, page: { limit: number; offset: number }) {
  const where = sql`${near(actor)} and ${STATES[state]}`;
  const rows = await db.execute<DoubleRow>(
    select(where, sql`order by d.decided_at desc nulls first, d.raised_at, d.id limit ${page.limit} offset ${page.offset}`),
  );
  const [all] = await db.execute<{ n: number }>(sql`select count(*)::int as n ${FROM} where ${where}`);
  return { rows: [...rows], total: all?.n ?? 0 };
}

/** @throws NotFound where neither institution lies in the actor's district */
export async function getDoubleRoster(actor: UserActor, id: string): Promise<DoubleRow> {
  const scope = near(actor);
  if (!isId(id)) throw new NotFound();
  const [row] = await db.execute<DoubleRow>(select(sql`${scope} and d.id = ${id}`, sql``));
  if (!row) throw new NotFound();
  return row;
}
