import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { Path } from './funnel';
import { type StudentOnPath, uuids } from './funnel-facts.server';

/** One writer of rows and counts at a time, whatever process it runs in. */
const FUNNEL_LOCK = 727_004;
export const lockFunnel = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${FUNNEL_LOCK})`);

type FunnelRow = Pick<StudentOnPath, 'studentId' | 'personId' | 'collegeId' | 'majorId' | 'year'> & Path;

/** The rows of these people that stand, those of entries that were taken back included. */
export async function standingRows(tx: Tx, personIds: readonly string[]): Promise<FunnelRow[]> {
  const rows = await tx.execute<FunnelRow & Record<string, unknown>>(sql`
    select student_id as "studentId", person_id as "personId", college_id as "collegeId", major_id as "majorId", year,
      x_certified_on::text as "xCertifiedOn", placed_on::text as "placedOn", engaged_on::text as "engagedOn", stayed_on::text as "stayedOn",
      next_on::text as "nextOn"
    from funnel_row where person_id = any(${uuids(personIds)})`);
  return [...rows];
}

const FIELDS = ['personId', 'collegeId', 'majorId', 'year', 'xCertifiedOn', 'placedOn', 'engagedOn', 'stayedOn', 'nextOn'] as const;
const isSame = (a: FunnelRow, b: FunnelRow): boolean => FIELDS.every((field) => a[field] === b[field]);

interface RowChange {
  gone: FunnelRow[];
  came: FunnelRow[];
}

/** What must go and what must come so that the wanted rows stand; rows that say the same stay untouched. */
export function rowChange(kept: readonly FunnelRow[], wanted: readonly FunnelRow[]): RowChange {
  const standing = new Map(kept.map((row) => [row.studentId, row]));
  const came = wanted.filter((row) => {
    const before = standing.get(row.studentId);
    if (!before || !isSame(before, row)) return true;
    standing.delete(row.studentId);
    return false;
  });
  return { gone: [...standing.values()], came };
}

/** Writes the change and moves the counts of each cell by it. */
export async function writeRows(tx: Tx, { gone, came }: RowChange, now: Date): Promise<void> {
  await tx.execute(sql`delete from funnel_row where student_id = any(${uuids(gone.map(({ studentId }) => studentId))})`);
  await tx.execute(sql`
    insert into funnel_row (student_id, person_id, college_id, major_id, year, x_certified_on, placed_on, engaged_on, stayed_on, next_on, refreshed_at)
    select "studentId", "personId", "collegeId", "majorId", year, "xCertifiedOn", "placedOn", "engagedOn", "stayedOn", "nextOn", ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(came)}::json) as x ("studentId" uuid, "personId" uuid, "collegeId" uuid, "majorId" uuid, year int,
      "xCertifiedOn" date, "placedOn" date, "engagedOn" date, "stayedOn" date, "nextOn" date)`);
  const moves = [...gone.map((row) => move(row, -1)), ...came.map((row) => move(row, 1))];
  await tx.execute(sql`
    insert into funnel_cell as c (college, year, students, x_certified, placed, engaged, stayed)
    select coalesce(x.college, '*'), coalesce(x.year, '*'), sum(x.n), sum(x.n * x.certified), sum(x.n * x.placed), sum(x.n * x.engaged), sum(x.n * x.stayed)
    from json_to_recordset(${JSON.stringify(moves)}::json) as x (college text, year text, n int, certified int, placed int, engaged int, stayed int)
    group by cube (x.college, x.year)
    having sum(x.n) <> 0 or sum(x.n * x.certified) <> 0 or sum(x.n * x.placed) <> 0 or sum(x.n * x.engaged) <> 0 or sum(x.n * x.stayed) <> 0
    order by 1, 2
    on conflict (college, year) do update set students = c.students + excluded.students, x_certified = c.x_certified + excluded.x_certified,
      placed = c.placed + excluded.placed, engaged = c.engaged + excluded.engaged, stayed = c.stayed + excluded.stayed`);
}

const move = (row: FunnelRow, n: 1 | -1) => ({
  college: row.collegeId,
  year: String(row.year),
  n,
  certified: Number(row.xCertifiedOn !== null),
  placed: Number(row.placedOn !== null),
  engaged: Number(row.engagedOn !== null),
  stayed: Number(row.stayedOn !== null),
});
