import { normaliseName } from '../shared/name';
import { Refusal } from '../shared/refusals';
import { toHalfWidth } from '../shared/text';
import { isScorePoints, SCORE_KINDS, type ScoreKind } from './completion';
import type { ScoreEntry } from './score-changes';

export const SCORE_PASTE_ERRORS = [
  'score_paste_empty',
  'score_paste_no_scores',
  'score_unknown_person',
  'score_same_name',
  'score_repeated_person',
  'score_not_a_number',
  'score_out_of_range',
] as const;

export interface RosterEntry {
  enrolmentId: string;
  name: string;
  /** Last four signs of the identity number, to tell two people of one name apart. */
  idTail: string;
}

export interface ScoreRow {
  line: number;
  enrolmentId: string;
  scores: Partial<Record<ScoreKind, number>>;
}

export interface ScorePasteError {
  line: number;
  code: (typeof SCORE_PASTE_ERRORS)[number];
  params: { name?: string; value?: string; kind?: ScoreKind };
}

type Column = ScoreKind | 'name' | 'identity' | 'other';

const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/^姓名$|^name$/i, 'name'],
  [/身份证|证件|^id/i, 'identity'],
  [/理论.*补考|补考.*理论|theory.*re-?test/i, 'theory_retest'],
  [/(实操|实践|技能).*补考|补考.*(实操|实践|技能)|practical.*re-?test/i, 'practical_retest'],
  [/理论|theory/i, 'theory'],
  [/实操|实践|技能|practical/i, 'practical'],
];

const columnOf = (header: string): Column => HEADERS.find(([pattern]) => pattern.test(header))?.[1] ?? 'other';

const WITHOUT_HEADER: readonly Column[] = ['name', ...SCORE_KINDS];

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => toHalfWidth(cell).trim());

/** A number, or 合格 / 不合格 for a practical part that is only marked so. */
const pointsOf = (cell: string, kind: ScoreKind): number => {
  if (kind.startsWith('practical') && /^(合格|不合格)$/.test(cell)) return cell === '合格' ? 60 : 0;
  return /^\d{1,3}(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
};

const findPerson = (name: string, identity: string, roster: readonly RosterEntry[]): RosterEntry | 'unknown' | 'same_name' => {
  const named = roster.filter((entry) => entry.name === name);
  const tail = identity.toUpperCase().slice(-4);
  const exact = tail === '' ? named : named.filter((entry) => entry.idTail.toUpperCase() === tail);
  const [person, second] = exact;
  if (person === undefined) return 'unknown';
  return second === undefined ? person : 'same_name';
};

/** Rows copied from Excel (tabs). With a header row any order of columns; without: name, theory, practical, re-tests. */
export const parseScorePaste = (text: string, roster: readonly RosterEntry[]): { rows: ScoreRow[]; errors: ScorePasteError[] } => {
  const lines = text.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, cells: cellsOf(line) }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head] = filled;
  if (head === undefined) return { rows: [], errors: [{ line: 1, code: 'score_paste_empty', params: {} }] };
  const titles = head.cells.map(columnOf);
  const hasHeader = titles.includes('name');
  const columns = hasHeader ? titles : WITHOUT_HEADER;
  const rows: ScoreRow[] = [];
  const errors: ScorePasteError[] = [];
  for (const { line, cells } of hasHeader ? filled.slice(1) : filled) {
    const at = (column: Column): string => cells[columns.indexOf(column)] ?? '';
    const name = normaliseName(at('name'));
    const fail = (code: ScorePasteError['code'], params: ScorePasteError['params'] = {}): number =>
      errors.push({ line, code, params: { name, ...params } });
    const person = findPerson(name, at('identity'), roster);
    if (typeof person === 'string') {
      fail(person === 'unknown' ? 'score_unknown_person' : 'score_same_name');
      continue;
    }
    if (rows.some((row) => row.enrolmentId === person.enrolmentId)) {
      fail('score_repeated_person');
      continue;
    }
    const scores: ScoreRow['scores'] = {};
    const before = errors.length;
    for (const kind of SCORE_KINDS) {
      const value = at(kind);
      if (value === '') continue;
      const points = pointsOf(value, kind);
      if (Number.isNaN(points)) fail('score_not_a_number', { value, kind });
      else if (!isScorePoints(points)) fail('score_out_of_range', { value, kind });
      else scores[kind] = points;
    }
    if (errors.length > before) continue;
    if (Object.keys(scores).length === 0) fail('score_paste_no_scores');
    else rows.push({ line, enrolmentId: person.enrolmentId, scores });
  }
  return { rows, errors };
};

/** Read rows as entries; each part takes its date and assessor. @throws Refusal at the date that a part lacks */
export const entriesOfPaste = (
  rows: readonly ScoreRow[],
  sittings: ReadonlyMap<ScoreKind, { assessedOn: string; assessor: string }>,
): ScoreEntry[] =>
  rows.flatMap(({ enrolmentId, scores }) =>
    SCORE_KINDS.flatMap((kind): ScoreEntry[] => {
      const points = scores[kind];
      if (points === undefined) return [];
      const sitting = sittings.get(kind);
      if (!sitting) throw new Refusal('field_date', { field: `date.${kind}` });
      return [{ enrolmentId, kind, points, ...sitting }];
    }),
  );
