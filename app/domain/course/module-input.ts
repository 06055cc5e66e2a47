import { countCharacters } from '../shared/text';
import { parseHours } from './class-hours';
import type { CourseModule } from './course';
import { type FormValues, fieldOf, MAX_ROWS, type ModuleRow, type RowPart, rowsOf } from './module-rows';

const MAX_TITLE = 100;
const MAX_CODE = 20;
const MAX_TOPIC = 60;

/** Where a finding stands and the refusal code that words it. */
export type Complain = (field: string, code: string, params?: Record<string, number>) => void;

/** Topics as typed: separated by semicolons or new lines. */
export const parseTopics = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[;；\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
  ),
];

const TYPED: readonly RowPart[] = ['code', 'title', 'titleEn', 'theory', 'practice', 'topics'];
const isBlank = (row: ModuleRow): boolean => TYPED.every((part) => (row[part] ?? '') === '');

/** The first free code: the outline's own when the row answers one, else M1, M2 … */
const freeCode = (wanted: string | null, taken: ReadonlySet<string>): string => {
  if (wanted && !taken.has(wanted)) return wanted;
  let n = 1;
  while (taken.has(`M${n}`)) n += 1;
  return `M${n}`;
};

export type TypedModule = CourseModule & { titleEn: string };

const readRow = (row: ModuleRow, at: number, complain: Complain): Omit<TypedModule, 'code'> => {
  const minutes = (part: 'theory' | 'practice') => {
    const typed = parseHours(row[part] ?? '');
    if (typed.ok) return typed.minutes;
    complain(fieldOf(at, part), typed.code);
    return 0;
  };
  const title = row.title ?? '';
  const titleEn = row.titleEn ?? '';
  const topics = parseTopics(row.topics ?? '');
  if (title === '') complain(fieldOf(at, 'title'), 'field_required');
  for (const [part, text] of [
    ['title', title],
    ['titleEn', titleEn],
  ] as const) {
    if (countCharacters(text) > MAX_TITLE) complain(fieldOf(at, part), 'field_too_long', { max: MAX_TITLE });
  }
  if (topics.some((topic) => countCharacters(topic) > MAX_TOPIC)) complain(fieldOf(at, 'topics'), 'topic_too_long', { max: MAX_TOPIC });
  const outlineModuleCode = row.outline ? row.outline.slice(0, MAX_CODE) : null;
  return { title, titleEn, theoryMinutes: minutes('theory'), practiceMinutes: minutes('practice'), topics, outlineModuleCode };
};

/** The modules of an editor; blank rows are left out, rows without a code get one, each finding stands at its own cell. */
export const readModules = (values: FormValues, complain: Complain): TypedModule[] => {
  const rows = rowsOf(values);
  if (Object.keys(values).some((name) => name.startsWith(`modules.${MAX_ROWS}.`)))
    complain(fieldOf(0, 'title'), 'course_too_many_modules', { max: MAX_ROWS });
  const taken = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const code = row.code ?? '';
    if (code === '' || isBlank(row)) continue;
    if (taken.has(code)) complain(fieldOf(at, 'code'), 'module_code_taken');
    if (countCharacters(code) > MAX_CODE) complain(fieldOf(at, 'code'), 'field_too_long', { max: MAX_CODE });
    taken.add(code);
  }
  return rows.flatMap((row, at) => {
    if (isBlank(row)) return [];
    const module = readRow(row, at, complain);
    const code = row.code || freeCode(module.outlineModuleCode, taken);
    taken.add(code);
    return [{ ...module, code }];
  });
};
