import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { daySpan } from '../../excel/day-span';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../../excel/import-engine.server';
import { textIn } from '../../excel/import-kind';
import type { ParsedRow } from '../../excel/read-row';
import type { RowProblem } from '../../excel/row-problem';
import { newId } from '../../shared/id';
import { comparable } from '../../shared/text';
import { insuranceIn, mentorsIn } from './ledger-cells';
import { LEDGER_COLUMNS } from './ledger-columns';
import { applyPlacements, blocksOfPlacements, undoPlacements } from './write-imported-placements.server';

/** 历史实习台账: placements that were over before the platform knew of them. They make no post and send no message. */
export const importPlacements: ImportKind = {
  name: 'placements',
  sheets: ['实习台账', '实习', '实习名单'],
  columns: LEDGER_COLUMNS,
  roles: ['provider_staff'],
  at: ['college'],
  check,
  apply: applyPlacements,
  blocks: blocksOfPlacements,
  undo: undoPlacements,
};

interface Student extends Record<string, unknown> {
  id: string;
  personId: string;
  studentNo: string;
  name: string;
  isDemo: boolean;
}
interface Known extends Record<string, unknown> {
  agreementNo: string;
  studentId: string;
  institutionId: string;
  fromOn: string;
  untilOn: string;
  result: string | null;
}
interface Facts {
  college: string;
  students: Map<string, Student>;
  /** Null where two institutions have the name. */
  institutions: Map<string, string | null>;
  known: Map<string, Known>;
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const said = (key: string) => JSON.stringify(batch.rows.flatMap(({ values }) => textIn(values, key) ?? []));
  const facts = await factsOf(batch.tx, batch.scope.organisation.id, said);
  return batch.rows.map((row) => checkRow(batch, row, facts));
}

async function factsOf(tx: Tx, collegeId: string, said: (key: string) => string): Promise<Facts> {
  const among = (key: string) => sql`(select jsonb_array_elements_text(${said(key)}::jsonb))`;
  const [college] = await tx.execute<{ name: string }>(sql`select name from organisation where id = ${collegeId}`);
  const students = await tx.execute<Student>(sql`
    select s.id, s.person_id as "personId", s.student_no as "studentNo", w.name, s.is_demo as "isDemo" from student s join person w on w.id = s.person_id
    where s.college_id = ${collegeId} and s.student_no in ${among('studentNo')}`);
  const houses = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from organisation where kind = 'institution' and name in ${among('institution')}`,
  );
  const known = await tx.execute<Known>(sql`
    select agreement_no as "agreementNo", student_id as "studentId", institution_id as "institutionId", from_on::text as "fromOn",
      until_on::text as "untilOn", result from placement where college_id = ${collegeId} and agreement_no in ${among('agreementNo')}`);
  const institutions = new Map<string, string | null>();
  for (const { id, name } of houses) institutions.set(name, institutions.has(name) ? null : id);
  return {
    college: college?.name ?? '',
    students: new Map(students.map((row) => [row.studentNo, row])),
    institutions,
    known: new Map(known.map((row) => [row.agreementNo, row])),
  };
}

function checkRow(batch: CheckBatch, row: ParsedRow, facts: Facts): CheckedRow {
  const { values } = row;
  const problems: RowProblem[] = [...row.problems];
  const college = textIn(values, 'college');
  if (college !== null && comparable(college) !== comparable(facts.college))
    problems.push({ column: 'college', code: 'placement_other_college' });
  const [studentNo, name, house, agreementNo] = ['studentNo', 'name', 'institution', 'agreementNo'].map((key) => textIn(values, key));
  const student = studentNo ? facts.students.get(studentNo) : undefined;
  if (studentNo && !student) problems.push({ column: 'studentNo', code: 'placement_student_unknown' });
  if (student && name && student.name !== name) problems.push({ column: 'name', code: 'person_name_differs' });
  const institutionId = house ? facts.institutions.get(house) : undefined;
  if (house && !institutionId) problems.push({ column: 'institution', code: 'institution_unknown' });
  const days = textIn(values, 'days');
  const span = days === null ? null : daySpan(days);
  if (days !== null && !span) problems.push({ column: 'days', code: 'date_span' });
  if (span && span.endsOn < span.startsOn) problems.push({ column: 'days', code: 'ends_before_start' });
  if (span && span.endsOn > batch.today) problems.push({ column: 'days', code: 'placement_not_over' });
  const first = agreementNo ? seenBefore(batch, `agreement ${agreementNo}`, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'agreementNo', code: 'twice_in_file', params: { row: first } });
  const [role, result] = [textIn(values, 'role'), textIn(values, 'result')];
  if (problems.length > 0 || !student || !institutionId || !span || !agreementNo || !role || !result) return { outcome: 'error', problems };
  const known = facts.known.get(agreementNo);
  if (known) {
    const isSame =
      [known.studentId, known.institutionId, known.fromOn, known.untilOn, known.result].join() ===
      [student.id, institutionId, span.startsOn, span.endsOn, result].join();
    return isSame
      ? { outcome: 'same', problems: [] }
      : { outcome: 'conflict', problems: [{ column: 'agreementNo', code: 'placement_agreement_taken' }] };
  }
  const id = newId();
  const written = {
    ...{ id, student_id: student.id, person_id: student.personId, college_id: batch.scope.organisation.id, institution_id: institutionId },
    ...{ kind: 'post', role, from_on: span.startsOn, until_on: span.endsOn, agreement_no: agreementNo, guardian_consent: false },
    ...insuranceIn(textIn(values, 'insurance')),
    ...mentorsIn(textIn(values, 'mentors')),
    ...{ status: 'finished', result, college_assessment: '', institution_assessment: '', proposed_by: batch.scope.accountId },
    ...{ import_id: batch.importId, is_demo: student.isDemo },
  };
  return { outcome: 'new', problems: [], subjectId: id, values: written };
}
