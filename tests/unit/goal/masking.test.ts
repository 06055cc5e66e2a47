import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSmallCell } from '~/domain/goal/goal';
import { cellKey, hiddenCells, type PublishedCell } from '~/domain/goal/masking';

test.each([
  [0, false],
  [1, true],
  [4, true],
  [5, false],
])('a figure of %i persons is small: %s', (persons, small) => expect(isSmallCell(persons)).toBe(small));

/** A whole table from counts by district and month, each person counted once. */
const tableOf = (counts: readonly (readonly number[])[]) => {
  const districts = counts.map((_, d) => `d${d}`);
  const months = (counts[0] ?? []).map((_, m) => `m${m}`);
  const cells: PublishedCell[] = counts.flatMap((row, d) => {
    const inside = row.map((n, m) => ({ district: `d${d}`, month: `m${m}`, personTimes: n, persons: n }));
    const sum = row.reduce((a, b) => a + b, 0);
    return [...inside, { district: `d${d}`, month: '*', personTimes: sum, persons: sum }];
  });
  return { cells, districts, months, hidden: hiddenCells(cells, districts, months) };
};

/**
 * What an outsider can work out: rows and columns are equations over the hidden cells. Gaussian elimination tells
 * which of them have one solution only. Column sums and the sum of all districts are always published.
 */
function derivable({ districts, months, hidden }: ReturnType<typeof tableOf>): string[] {
  const unknowns = [...hidden];
  const rows = districts.map((d) => unknowns.map((key) => (key.startsWith(`${d} `) ? (key.endsWith('*') ? -1 : 1) : 0)));
  const columns = ['*', ...months].map((m) => unknowns.map((key) => (key.endsWith(` ${m}`) ? 1 : 0)));
  const matrix: number[][] = [...rows, ...columns];
  const pivots: number[] = [];
  let at = 0;
  for (let column = 0; column < unknowns.length && at < matrix.length; column++) {
    const found = matrix.findIndex((row, index) => index >= at && Math.abs(row[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    [matrix[at], matrix[found]] = [matrix[found] ?? [], matrix[at] ?? []];
    const lead = matrix[at]?.[column] ?? 1;
    matrix[at] = (matrix[at] ?? []).map((value) => value / lead);
    matrix.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== at && factor !== 0) matrix[index] = row.map((value, i) => value - factor * (matrix[at]?.[i] ?? 0));
    });
    pivots.push(column);
    at++;
  }
  return pivots
    .filter((column, row) => matrix[row]?.every((value, i) => i === column || Math.abs(value) < 1e-9))
    .map((c) => unknowns[c] ?? '');
}

test('one small district takes a second one with it, the smallest of the others', () => {
  const { hidden } = tableOf([[40], [3], [12], [0]]);
  expect([...hidden].filter((key) => key.endsWith('*')).sort()).toEqual(['d1 *', 'd2 *']);
});

test('two districts that hide two persons between them take a larger one along', () => {
  const { hidden } = tableOf([[40], [1], [1], [8]]);
  expect([...hidden].filter((key) => key.endsWith('*')).sort()).toEqual(['d1 *', 'd2 *', 'd3 *']);
});

test('a table without small cells is published whole', () => {
  expect(
    tableOf([
      [5, 9],
      [0, 7],
    ]).hidden.size,
  ).toBe(0);
});

test('a month in which one district alone had three persons hides an empty cell beside it', () => {
  const table = tableOf([
    [3, 20],
    [0, 30],
    [0, 40],
  ]);
  expect(table.hidden.has('d0 m0')).toBe(true);
  expect([...table.hidden].filter((key) => key.endsWith('m0')).length).toBeGreaterThan(1);
  expect(derivable(table)).toEqual([]);
});

test('every small cell is hidden, and no hidden cell follows from the published sums', () => {
  const count = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
  );
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 6 }))
    .chain(([d, m]) => fc.array(fc.array(count, { minLength: m, maxLength: m }), { minLength: d, maxLength: d }));
  fc.assert(
    fc.property(tables, (counts) => {
      const table = tableOf(counts);
      for (const cell of table.cells) if (isSmallCell(cell.persons)) expect(table.hidden.has(cellKey(cell))).toBe(true);
      expect(derivable(table)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
