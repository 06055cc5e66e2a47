import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import { numberIn, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import { comparable } from '../shared/text';
import { POINT_COLUMNS } from './import-columns';
import { FIRST_YEAR, POINT_STATUSES, type PointState, stateGap, tidyState } from './programme';
import { applyPoints, blocksOfPoints, undoPoints } from './write-points.server';

/** A college's own programme points with what they enrol: a row for each point and year. */
export const importPoints: ImportKind = {
  name: 'programme_points',
  sheets: ['专业布点', '专业设置', '专业布点一览表'],
  columns: POINT_COLUMNS,
  roles: ['provider_staff'],
  at: ['college'],
  check,
  apply: applyPoints,
  blocks: blocksOfPoints,
  undo: undoPoints,
};

interface KnownMajor extends Record<string, unknown> {
  id: string;
  code: string | null;
  nameZh: string;
  level: string;
  isActive: boolean;
  /** The college's own point of it, with its years. */
  point: { id: string; status: PointState['status']; filed_on: string | null; document_no: string; ended_on: string | null } | null;
  years: { year: number; planned_intake: number; actual_intake: number | null; graduates: number | null }[];
}

const majorsOf = async (tx: Tx, collegeId: string): Promise<KnownMajor[]> => [
  ...(await tx.execute<KnownMajor>(sql`
    select m.id, m.code, m.name_zh as "nameZh", m.level, m.is_active as "isActive",
      case when p.id is not null then jsonb_build_object('id', p.id, 'status', p.status, 'filed_on', p.filed_on, 'document_no', p.document_no,
        'ended_on', p.ended_on) end as point,
      (select coalesce(jsonb_agg(to_jsonb(y)), '[]') from programme_year y where y.point_id = p.id) as years
    from major m left join programme_point p on p.major_id = m.id and p.college_id = ${collegeId}`)),
];

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const majors = await majorsOf(batch.tx, batch.scope.organisation.id);
  return batch.rows.map((row) => checkRow(batch, row, majors));
}

/** By code and level, by name and level: both must name the same one. */
function findMajor({ values }: ParsedRow, majors: readonly KnownMajor[]): { major: KnownMajor } | { problem: RowProblem } {
  const [code, name, level] = [textIn(values, 'code'), textIn(values, 'major') ?? '', textIn(values, 'level')];
  const named = majors.filter((major) => major.level === level && comparable(major.nameZh) === comparable(name));
  const [found] = code === null ? named : named.filter((major) => major.code === null || major.code === code);
  if (found && (found.isActive || found.point)) return { major: found };
  return { problem: { column: !found && named.length > 0 ? 'code' : 'major', code: 'major_unknown' } };
}

const stateOf = ({ values }: ParsedRow): PointState =>
  tidyState({
    status: POINT_STATUSES.find((status) => status === textIn(values, 'status')) ?? 'filed',
    filedOn: textIn(values, 'filedOn'),
    documentNo: textIn(values, 'documentNo') ?? '',
    endedOn: textIn(values, 'endedOn'),
  });

function checkRow(batch: CheckBatch, row: ParsedRow, majors: readonly KnownMajor[]): CheckedRow {
  const found = findMajor(row, majors);
  if ('problem' in found) return { outcome: 'error', problems: [...row.problems, found.problem] };
  const { major } = found;
  const state = stateOf(row);
  const year = numberIn(row.values, 'year');
  const problems: RowProblem[] = [...row.problems, ...stateProblems(state, batch.today), ...yearProblems(row, batch.today)];
  const first = year === null ? undefined : seenBefore(batch, `${major.id} ${year}`, row.rowNo);
  if (first !== undefined) problems.push({ column: 'year', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0 || year === null) return { outcome: 'error', problems };
  const figures = {
    year,
    planned_intake: numberIn(row.values, 'planned'),
    actual_intake: numberIn(row.values, 'actual'),
    graduates: numberIn(row.values, 'graduates'),
  };
  return outcomeOf(batch, row, major, { state, figures });
}

function stateProblems(state: PointState, today: string): RowProblem[] {
  const gap = stateGap(state, today);
  return gap ? [{ column: gap.field, code: gap.code === 'day_in_future' ? 'date_future' : gap.code }] : [];
}

function yearProblems({ values }: ParsedRow, today: string): RowProblem[] {
  const year = numberIn(values, 'year');
  if (year === null) return [];
  if (year < FIRST_YEAR) return [{ column: 'year', code: 'number_range', params: { min: FIRST_YEAR, max: 2100 } }];
  const early = year > Number(today.slice(0, 4));
  return (['actual', 'graduates'] as const).flatMap((column) =>
    early && numberIn(values, column) !== null ? [{ column, code: 'programme_year_not_yet' as const }] : [],
  );
}

interface Said {
  state: PointState;
  figures: Pick<KnownMajor['years'][number], 'year' | 'actual_intake' | 'graduates'> & { planned_intake: number | null };
}

/** What a point says already is not changed by a workbook: another filing is entered on its page, where it waits for the city. */
function outcomeOf(batch: CheckBatch, row: ParsedRow, major: KnownMajor, { state, figures }: Said): CheckedRow {
  const point = { status: state.status, filed_on: state.filedOn, document_no: state.documentNo, ended_on: state.endedOn };
  const known = major.point;
  const key = `point ${major.id}`;
  const stated = JSON.stringify(point);
  const before = known
    ? JSON.stringify({ status: known.status, filed_on: known.filed_on, document_no: known.document_no, ended_on: known.ended_on })
    : batch.memory.get(`${key} state`);
  if (before !== undefined && before !== stated) return { outcome: 'conflict', problems: [{ column: 'status', code: 'point_differs' }] };
  const id = known?.id ?? batch.memory.get(key) ?? newId();
  batch.memory.set(key, id);
  batch.memory.set(`${key} state`, stated);
  const year = { ...figures, point_id: id };
  const there = major.years.find((each) => each.year === figures.year);
  const pick = (from: Said['figures']) => [from.planned_intake, from.actual_intake, from.graduates].join();
  if (there && pick(there) === pick(figures)) return { outcome: 'same', problems: [], subjectId: id };
  const made = { ...point, id, college_id: batch.scope.organisation.id, major_id: major.id, remark: textIn(row.values, 'remark') ?? '' };
  const values = { year, ...(!known && { point: made }) };
  return there
    ? { outcome: 'changed', problems: [], subjectId: id, values, before: { year: { ...there, point_id: id } } }
    : { outcome: 'new', problems: [], subjectId: id, values };
}
