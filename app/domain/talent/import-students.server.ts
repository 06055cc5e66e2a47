import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import { textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import {
  findPersons,
  type KnownPerson,
  type NamedPerson,
  namedPerson,
  nameProblem,
  newPersonRow,
  spelledTwoWays,
} from '../person/known-persons.server';
import { newId } from '../shared/id';
import { addDays } from '../shared/period';
import { comparable } from '../shared/text';
import type { PointStatus } from './programme';
import { ENTERED_AHEAD_DAYS, studiesGap } from './student';
import { STUDENT_COLUMNS } from './student-columns';
import { applyStudents, blocksOfStudents, undoStudents } from './write-imported-students.server';

/** Students of a college, by the same rules as on its page. */
export const importStudents: ImportKind = {
  name: 'students',
  sheets: ['学生名册', '学生名单', '学生'],
  columns: STUDENT_COLUMNS,
  roles: ['provider_staff'],
  at: ['college'],
  check,
  apply: applyStudents,
  blocks: blocksOfStudents,
  undo: undoStudents,
};

interface Point {
  id: string;
  name: string;
  code: string | null;
  status: PointStatus;
  endedOn: string | null;
}
interface Entry {
  id: string;
  personId: string;
  pointId: string;
  studentNo: string;
  className: string;
  enrolledOn: string;
}
interface Facts {
  persons: Map<string, KnownPerson>;
  points: readonly Point[];
  entries: readonly Entry[];
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const named = batch.rows.map((row) => namedPerson(row.values));
  const persons = await findPersons(
    batch.tx,
    named.flatMap((person) => person?.hash ?? []),
  );
  const numbers = batch.rows.flatMap(({ values }) => textIn(values, 'studentNo') ?? []);
  const facts: Facts = { persons, ...(await factsOf(batch.tx, batch.scope.organisation.id, [...persons.values()], numbers)) };
  return batch.rows.map((row, at) => checkRow(batch, row, named[at] ?? null, facts));
}

async function factsOf(tx: Tx, collegeId: string, persons: readonly KnownPerson[], numbers: readonly string[]) {
  const points = await tx.execute<Point & Record<string, unknown>>(sql`
    select p.id, m.name_zh as name, m.code, p.status, p.ended_on::text as "endedOn"
    from programme_point p join major m on m.id = p.major_id where p.college_id = ${collegeId}`);
  const entries = await tx.execute<Entry & Record<string, unknown>>(sql`
    select id, person_id as "personId", point_id as "pointId", student_no as "studentNo", class_name as "className", enrolled_on::text as "enrolledOn"
    from student where college_id = ${collegeId}
      and (person_id::text in (select jsonb_array_elements_text(${JSON.stringify(persons.map(({ id }) => id))}::jsonb))
        or student_no in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)))`);
  return { points: [...points], entries: [...entries] };
}

/** The point that a cell names by the major's name or code; those that are taught before those that ended. */
function pointOf(major: string, points: readonly Point[]): Point | RowProblem {
  const named = points.filter(({ name, code }) => comparable(name) === comparable(major) || code === major.toUpperCase());
  const taught = named.filter(({ status }) => status === 'filed');
  const [point, ...others] = taught.length > 0 ? taught : named;
  if (!point) return { column: 'major', code: 'student_point_unknown' };
  return others.length > 0 ? { column: 'major', code: 'student_point_ambiguous' } : point;
}

const COLUMN = { pointId: 'major', enrolledOn: 'enrolledOn' } as const;

function checkRow(batch: CheckBatch, row: ParsedRow, named: NamedPerson | null, facts: Facts): CheckedRow {
  const { values } = row;
  const known = named ? facts.persons.get(named.hash) : undefined;
  const problems: RowProblem[] = [...row.problems, ...nameProblem(values, known), ...spelledTwoWays(batch, row, named)];
  const [major, studentNo, enrolledOn] = [textIn(values, 'major'), textIn(values, 'studentNo'), textIn(values, 'enrolledOn')];
  const point = major === null ? null : pointOf(major, facts.points);
  if (point && 'column' in point) problems.push(point);
  else if (point && enrolledOn) {
    const gap = studiesGap(point, enrolledOn, addDays(batch.today, ENTERED_AHEAD_DAYS));
    if (gap) problems.push({ column: COLUMN[gap.field], code: gap.code as RowProblem['code'] });
  }
  const first = studentNo ? seenBefore(batch, `no ${studentNo}`, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'studentNo', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0 || !named || !point || 'column' in point || !studentNo || !enrolledOn) return { outcome: 'error', problems };
  const entry = { pointId: point.id, studentNo, className: textIn(values, 'className') ?? '', enrolledOn };
  return outcomeOf(batch, row, named, known, entry, facts);
}

type Wanted = Pick<Entry, 'pointId' | 'studentNo' | 'className' | 'enrolledOn'>;

function outcomeOf(
  batch: CheckBatch,
  row: ParsedRow,
  named: NamedPerson,
  known: KnownPerson | undefined,
  entry: Wanted,
  facts: Facts,
): CheckedRow {
  const own = facts.entries.find(({ personId, pointId }) => personId === known?.id && pointId === entry.pointId);
  const holder = facts.entries.find(({ studentNo }) => studentNo === entry.studentNo);
  if (holder && holder.id !== own?.id) return { outcome: 'conflict', problems: [{ column: 'studentNo', code: 'student_number_taken' }] };
  const columns = (of: Wanted) => ({ student_no: of.studentNo, class_name: of.className, enrolled_on: of.enrolledOn });
  if (own) {
    const wanted = { ...entry, className: entry.className || own.className };
    const same = own.studentNo === wanted.studentNo && own.className === wanted.className && own.enrolledOn === wanted.enrolledOn;
    if (same) return { outcome: 'same', problems: [], subjectId: own.id };
    return { outcome: 'changed', problems: [], subjectId: own.id, values: columns(wanted), before: columns(own) };
  }
  const id = newId();
  return {
    outcome: 'new',
    problems: [],
    subjectId: id,
    values: {
      id,
      person_id: known?.id ?? null,
      person_hash: named.hash,
      college_id: batch.scope.organisation.id,
      point_id: entry.pointId,
      ...columns(entry),
      status: 'studying',
      created_by: batch.scope.accountId,
      import_id: batch.importId,
      is_demo: false,
      ...(known ? {} : { person: { ...newPersonRow(named, row.values, batch.importId, batch.today), is_pre_service: true } }),
    },
  };
}
