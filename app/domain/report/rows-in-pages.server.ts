import type { FoundRows } from './export-list.server';

/** Rows that one query reads: few enough to hold, many enough to be quick. */
const PAGE = 1_000;

/**
 * A list that is read by limit and offset, in an order without ties. Rows that are added on top meanwhile push others to
 * the next page: those are not written twice.
 */
export async function inPages<Row extends { id: string }>(
  read: (page: { limit: number; offset: number }) => Promise<{ rows: readonly Row[]; total: number }>,
  limit = PAGE,
): Promise<FoundRows<Row>> {
  const first = await read({ limit, offset: 0 });
  async function* rows() {
    let page: readonly Row[] = first.rows;
    let before = new Set<string>();
    for (let offset = limit; ; offset += limit) {
      for (const row of page) if (!before.has(row.id)) yield row;
      if (page.length < limit) return;
      before = new Set(page.map((row) => row.id));
      page = (await read({ limit, offset })).rows;
    }
  }
  return { total: first.total, rows: rows() };
}

/** A long list that is read on from its last row (a keyset): as quick at its end as at its beginning. */
export async function* afterEach<Row>(read: (last: Row | undefined, limit: number) => Promise<readonly Row[]>, limit = PAGE) {
  let page = await read(undefined, limit);
  for (;;) {
    yield* page;
    if (page.length < limit) return;
    page = await read(page.at(-1), limit);
  }
}
