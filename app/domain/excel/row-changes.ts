import type { ImportColumn } from './import-kind';

export interface CellChange {
  label: string;
  before: string;
  after: string;
}

/** Fields that are called otherwise in the tables than in the sheets. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  name: ['title', 'institution', 'name'],
  theory_points: ['theory'],
  practical_points: ['practical'],
  planned_intake: ['planned'],
  actual_intake: ['actual'],
  childcare_related: ['related'],
  is_active: ['active'],
  building_m_2: ['buildingM2'],
  indoor_m_2: ['indoorM2'],
  outdoor_m_2: ['outdoorM2'],
};

const camel = (field: string): string => field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What a person would write for a stored value: the first word of its code. */
function written(value: unknown, { type }: ImportColumn): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length === 0 ? '' : value.join('、');
  const text = String(value);
  if (type.is !== 'choice') return text;
  return Object.entries(type.words).find(([, code]) => code === text)?.[0] ?? text;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records inside a row's values (the post, the person's facts, the file) laid side by side. */
const flat = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(
    {},
    ...Object.entries(facts).map(([key, value]) =>
      isRecord(value) && key !== 'period' && key !== 'certificate' ? value : { [key]: value },
    ),
  );

/** What a changed row would alter, in the words of the file: only fields that have a column. */
export function rowChanges(
  columns: readonly ImportColumn[],
  labels: Readonly<Record<string, string>>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): CellChange[] {
  const then = flat(before);
  return Object.entries(flat(after)).flatMap(([field, value]) => {
    if (!(field in then) || JSON.stringify(then[field]) === JSON.stringify(value)) return [];
    const key = [...(CALLED[field] ?? []), camel(field)].find((each) => labels[each] !== undefined);
    const column = columns.find((each) => each.key === key);
    if (!key || !column) return [];
    return [{ label: labels[key] ?? key, before: written(then[field], column), after: written(value, column) }];
  });
}
