import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { FilingStatus } from '../organisation/organisation';
import { addDays, beijingDate } from '../shared/period';
import { settingOf } from '../shared/settings.server';
import { presentRoster } from './present-roster.server';
import { type Freshness, freshnessOf } from './roster';

export interface RosterFreshness {
  freshness: Freshness;
  confirmedOn: string | null;
  /** Last day on which the confirmation is fresh. */
  dueOn: string | null;
}

/** How old each institution's word about its roster was on a day; one that never said a word is `never`. */
export async function rosterFreshness(institutionIds: readonly string[], on: string, tx: Tx = db): Promise<Map<string, RosterFreshness>> {
  const days = await settingOf(tx, 'roster_confirm_days');
  const rows = await tx.execute<{ id: string; confirmed_on: string }>(sql`
    select institution_id as id, max(confirmed_on)::text as confirmed_on from roster_confirmation
    where institution_id = any(${`{${institutionIds.join(',')}}`}::uuid[]) and confirmed_on <= ${on} group by 1`);
  const known = new Map(rows.map((row) => [row.id, row.confirmed_on]));
  return new Map(
    institutionIds.map((id) => {
      const confirmedOn = known.get(id) ?? null;
      return [id, { confirmedOn, ...freshnessOf(confirmedOn, on, days) }];
    }),
  );
}

export interface Coverage {
  districtCode: string;
  /** Institutions in the filing list on the day. */
  institutions: number;
  /** Of them, those whose roster had been confirmed within its days. */
  fresh: number;
}

const FILED: readonly FilingStatus[] = ['filed', 'changed_pending'];

/**
 * Per district, how many of its institutions stood by their rosters on a day, by the dated facts of that day.
 * `filings` are the filing statuses that count as filed.
 */
export async function coverageOn(date: string, tx: Tx = db, filings: readonly FilingStatus[] = FILED): Promise<Coverage[]> {
  const from = addDays(date, -(await settingOf(tx, 'roster_confirm_days')));
  return tx.execute<Coverage & Record<string, unknown>>(sql`
    select p.district_code::text as "districtCode", count(*)::int as institutions,
      count(*) filter (where exists (select 1 from roster_confirmation c
        where c.institution_id = p.institution_id and c.confirmed_on between ${from} and ${date}))::int as fresh
    from institution_period p
    where p.from_on <= ${date} and (p.until_on is null or p.until_on > ${date})
      and p.filing_status = any(${`{${filings.join(',')}}`}::text[])
    group by 1 order by 1`);
}

/** What an institution sees before it confirms: how old its word is, and every entry that a new one would speak of. */
export async function readConfirmation(institutionId: string, now: Date) {
  const today = beijingDate(now);
  const days = await settingOf(db, 'roster_confirm_days');
  const known = (await rosterFreshness([institutionId], today)).get(institutionId);
  const { entries, sha256 } = await presentRoster(db, institutionId, today);
  const sorted = [...entries].sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name, 'zh-CN'));
  return { freshness: 'never' as Freshness, confirmedOn: null, dueOn: null, ...known, days, entries: sorted, seen: sha256 };
}

/** Working days that an institution has to answer a claim or a dispute. */
export const readAnswerDays = (): Promise<number> => settingOf(db, 'roster_answer_days');
