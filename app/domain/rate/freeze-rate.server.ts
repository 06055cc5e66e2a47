import { sql } from 'drizzle-orm';
import { ruleInForce } from '../certificate/counting-rule';
import { listRuleVersions } from '../certificate/holdings.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { settingOf } from '../shared/settings.server';
import { cellsAt, coverageAt, MEASURE_COLUMNS, measureColumns } from './cells-at.server';
import type { SnapshotKind } from './rate';
import { currentVersion, lockRate } from './write-rate.server';

/**
 * Keeps the figures of a day as they are known now, with a hash over the cells and one over the people behind them.
 * What is frozen is never frozen again. @returns the snapshot's id, or null when the day has one already
 */
export function freezeRate(ctx: Context, kind: SnapshotKind, asOfOn: string): Promise<string | null> {
  return operation(ctx, 'rate.frozen', async (op) => {
    await lockRate(op.tx);
    const [kept] = await op.tx.execute(sql`select 1 from rate_snapshot where kind = ${kind} and as_of_on = ${asOfOn}::date`);
    if (kept) return op.unchanged(null);
    const id = newId();
    const version = await currentVersion(op.tx);
    const rules = Object.values(await listRuleVersions(op.tx)).flatMap((versions) => ruleInForce(versions, asOfOn) ?? []);
    const ruleIds = Object.fromEntries(rules.map((rule) => [rule.code, rule.id]));
    const confirmDays = await settingOf(op.tx, 'roster_confirm_days');
    await op.tx.execute(sql`create temporary table frozen_cell on commit drop as
      select coalesce(s.scope, c.scope) as scope, coalesce(s.population, c.population) as population, coalesce(s.operator_type, c.operator_type) as operator_type,
        ${sql.raw(MEASURE_COLUMNS.map((column) => `coalesce(s.${column}, 0) as ${column}`).join(', '))},
        coalesce(c.institutions, 0) as institutions, coalesce(c.fresh_institutions, 0) as fresh_institutions
      from ${cellsAt(asOfOn)} s full join ${coverageAt(asOfOn, confirmDays)} c
        on c.scope = s.scope and c.population = s.population and c.operator_type = s.operator_type`);
    const [hashes] = await op.tx.execute<{ cells: string; people: string }>(sql`
      select (${cellsHash(sql`frozen_cell`)}) as cells, (${peopleHash(asOfOn, version)}) as people`);
    const [cellsSha256, peopleSha256] = [hashes?.cells ?? '', hashes?.people ?? ''];
    await op.tx.execute(sql`
      insert into rate_snapshot (id, kind, as_of_on, version, rule_ids, cells_sha256, people_sha256, made_at)
      values (${id}, ${kind}, ${asOfOn}::date, ${version}, ${JSON.stringify(ruleIds)}::jsonb, ${cellsSha256}, ${peopleSha256}, ${op.now.toISOString()}::timestamptz)`);
    await op.tx.execute(sql`
      insert into rate_snapshot_cell (snapshot_id, scope, population, operator_type, ${measureColumns}, institutions, fresh_institutions)
      select ${id}, scope, population, operator_type, ${measureColumns}, institutions, fresh_institutions from frozen_cell`);
    await op.tx.execute(sql`drop table frozen_cell`);
    await op.record({ subject: { type: 'rate_snapshot', id }, data: { kind, asOfOn, version, cellsSha256, peopleSha256 } });
    return id;
  });
}

const lines = (text: ReturnType<typeof sql>, order: ReturnType<typeof sql>) =>
  sql`encode(sha256(convert_to(coalesce(string_agg(${text}, E'\n' order by ${order}), ''), 'UTF8')), 'hex')`;

/** One line per cell, its values between bars, in the order of the table's key. */
export const cellsHash = (cells: ReturnType<typeof sql>) => sql`
  select ${lines(
    sql`concat_ws('|', scope, population, operator_type, ${measureColumns}, institutions, fresh_institutions)`,
    sql`population collate "C", operator_type collate "C", scope collate "C"`,
  )} from ${cells}`;

/** One line per person and institution on post that day, with the certificates that make her count, as a version knew them. */
export const peopleHash = (day: string, version: number) => sql`
  select ${lines(
    sql`concat_ws('|', person_id, institution_id, engagement_id, district_code, operator_type, is_filed, coalesce(strict_by::text, '-'),
      coalesce(standard_by::text, '-'), coalesce(broad_by::text, '-'))`,
    sql`person_id, institution_id, engagement_id`,
  )} from rate_segment
  where from_on <= ${day}::date and (until_on is null or until_on > ${day}::date)
    and from_version <= ${version} and (until_version is null or until_version > ${version})`;
