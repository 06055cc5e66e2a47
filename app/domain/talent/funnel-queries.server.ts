import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { UserActor } from '../shared/actor';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { type FunnelCounts, sumOf } from './funnel';

interface FunnelState {
  /** ISO instant up to which changes are in. */
  asOf: string;
  underCheck: boolean;
  /** Days off post that the last stage forgives. */
  gapDays: number;
}

export async function getFunnelState(tx: Tx = db): Promise<FunnelState> {
  const [row] = await tx.execute<{ ms: number; under_check: boolean }>(
    sql`select (extract(epoch from as_of) * 1000)::float8 as ms, under_check from funnel_state where id = 1`,
  );
  const gapDays = await settingOf(tx, 'funnel_gap_days');
  return { asOf: new Date(row?.ms ?? 0).toISOString(), underCheck: row?.under_check ?? false, gapDays };
}

/** The counts of one college and one year of enrolment. */
export interface FunnelCell {
  collegeId: string;
  college: string;
  /** Null: a college of city level. */
  districtCode: string | null;
  year: number;
  counts: FunnelCounts;
  /** Whether the reader may see who they are. */
  mayOpen: boolean;
}

interface CellRow extends Omit<FunnelCell, 'counts' | 'mayOpen' | 'year'>, FunnelCounts, Record<string, unknown> {
  year: number;
}

/**
 * All cells, colleges by name and the newest year first: as many as there are colleges and years, however many students.
 * Officers see the numbers of every college, a college its own. @throws Forbidden for other roles
 */
export async function readFunnel(actor: UserActor, tx: Tx = db): Promise<FunnelCell[]> {
  if (!hasLine(actor, 'funnel.read')) throw new Forbidden();
  const own = actor.role === 'provider_staff' ? (actor.organisation?.id ?? '') : null;
  const rows = await tx.execute<CellRow>(sql`
    select o.id as "collegeId", o.name as college, o.district_code as "districtCode", c.year::int as year, c.students as student,
      c.x_certified as x_certificate, c.placed as placement, c.engaged, c.stayed
    from funnel_cell c join organisation o on o.id::text = c.college
    where c.year <> '*' and c.students > 0 and (${own}::text is null or c.college = ${own}::text)
    order by o.name collate "zh-x-icu", o.id, c.year desc`);
  return rows.map(({ collegeId, college, districtCode, year, student, x_certificate, placement, engaged, stayed }) => ({
    ...{ collegeId, college, districtCode, year },
    counts: { student, x_certificate, placement, engaged, stayed },
    mayOpen: can(actor, 'funnel.read', { organisationId: collegeId, districtCode }),
  }));
}

export interface FunnelChoice {
  college?: string;
  year?: number;
}

const chosen =
  ({ college, year }: FunnelChoice) =>
  (cell: FunnelCell) =>
    (college === undefined || cell.collegeId === college) && (year === undefined || cell.year === year);

/** Cells whose students the reader may see. @throws NotFound for a college whose students she may not */
export function openCells(cells: readonly FunnelCell[], choice: FunnelChoice): FunnelCell[] {
  const ofCollege = cells.filter(({ collegeId }) => collegeId === choice.college);
  if (choice.college !== undefined && !ofCollege.some(({ mayOpen }) => mayOpen)) throw new NotFound();
  return cells.filter((cell) => cell.mayOpen && chosen(choice)(cell));
}

const totals = <Key extends string | number>(cells: readonly FunnelCell[], keyOf: (cell: FunnelCell) => Key): Map<Key, FunnelCell[]> => {
  const groups = new Map<Key, FunnelCell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return groups;
};
const sum = (cells: readonly FunnelCell[]) => sumOf(cells.map(({ counts }) => counts));

/** What the page of the funnel says: the chosen scope by stage and by year, and every college beside it. */
export function funnelView(cells: readonly FunnelCell[], choice: FunnelChoice) {
  const college = cells.find(({ collegeId }) => collegeId === choice.college);
  const scope = cells.filter((cell) => (college ? cell.collegeId === college.collegeId : cell.mayOpen));
  const shown = cells.filter(chosen({ year: choice.year }));
  return {
    /** The figures of the scope open where its students may be seen. */
    mayOpen: college ? college.mayOpen : true,
    college: college ? { id: college.collegeId, name: college.college } : null,
    counts: sum(scope.filter(chosen({ year: choice.year }))),
    byYear: [...totals(scope, ({ year }) => year)].sort(([a], [b]) => b - a).map(([year, of]) => ({ year, counts: sum(of) })),
    byCollege: [...totals(shown, ({ collegeId }) => collegeId).values()].flatMap((of) => {
      const [{ collegeId, college: name, districtCode, mayOpen }] = of as [FunnelCell];
      return { id: collegeId, name, districtCode, mayOpen, counts: sum(of) };
    }),
    openTotal: sum(shown.filter(({ mayOpen }) => mayOpen)),
    total: sum(shown),
    opensAll: cells.every(({ mayOpen }) => mayOpen),
    years: [...new Set(cells.map(({ year }) => year))].sort((a, b) => b - a),
    colleges: [...totals(cells, ({ collegeId }) => collegeId).values()].flatMap(([first]) =>
      first ? { id: first.collegeId, name: first.college } : [],
    ),
  };
}
