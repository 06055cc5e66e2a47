import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, customType, date, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Primary key: a UUIDv7 made by the program (app/domain/shared/id), so rows sort by age. */
export const id = () => uuid().primaryKey();
/** An instant, timestamptz; `Date` in the program. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });
/** A Beijing calendar day, `YYYY-MM-DD` from driver to screen. */
export const day = () => date({ mode: 'string' });
export const minutes = () => integer();

/** The transaction that wrote the row: lets readers stop before transactions that are still open. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '));

/** A check constraint that keeps a text column inside the list that the rules use. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${quoted(values)})`);
}

/** The same for every member of a text array. */
export function allOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} <@ array[${quoted(values)}]::text[]`);
}

/** `status in (…)` as a fragment for partial indexes. */
export function isOneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  return sql`${column} in (${quoted(values)})`;
}
