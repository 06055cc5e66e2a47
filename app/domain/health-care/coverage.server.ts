import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { CITY_SCOPE, districtScopes } from '../organisation/areas';
import { stepsUpTo } from '../shared/steps.server';
import { COVERED_STANDINGS, HEALTH_CARE_STANDINGS, type HealthCareStanding } from './requirement';

/** Newly filed institutions of an area on a day (D), those with the trained staff they need (N), and by standing. */
export interface Coverage {
  covered: number;
  institutions: number;
  standings: Readonly<Record<HealthCareStanding, number>>;
}

export interface HealthCareState {
  /** ISO instant up to which changes are in. */
  asOf: string;
  underCheck: boolean;
}

const NONE: Readonly<Record<HealthCareStanding, number>> = { in_time: 0, in_grace: 0, late: 0, waiting: 0, overdue: 0 };

export const coverageOf = (standings: Partial<Record<HealthCareStanding, number>>): Coverage => {
  const all = { ...NONE, ...standings };
  const sum = (of: readonly HealthCareStanding[]) => of.reduce((total, standing) => total + all[standing], 0);
  return { covered: sum(COVERED_STANDINGS), institutions: sum(HEALTH_CARE_STANDINGS), standings: all };
};

export async function getHealthCareState(tx: Tx = db): Promise<HealthCareState> {
  const [row] = await tx.execute<{ ms: number; under_check: boolean }>(
    sql`select (extract(epoch from as_of) * 1000)::float8 as ms, under_check from health_care_state where id = 1`,
  );
  return { asOf: new Date(row?.ms ?? 0).toISOString(), underCheck: row?.under_check ?? false };
}

/**
 * Coverage of scopes (`city`, districts, the two put together) on a day: sums over steps, whole months and then days, so
 * as quick however many there are. Every scope asked for is there.
 */
export async function coverageByScope(
  on: string,
  scopes: readonly string[] = [CITY_SCOPE, ...districtScopes(false)],
  tx: Tx = db,
): Promise<Map<string, Coverage>> {
  const rows = await tx.execute<{ scope: string; standing: HealthCareStanding; n: number }>(sql`
    select scope, standing, sum(institutions)::int as n from health_care_step
    where scope = any(${`{${scopes.join(',')}}`}::text[]) and ${stepsUpTo(on)} group by scope, standing`);
  const found = new Map<string, Partial<Record<HealthCareStanding, number>>>();
  for (const { scope, standing, n } of rows) found.set(scope, { ...found.get(scope), [standing]: n });
  return new Map(scopes.map((scope) => [scope, coverageOf(found.get(scope) ?? {})]));
}

/** The city's figure of a day, for the target beside the others. */
export async function coverageOn(on: string, tx: Tx = db): Promise<Coverage & HealthCareState> {
  const [cells, state] = await Promise.all([coverageByScope(on, [CITY_SCOPE], tx), getHealthCareState(tx)]);
  return { ...(cells.get(CITY_SCOPE) ?? coverageOf({})), ...state };
}
