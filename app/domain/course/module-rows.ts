/**
 * The rows of a module editor as plain form values: fields `modules.<row>.<part>`. A button of the form adds,
 * removes or moves a row; the page is drawn again from the values, so it needs no JavaScript and loses nothing.
 */
export const ROW_PARTS = ['key', 'code', 'title', 'titleEn', 'outline', 'theory', 'practice', 'topics'] as const;
export type RowPart = (typeof ROW_PARTS)[number];
export type ModuleRow = Partial<Record<RowPart, string>> & { key: string };
export type FormValues = Record<string, string[]>;

export const MAX_ROWS = 60;

const FIELD = /^modules\.(\d{1,3})\.([a-zA-Z]+)$/;
const INTENT = /^(add|remove|up|down)(?:\.(\d{1,3}))?$/;

const isPart = (text: string): text is RowPart => (ROW_PARTS as readonly string[]).includes(text);

/** The rows in their order on the page. */
export const rowsOf = (values: FormValues): ModuleRow[] => {
  const rows = new Map<number, ModuleRow>();
  for (const [name, [value = '']] of Object.entries(values)) {
    const [, at, part] = FIELD.exec(name) ?? [];
    if (at === undefined || part === undefined || !isPart(part)) continue;
    rows.set(Number(at), { key: '', ...rows.get(Number(at)), [part]: value });
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .slice(0, MAX_ROWS)
    .map(([at, row]) => ({ ...row, key: row.key || `row-${at}` }));
};

export const fieldOf = (row: number, part: RowPart): string => `modules.${row}.${part}`;

const freshKey = (rows: readonly ModuleRow[]): string => {
  let n = rows.length + 1;
  while (rows.some((row) => row.key === `new-${n}`)) n += 1;
  return `new-${n}`;
};

const swapped = (rows: ModuleRow[], at: number, other: number): ModuleRow[] => {
  const [a, b] = [rows[at], rows[other]];
  return a && b ? rows.with(at, b).with(other, a) : rows;
};

/** Whether a button's value is about rows: `add`, `remove.3`, `up.3`, `down.3`. */
export const isRowIntent = (intent: string): boolean => INTENT.test(intent);

const applied = (rows: ModuleRow[], intent: string): ModuleRow[] => {
  const [, verb, place] = INTENT.exec(intent) ?? [];
  const at = Number(place);
  switch (verb) {
    case 'add':
      return rows.length < MAX_ROWS ? [...rows, { key: freshKey(rows) }] : rows;
    case 'remove':
      return rows.filter((_, index) => index !== at);
    case 'up':
      return swapped(rows, at, at - 1);
    case 'down':
      return swapped(rows, at, at + 1);
    default:
      return rows;
  }
};

/** The form's values after the button: rows renumbered, every other field as it was. */
export const withRowIntent = (values: FormValues, intent: string): FormValues => {
  const others = Object.entries(values).filter(([name]) => !FIELD.test(name) && name !== 'intent');
  const rows = applied(rowsOf(values), intent);
  const fields = rows.flatMap((row, at) => ROW_PARTS.map((part): [string, string[]] => [fieldOf(at, part), [row[part] ?? '']]));
  return Object.fromEntries([...others, ...fields]);
};
