import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { CITY_SCOPE, districtScopes } from '../organisation/areas';
import { settingOf } from '../shared/settings.server';
import { stepsUpTo } from '../shared/steps.server';
import { institutionsAt, measureColumns, measureSums } from './cells-at.server';
import { type Cell, MEASURES, NO_CELL } from './rate';
import { operatorTypeOf, type RateChoice } from './reading';
import type { Snapshot } from './snapshots.server';

/** The figure of a scope with how much of it stands on rosters that were confirmed of late. */
export interface CoveredCell extends Cell {
  institutions: number;
  freshInstitutions: number;
}
export const NO_COVERED: CoveredCell = { ...NO_CELL, institutions: 0, freshInstitutions: 0 };

export interface RateState {
  version: number;
  /** ISO instant up to which changes are in. */
  asOf: string;
  underCheck: boolean;
  /** Everybody is being worked out anew: how many people, and how many still wait. */
  rebuild: { people: number; waiting: number } | null;
}

export async function getRateState(tx: Tx = db): Promise<RateState> {
  const [row] = await tx.execute<{ version: string; ms: number; under_check: boolean; people: number | null; waiting: number }>(sql`
    select version, (extract(epoch from as_of) * 1000)::float8 as ms, under_check, case when rebuild_asked_at is not null then rebuild_people end as people,
      case when rebuild_asked_at is not null then (select count(*) from rate_dirty)::int else 0 end as waiting from rate_state where id = 1`);
  if (!row) return { version: 0, asOf: new Date(0).toISOString(), underCheck: false, rebuild: null };
  return {
    version: Number(row.version),
    asOf: new Date(row.ms).toISOString(),
    underCheck: row.under_check,
    rebuild: row.people === null || row.waiting === 0 ? null : { people: row.people, waiting: row.waiting },
  };
}

type CellRow = Record<string, string | number>;
const cellOf = (row: CellRow): Cell =>
  Object.fromEntries(MEASURES.map((measure) => [measure, Number(row[measure.replace('Pending', '_pending')] ?? 0)])) as unknown as Cell;

const texts = (values: readonly string[]) => sql`${`{${values.join(',')}}`}::text[]`;

/**
 * N and D of scopes on a day as known now, each by a sum over its steps: whole months, then days. It takes as long with
 * a hundred people as with a million. A scope that nobody is in is missing.
 */
export async function readCells(
  { on, population, operatorType, scopes }: RateChoice & { on: string; scopes: readonly string[] },
  tx: Tx = db,
): Promise<Map<string, Cell>> {
  const rows = await tx.execute<CellRow>(sql`
    select scope, ${measureSums} from rate_step
    where population = ${population} and operator_type = ${operatorType} and scope = any(${texts(scopes)}) and ${stepsUpTo(on)} group by scope`);
  return new Map(rows.map((row) => [String(row.scope), cellOf(row)]));
}

/** What a snapshot kept of the scopes. */
export async function readKeptCells(
  { snapshotId, population, operatorType, scopes }: RateChoice & { snapshotId: string; scopes: readonly string[] },
  tx: Tx = db,
): Promise<Map<string, CoveredCell>> {
  const rows = await tx.execute<CellRow>(sql`
    select scope, ${measureColumns}, institutions, fresh_institutions from rate_snapshot_cell
    where snapshot_id = ${snapshotId} and population = ${population} and operator_type = ${operatorType} and scope = any(${texts(scopes)})`);
  return new Map(
    rows.map((row) => [
      String(row.scope),
      { ...cellOf(row), institutions: Number(row.institutions), freshInstitutions: Number(row.fresh_institutions) },
    ]),
  );
}

interface Coverage {
  institutions: number;
  freshInstitutions: number;
}

/** Per district, institutions that the rate takes in on a day, and those of them whose roster was confirmed in time. */
export async function readCoverage(
  { on, population, operatorType }: RateChoice & { on: string },
  tx: Tx = db,
): Promise<Map<string, Coverage>> {
  const days = await settingOf(tx, 'roster_confirm_days');
  const rows = await tx.execute<Coverage & { district: string } & Record<string, unknown>>(sql`
    with fresh as materialized (
      select distinct institution_id from roster_confirmation where confirmed_on <= ${on}::date and confirmed_on >= ${on}::date - ${days}::int
    )
    select i.district_code as district, count(*)::int as institutions, count(f.institution_id)::int as "freshInstitutions"
    from ${institutionsAt(on)} i left join fresh f on f.institution_id = i.institution_id
    where (i.is_filed or ${population === 'extended'}) and (${operatorType === '*'} or i.operator_type = ${operatorType})
    group by 1`);
  return new Map(rows.map(({ district, ...coverage }) => [district, coverage]));
}

const coverageOf = (scope: string, districts: ReadonlyMap<string, Coverage>): Coverage => {
  const parts = scope === CITY_SCOPE ? [...districts.values()] : scope.split('+').flatMap((code) => districts.get(code) ?? []);
  return {
    institutions: parts.reduce((sum, each) => sum + each.institutions, 0),
    freshInstitutions: parts.reduce((sum, each) => sum + each.freshInstitutions, 0),
  };
};

export interface FigureRequest extends RateChoice {
  on: string;
  /** As recorded then; null = as known now. */
  snapshot: Pick<Snapshot, 'id'> | null;
}

/** Figures of areas (city, districts, the two put together) with their coverage; every scope asked for is there. */
export async function rateFigures(
  request: FigureRequest,
  scopes: readonly string[] = [CITY_SCOPE, ...districtScopes(false)],
  tx: Tx = db,
): Promise<Map<string, CoveredCell>> {
  const { snapshot, ...choice } = request;
  if (snapshot) {
    const kept = await readKeptCells({ ...choice, snapshotId: snapshot.id, scopes }, tx);
    return new Map(scopes.map((scope) => [scope, kept.get(scope) ?? NO_COVERED]));
  }
  const [cells, coverage] = [await readCells({ ...choice, scopes }, tx), await readCoverage(choice, tx)];
  return new Map(scopes.map((scope) => [scope, { ...(cells.get(scope) ?? NO_CELL), ...coverageOf(scope, coverage) }]));
}

/** The figure of one scope, an institution too. */
export async function rateFigure(request: FigureRequest, scope: string, tx: Tx = db): Promise<Cell> {
  const choice = { ...request, operatorType: operatorTypeOf(scope, request.operatorType), scopes: [scope] };
  const found = request.snapshot ? await readKeptCells({ ...choice, snapshotId: request.snapshot.id }, tx) : await readCells(choice, tx);
  return found.get(scope) ?? NO_CELL;
}
