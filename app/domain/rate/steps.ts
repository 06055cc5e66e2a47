import { areaScopes } from '../organisation/areas';
import { ANY_OPERATOR, MEASURES, type Measure, POPULATIONS } from './rate';
import type { Segment } from './segments';

/** One number for each of MEASURES, in their order. */
type Values = number[];

/** Rows of `rate_step` by column: by how much a cell changes on a day, or in the month that begins on it. */
export interface StepColumns {
  scope: string[];
  population: string[];
  operatorType: string[];
  grain: ('day' | 'month')[];
  onDay: string[];
  values: Record<Measure, number[]>;
}

/** Changes of cells, added up over any number of persons. */
export class StepSum {
  private readonly cells = new Map<string, Map<string, Values>>();

  /** The segments of one person; `sign` -1 takes back what they had added. */
  add(segments: readonly Segment[], sign: 1 | -1): void {
    const worked = new Map<string, Map<string, Values>>();
    for (const [key, members] of cellsOf(segments)) {
      // Most cells of a person hold the same segments: worked out once.
      const same = members.join();
      let changes = worked.get(same);
      if (!changes) {
        changes = changesOf(members.flatMap((at) => segments[at] ?? []));
        worked.set(same, changes);
      }
      const cell = this.cells.get(key) ?? new Map<string, Values>();
      this.cells.set(key, cell);
      for (const [day, change] of changes) addTo(cell, day, change, sign);
    }
  }

  /** Changes of nothing are left out. */
  columns(): StepColumns {
    const columns: StepColumns = { scope: [], population: [], operatorType: [], grain: [], onDay: [], values: noColumns() };
    for (const [key, days] of this.cells) {
      const [scope = '', population = '', operatorType = ''] = key.split('|');
      const put = (grain: 'day' | 'month', onDay: string, change: Values) => {
        if (change.every((value) => value === 0)) return;
        columns.scope.push(scope);
        columns.population.push(population);
        columns.operatorType.push(operatorType);
        columns.grain.push(grain);
        columns.onDay.push(onDay);
        for (const [at, measure] of MEASURES.entries()) columns.values[measure].push(change[at] ?? 0);
      };
      const months = new Map<string, Values>();
      for (const [onDay, change] of days) {
        put('day', onDay, change);
        addTo(months, `${onDay.slice(0, 7)}-01`, change, 1);
      }
      for (const [onDay, change] of months) put('month', onDay, change);
    }
    return columns;
  }
}

const noColumns = (): Record<Measure, number[]> => ({
  persons: [],
  strict: [],
  standard: [],
  broad: [],
  strictPending: [],
  standardPending: [],
  broadPending: [],
});

function addTo(cell: Map<string, Values>, day: string, change: Values, sign: 1 | -1): void {
  const kept = cell.get(day);
  if (!kept) cell.set(day, sign === 1 ? [...change] : change.map((value) => -value));
  else for (let at = 0; at < kept.length; at++) kept[at] = (kept[at] ?? 0) + sign * (change[at] ?? 0);
}

/** Cells (scope|population|operator type) that the segments stand in, each with the places of its segments. */
function cellsOf(segments: readonly Segment[]): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const cell = cells.get(key);
    if (cell) cell.push(at);
    else cells.set(key, [at]);
  };
  for (const [at, { districtCode, operatorType, institutionId, isFiled }] of segments.entries()) {
    for (const population of POPULATIONS) {
      if (population === 'filed' && !isFiled) continue;
      for (const scope of areaScopes(districtCode)) {
        put(`${scope}|${population}|${ANY_OPERATOR}`, at);
        put(`${scope}|${population}|${operatorType}`, at);
      }
      put(`${institutionId}|${population}|${ANY_OPERATOR}`, at);
    }
  }
  return cells;
}

const HOLDS = {
  persons: () => true,
  strict: (s: Segment) => s.strictBy !== null,
  standard: (s: Segment) => s.standardBy !== null,
  broad: (s: Segment) => s.broadBy !== null,
  strictPending: (s: Segment) => s.strictPending !== null,
  standardPending: (s: Segment) => s.standardPending !== null,
  broadPending: (s: Segment) => s.broadPending !== null,
} as const satisfies Record<Measure, (segment: Segment) => boolean>;

/** One person in one cell: +1 on the day a measure begins to hold for any of the segments, -1 when it holds for none. */
function changesOf(segments: readonly Segment[]): Map<string, Values> {
  const changes = new Map<string, Values>();
  for (const [place, measure] of MEASURES.entries()) {
    const edges = new Map<string, number>();
    const edge = (day: string, by: number) => edges.set(day, (edges.get(day) ?? 0) + by);
    for (const segment of segments) {
      if (!HOLDS[measure](segment)) continue;
      edge(segment.fromOn, 1);
      if (segment.untilOn !== null) edge(segment.untilOn, -1);
    }
    let held = 0;
    for (const [day, by] of [...edges].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const before = held > 0 ? 1 : 0;
      held += by;
      const change = (held > 0 ? 1 : 0) - before;
      if (change === 0) continue;
      const at = changes.get(day) ?? MEASURES.map(() => 0);
      at[place] = change;
      changes.set(day, at);
    }
  }
  return changes;
}
