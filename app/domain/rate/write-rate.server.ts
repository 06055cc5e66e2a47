import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { MEASURE_COLUMNS, measureColumns } from './cells-at.server';
import { uuids } from './person-facts.server';
import { MEASURES } from './rate';
import { type Segment, segmentKey } from './segments';
import type { StepColumns } from './steps';

/** One writer of segments and steps at a time, whatever process it runs in: versions follow one another. */
const RATE_LOCK = 727_003;
export const lockRate = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${RATE_LOCK})`);

/** The version that the figures have. Call it under the lock before writing. */
export async function currentVersion(tx: Tx): Promise<number> {
  const [state] = await tx.execute<{ version: string }>(sql`select version from rate_state where id = 1`);
  return Number(state?.version ?? 0);
}

type KeptSegment = Segment & { seq: string };

/** The rows that stand today. */
export async function standingSegments(tx: Tx, personIds: readonly string[]): Promise<KeptSegment[]> {
  const rows = await tx.execute<KeptSegment & Record<string, unknown>>(sql`
    select seq, person_id as "personId", engagement_id as "engagementId", institution_id as "institutionId", district_code as "districtCode",
      operator_type as "operatorType", is_filed as "isFiled", leads_filed as "leadsFiled", leads_extended as "leadsExtended",
      from_on::text as "fromOn", until_on::text as "untilOn", strict_by as "strictBy", standard_by as "standardBy", broad_by as "broadBy",
      strict_pending as "strictPending", standard_pending as "standardPending", broad_pending as "broadPending"
    from rate_segment where person_id = any(${uuids(personIds)}) and until_version is null`);
  return [...rows];
}

export interface SegmentChange {
  closed: readonly KeptSegment[];
  opened: readonly Segment[];
}

/** What must close and what must open so that the wanted rows stand; rows that say the same stay untouched. */
export function changeTo(kept: readonly KeptSegment[], wanted: readonly Segment[]): SegmentChange {
  const standing = new Map(kept.map((row) => [segmentKey(row), row]));
  const opened = wanted.filter((row) => !standing.delete(segmentKey(row)));
  return { closed: [...standing.values()], opened };
}

export async function writeSegments(tx: Tx, { closed, opened }: SegmentChange, version: number): Promise<void> {
  if (closed.length > 0) {
    const seqs = sql`${`{${closed.map(({ seq }) => seq).join(',')}}`}::bigint[]`;
    await tx.execute(sql`update rate_segment set until_version = ${version} where seq = any(${seqs})`);
  }
  if (opened.length === 0) return;
  await tx.execute(sql`
    insert into rate_segment (person_id, engagement_id, institution_id, district_code, operator_type, is_filed, leads_filed, leads_extended,
      from_on, until_on, strict_by, standard_by, broad_by, strict_pending, standard_pending, broad_pending, from_version)
    select "personId", "engagementId", "institutionId", "districtCode", "operatorType", "isFiled", "leadsFiled", "leadsExtended",
      "fromOn", "untilOn", "strictBy", "standardBy", "broadBy", "strictPending", "standardPending", "broadPending", ${version}
    from json_to_recordset(${JSON.stringify(opened)}::json) as x ("personId" uuid, "engagementId" uuid, "institutionId" uuid, "districtCode" text,
      "operatorType" text, "isFiled" boolean, "leadsFiled" boolean, "leadsExtended" boolean, "fromOn" date, "untilOn" date, "strictBy" uuid,
      "standardBy" uuid, "broadBy" uuid, "strictPending" uuid, "standardPending" uuid, "broadPending" uuid)`);
}

/** Rows of steps as a set, in the order of the table's key. Arrays: several times quicker to read than JSON. */
export const stepRows = ({ scope, population, operatorType, grain, onDay, values }: StepColumns): SQL => {
  const texts = [scope, population, operatorType, grain].map((column) => sql`${`{${column.join(',')}}`}::text[]`);
  const numbers = MEASURES.map((measure) => sql`${`{${values[measure].join(',')}}`}::int[]`);
  const columns = sql.join([...texts, sql`${`{${onDay.join(',')}}`}::date[]`, ...numbers], sql`, `);
  return sql`(select * from unnest(${columns}) as x (scope, population, operator_type, grain, on_day, ${measureColumns})
    order by population, operator_type, grain, scope, on_day)`;
};

export async function addSteps(tx: Tx, steps: StepColumns): Promise<void> {
  if (steps.scope.length === 0) return;
  const added = sql.raw(MEASURE_COLUMNS.map((column) => `${column} = s.${column} + excluded.${column}`).join(', '));
  await tx.execute(sql`
    insert into rate_step as s (scope, population, operator_type, grain, on_day, ${measureColumns}) select * from ${stepRows(steps)} x
    on conflict (population, operator_type, grain, scope, on_day) do update set ${added}`);
}
