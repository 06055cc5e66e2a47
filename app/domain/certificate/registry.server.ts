import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { type CertificateFamily, type CertificateStatus, type ShownStatus, shownStatus } from './certificate';
import {
  conditionsOf,
  containing,
  type ExpiryFilter,
  endingConditions,
  inState,
  institutionScope,
  officerScope,
  type RegistryFilter,
} from './registry-filter.server';
import type { RegistryRow } from './shown';

interface Page {
  limit: number;
  offset: number;
}

type Raw = Omit<RegistryRow, 'status' | 'submittedAt'> & { status: CertificateStatus; submitted_ms: number | null } & Record<
    string,
    unknown
  >;

const COLUMNS = (today: string): SQL => sql`
  c.id, p.name as "personName", p.id_number_masked as "idNumberMasked",
  array(select distinct o.name from engagement e join organisation o on o.id = e.institution_id
    where e.person_id = c.person_id and (e.end_on is null or e.end_on > ${today}::date)) as institutions,
  c.family, c.occupation, c.level, c.name, c.number, c.issuer, c.issued_on::text as "issuedOn", c.valid_until::text as "validUntil",
  c.status, c.source, c.district_code as "districtCode", (extract(epoch from c.submitted_at) * 1000)::float8 as submitted_ms,
  coalesce(c.warnings, '{}') as warnings,
  (select count(*)::int from certificate_file f where f.certificate_id = c.id and f.purpose = 'copy') as copies`;

async function list(where: SQL, order: SQL, now: Date, { limit, offset }: Page): Promise<{ rows: RegistryRow[]; total: number }> {
  const today = beijingDate(now);
  const source = sql`from certificate c join person p on p.id = c.person_id where ${where}`;
  const [rows, [all]] = await Promise.all([
    db.execute<Raw>(sql`select ${COLUMNS(today)} ${source} order by ${order} limit ${limit} offset ${offset}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${source}`),
  ]);
  const shown = rows.map(({ submitted_ms, ...row }) => ({
    ...row,
    status: shownStatus(row, today),
    submittedAt: submitted_ms === null ? null : new Date(submitted_ms).toISOString(),
  }));
  return { rows: shown, total: all?.n ?? 0 };
}

/** Waiting entries the longest first; the others the newest first. */
const orderOf = (state: RegistryFilter['state']): SQL =>
  state === 'submitted' ? sql`c.submitted_at, c.id` : sql`c.submitted_at desc nulls last, c.id desc`;

const where = (actor: UserActor, filter: RegistryFilter, now: Date): SQL =>
  sql`${officerScope(actor, now)} and ${inState(filter.state, beijingDate(now))} and ${conditionsOf(filter, now)}`;

/** The queue, or another state of the registry, as an officer may see it. @throws Forbidden for other roles */
export const listRegistry = async (actor: UserActor, filter: RegistryFilter, now: Date, page: Page) =>
  list(where(actor, filter, now), orderOf(filter.state), now, page);

/** How many there are in each state, and of each family in the chosen one, under the same conditions otherwise. */
export async function countRegistry(actor: UserActor, filter: RegistryFilter, now: Date) {
  const today = beijingDate(now);
  const scope = sql`from certificate c join person p on p.id = c.person_id where ${officerScope(actor, now)}`;
  const [states, families] = await Promise.all([
    db.execute<{ state: ShownStatus; n: number }>(sql`
      select case when c.status = 'verified' and c.valid_until < ${today}::date then 'expired' else c.status end as state, count(*)::int as n
      ${scope} and ${conditionsOf(filter, now)} group by 1`),
    db.execute<{ family: CertificateFamily; n: number }>(sql`
      select c.family, count(*)::int as n
      ${scope} and ${inState(filter.state, today)} and ${conditionsOf({ ...filter, family: undefined }, now)} group by 1`),
  ]);
  return {
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])) as Partial<Record<ShownStatus, number>>,
    families: Object.fromEntries(families.map(({ family, n }) => [family, n])) as Partial<Record<CertificateFamily, number>>,
  };
}

/** The neighbours of an entry in the list it was opened from, and how many the list holds; after a decision the entry is in it no more. */
export async function neighboursOf(actor: UserActor, filter: RegistryFilter, certificateId: string, now: Date) {
  const waiting = filter.state === 'submitted';
  const key = sql`(coalesce(c.submitted_at, c.created_at), c.id)`;
  const here = sql`(select coalesce(h.submitted_at, h.created_at), h.id from certificate h where h.id = ${certificateId})`;
  const from = sql`from certificate c join person p on p.id = c.person_id where ${where(actor, filter, now)}`;
  const [before, after] = [sql`${key} < ${here}`, sql`${key} > ${here}`];
  const nearest = async (side: SQL, order: SQL) =>
    (await db.execute<{ id: string }>(sql`select c.id ${from} and ${side} order by ${order} limit 1`))[0]?.id ?? null;
  const up = sql`coalesce(c.submitted_at, c.created_at), c.id`;
  const down = sql`coalesce(c.submitted_at, c.created_at) desc, c.id desc`;
  const [older, newer, [all]] = await Promise.all([
    nearest(before, down),
    nearest(after, up),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${from}`),
  ]);
  const first = async () =>
    (await db.execute<{ id: string }>(sql`select c.id ${from} and c.id <> ${certificateId} order by ${up} limit 1`))[0]?.id ?? null;
  const [previous, next] = waiting ? [older, newer] : [newer, older];
  return { previous, next: next ?? (waiting ? await first() : null), total: all?.n ?? 0 };
}

/** What ends soon, by its last valid day. */
export const listEnding = async (actor: UserActor, filter: ExpiryFilter, now: Date, page: Page) =>
  list(sql`${officerScope(actor, now)} and ${endingConditions(filter, now)}`, sql`c.valid_until, c.id`, now, page);

export interface OwnStaffFilter {
  state: RegistryFilter['state'] | 'standing' | 'draft';
  family?: CertificateFamily;
  within?: ExpiryFilter['within'];
  q: string;
}

/** Certificates of an institution's people, and what it handed in itself. @throws Forbidden for other roles */
export async function listStaffCertificates(actor: UserActor, { state, within, ...filter }: OwnStaffFilter, now: Date, page: Page) {
  const today = beijingDate(now);
  const inIt =
    state === 'standing'
      ? sql`c.status in ('draft', 'submitted', 'verified', 'rejected')`
      : state === 'draft'
        ? sql`c.status = 'draft'`
        : inState(state, today);
  const ending = within ? endingConditions({ within, institution: '' }, now) : sql`true`;
  const words = filter.q === '' ? sql`true` : sql`(p.name ilike ${containing(filter.q)} or c.number ilike ${containing(filter.q)})`;
  const family = filter.family ? sql`c.family = ${filter.family}` : sql`true`;
  const condition = sql`${institutionScope(actor, now)} and ${inIt} and ${ending} and ${words} and ${family}`;
  return list(condition, sql`(c.status = 'draft') desc, p.name collate "zh-x-icu", c.issued_on desc, c.id`, now, page);
}

/** How many end within 30, 60 and 90 days, and how many have ended in the last year. */
async function countEnding(scope: SQL, now: Date): Promise<Record<'30' | '60' | '90' | 'ended', number>> {
  const of = (within: '30' | '60' | '90' | 'ended') =>
    sql`count(*) filter (where ${endingConditions({ within, institution: '' }, now)})::int`;
  const [row] = await db.execute<Record<'30' | '60' | '90' | 'ended', number>>(sql`
    select ${of('30')} as "30", ${of('60')} as "60", ${of('90')} as "90", ${of('ended')} as ended
    from certificate c where c.status = 'verified' and c.valid_until is not null and ${scope}`);
  return row ?? { '30': 0, '60': 0, '90': 0, ended: 0 };
}

/** What an institution has to look after: entries that were not accepted and have no correction, drafts, what ends within 30 days. */
export async function countStaffCertificates(actor: UserActor, now: Date): Promise<{ rejected: number; draft: number; ending: number }> {
  const [row] = await db.execute<{ rejected: number; draft: number; ending: number }>(sql`
    select count(*) filter (where c.status = 'rejected'
        and not exists (select 1 from certificate k where k.replaces_id = c.id and k.status <> 'draft'))::int as rejected,
      count(*) filter (where c.status = 'draft')::int as draft,
      count(*) filter (where ${endingConditions({ within: '30', institution: '' }, now)})::int as ending
    from certificate c where ${institutionScope(actor, now)}`);
  return row ?? { rejected: 0, draft: 0, ending: 0 };
}

/** How many end within 30, 60 and 90 days and have ended, of those that an officer sees. */
export const countOfficersEnding = (actor: UserActor, now: Date) => countEnding(officerScope(actor, now), now);

/** How many entries wait for this officer, and since when the oldest does. */
export async function countWaitingCertificates(actor: UserActor, now: Date): Promise<{ waiting: number; since: string | null }> {
  const [row] = await db.execute<{ n: number; since: string | null }>(sql`
    select count(*)::int as n, (min(c.submitted_at) at time zone 'Asia/Shanghai')::date::text as since
    from certificate c where c.status = 'submitted' and ${officerScope(actor, now)}`);
  return { waiting: row?.n ?? 0, since: row?.since ?? null };
}
