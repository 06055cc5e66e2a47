import { sql } from '#db/client';

export interface Screen {
  /** Account that looks at it; `null` is a visitor. */
  as: string | null;
  /** Its address; a query gives it where the demo's own rows are shown. */
  at: string | (() => Promise<string>);
}

/** The id of one row of the demo, the newest of those that a query names. */
export const idOf = async (query: Promise<readonly Record<string, unknown>[]>): Promise<string> => {
  const [row] = await query;
  const id = row && Object.values(row)[0];
  if (typeof id !== 'string') throw new Error('the demo has no such row');
  return id;
};

/** Organisations that an account of the demo acts for. */
export const mine = (userName: string) =>
  sql`select m.organisation_id from membership m join account a on a.id = m.account_id where a.username = ${userName}`;

export const of = (as: string | null, addresses: Screen['at'][]): Screen[] => addresses.map((at) => ({ as, at }));
