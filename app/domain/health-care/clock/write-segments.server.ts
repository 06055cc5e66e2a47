import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { uuids } from './clock-facts.server';
import { type HealthCareSegment, segmentKey } from './segments';
import type { HealthCareStep } from './steps';

/** One writer of segments and steps at a time, whatever process it runs in. */
const HEALTH_CARE_LOCK = 727_005;
export const lockHealthCare = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${HEALTH_CARE_LOCK})`);

export type KeptSegment = HealthCareSegment & { seq: string };

export async function keptSegments(tx: Tx, institutionIds: readonly string[]): Promise<KeptSegment[]> {
  const rows = await tx.execute<KeptSegment & Record<string, unknown>>(sql`
    select seq, institution_id as "institutionId", district_code as "districtCode", from_on::text as "fromOn", until_on::text as "untilOn", standing,
      required, required_full_time as "requiredFullTime", trained, trained_full_time as "trainedFullTime", filed_on::text as "filedOn",
      due_on::text as "dueOn", due_reason as "dueReason", rule_id as "ruleId"
    from health_care_segment where institution_id = any(${uuids(institutionIds)})`);
  return [...rows];
}

export interface SegmentChange {
  gone: KeptSegment[];
  fresh: HealthCareSegment[];
}

/** What must go and what must come so that the wanted rows stand; rows that say the same stay untouched. */
export function changeTo(kept: readonly KeptSegment[], wanted: readonly HealthCareSegment[]): SegmentChange {
  const standing = new Map(kept.map((row) => [segmentKey(row), row]));
  const fresh = wanted.filter((row) => !standing.delete(segmentKey(row)));
  return { gone: [...standing.values()], fresh };
}

export async function writeSegments(tx: Tx, { gone, fresh }: SegmentChange): Promise<void> {
  if (gone.length > 0)
    await tx.execute(sql`delete from health_care_segment where seq = any(${`{${gone.map(({ seq }) => seq).join(',')}}`}::bigint[])`);
  if (fresh.length === 0) return;
  await tx.execute(sql`
    insert into health_care_segment (institution_id, district_code, from_on, until_on, standing, required, required_full_time, trained,
      trained_full_time, filed_on, due_on, due_reason, rule_id)
    select "institutionId", "districtCode", "fromOn", "untilOn", standing, required, "requiredFullTime", trained, "trainedFullTime", "filedOn",
      "dueOn", "dueReason", "ruleId"
    from json_to_recordset(${JSON.stringify(fresh)}::json) as x ("institutionId" uuid, "districtCode" text, "fromOn" date, "untilOn" date,
      standing text, required int, "requiredFullTime" int, trained int, "trainedFullTime" int, "filedOn" date, "dueOn" date, "dueReason" text,
      "ruleId" uuid)`);
}

export async function addSteps(tx: Tx, steps: readonly HealthCareStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.execute(sql`
    insert into health_care_step as s (scope, standing, grain, on_day, institutions)
    select scope, standing, grain, "onDay", institutions
    from json_to_recordset(${JSON.stringify(steps)}::json) as x (scope text, standing text, grain text, "onDay" date, institutions int)
    on conflict (scope, grain, on_day, standing) do update set institutions = s.institutions + excluded.institutions`);
}
