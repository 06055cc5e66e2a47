import { getTableColumns, getTableName, is, SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '#db/client';

/** Some megabytes of JSON per statement. */
const CHUNK = 5_000;

/** Filled in here where a row is silent; what the database itself draws (sequences) holds for a column that no row names. */
const fixedDefaults = (table: PgTable): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).flatMap(([key, column]) =>
      column.dataType === 'array' && column.notNull
        ? [[key, []]]
        : column.default === undefined || is(column.default, SQL)
          ? []
          : [[key, column.default]],
    ),
  );

/** Writes many rows with one parameter per statement: far quicker than a placeholder for every value. */
export async function insertRows<Table extends PgTable>(tx: Tx, table: Table, rows: readonly Table['$inferInsert'][]): Promise<void> {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const defaults = fixedDefaults(table);
  const columns = sql.join(
    keys.map((key) => sql.identifier(toSnakeCase(key))),
    sql`, `,
  );
  const name = sql.identifier(getTableName(table));
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK).map((row) => toColumns(keys, defaults, row));
    const written = tx.execute(
      sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(chunk)}::jsonb)`,
    );
    // The statement's own error would print megabytes of rows.
    await written.catch((error: Error) => {
      throw new Error(`${getTableName(table)}: ${error.cause instanceof Error ? error.cause.message : 'not written'}`);
    });
  }
}

function toColumns(keys: readonly string[], defaults: Record<string, unknown>, row: object): Record<string, unknown> {
  const values: Record<string, unknown> = { ...defaults, ...row };
  return Object.fromEntries(keys.map((key) => [toSnakeCase(key), values[key] ?? null]));
}
