import { isSmallCell } from './goal';

/** One figure of the published table of a period and metric: a district or '*', a month or '*'. */
export interface PublishedCell {
  district: string;
  month: string;
  personTimes: number;
  persons: number;
}

export const cellKey = (cell: { district: string; month: string }): string => `${cell.district} ${cell.month}`;

/**
 * Cells that are not published: those of one to four persons below city level, and as many others as it takes that
 * no difference of published sums gives a hidden one away. `districts` and `months` span the whole table, zeros included.
 */
export function hiddenCells(cells: readonly PublishedCell[], districts: readonly string[], months: readonly string[]): ReadonlySet<string> {
  const known = new Map(cells.map((cell) => [cellKey(cell), cell]));
  const table = districts.flatMap((district) =>
    ['*', ...months].map((month) => known.get(`${district} ${month}`) ?? { district, month, personTimes: 0, persons: 0 }),
  );
  const hidden = table.filter((cell) => isSmallCell(cell.persons));
  // What is least of a loss goes first: a month of a district before the district, an empty cell before a full one.
  const spare = table
    .filter((cell) => !hidden.includes(cell))
    .sort((a, b) => Number(a.month === '*') - Number(b.month === '*') || a.personTimes - b.personTimes);
  const hideOne = (lines: readonly string[], fits: (cell: PublishedCell) => boolean): boolean => {
    const index = spare.findIndex((cell) => fits(cell) && linesOf(cell).some((line) => lines.includes(line)));
    if (index >= 0) hidden.push(...spare.splice(index, 1));
    return index >= 0;
  };
  for (;;) {
    if (hideOne(smallSums(hidden), (cell) => cell.personTimes > 0)) continue;
    const exposed = exposedLines(hidden);
    const degrees = degreesOf(hidden);
    const ends = exposed.filter((line) => degrees.get(line) === 1);
    // A cell between two lines that hide something already closes a circle, and opens no new end.
    if (hideOne(ends, (cell) => cell.month !== '*' && linesOf(cell).every((line) => degrees.has(line)))) continue;
    if (!hideOne(ends, () => true) && !hideOne(exposed, () => true)) break;
  }
  return new Set(hidden.map(cellKey));
}

const linesOf = (cell: PublishedCell): [string, string] => [`row ${cell.district}`, `column ${cell.month}`];

/** How many hidden cells lie on each row and column. */
const degreesOf = (hidden: readonly PublishedCell[]): ReadonlyMap<string, number> => {
  const degrees = new Map<string, number>();
  for (const line of hidden.flatMap(linesOf)) degrees.set(line, (degrees.get(line) ?? 0) + 1);
  return degrees;
};

/** A hidden cell joins its row to its column; it can be worked out exactly when it is a bridge there. */
const exposedLines = (hidden: readonly PublishedCell[]): string[] => {
  const edges = hidden.map(linesOf);
  return bridges(edges).flatMap((index) => edges[index] ?? []);
};

/** Lines whose hidden cells together, a sum that anyone can work out, are as few as a single small cell. */
const smallSums = (hidden: readonly PublishedCell[]): string[] => {
  const sums = new Map<string, number>();
  const totals = new Set(hidden.filter((cell) => cell.month === '*').map((cell) => `row ${cell.district}`));
  for (const cell of hidden) for (const line of linesOf(cell)) sums.set(line, (sums.get(line) ?? 0) + cell.personTimes);
  // A row whose total is hidden has no sum that anyone knows.
  return [...sums].filter(([line, sum]) => isSmallCell(sum) && !totals.has(line)).map(([line]) => line);
};

/** Indexes of edges that lie on no circle (Tarjan: the first visit reachable from below is not above the edge). */
function bridges(edges: readonly (readonly [string, string])[]): number[] {
  const neighbours = new Map<string, { to: string; edge: number }[]>();
  edges.forEach(([a, b], edge) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(from);
      if (known) known.push({ to, edge });
      else neighbours.set(from, [{ to, edge }]);
    }
  });
  const visited = new Map<string, number>();
  const found: number[] = [];
  const visit = (at: string, arrivedBy: number): number => {
    const own = visited.size;
    visited.set(at, own);
    let lowest = own;
    for (const { to, edge } of neighbours.get(at) ?? []) {
      if (edge === arrivedBy) continue;
      const before = visited.get(to);
      const reached = before ?? visit(to, edge);
      if (before === undefined && reached > own) found.push(edge);
      lowest = Math.min(lowest, reached);
    }
    return lowest;
  };
  for (const node of neighbours.keys()) if (!visited.has(node)) visit(node, -1);
  return found;
}
