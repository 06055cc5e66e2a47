import type { CourseModule, Syllabus } from './course';

const HEAD = ['title', 'categories', 'audience', 'summary', 'delivery', 'passRule'] as const;
type HeadField = (typeof HEAD)[number];
export type ChangedField = HeadField | 'moduleOrder';

export interface ModuleChange {
  code: string;
  title: string;
  kind: 'added' | 'removed' | 'changed';
  before: CourseModule | null;
  after: CourseModule | null;
}

/** What differs between two versions of a syllabus, field by field and module by module. */
export interface SyllabusChange {
  fields: ChangedField[];
  modules: ModuleChange[];
}

type Compared = Pick<Syllabus, HeadField | 'modules'>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Keys in one order: JSON from the database comes back in another. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const change = (before: CourseModule | null, after: CourseModule | null, kind: ModuleChange['kind']): ModuleChange => ({
  code: (after ?? before)?.code ?? '',
  title: (after ?? before)?.title ?? '',
  kind,
  before,
  after,
});

export const syllabusChange = (before: Compared, after: Compared): SyllabusChange => {
  const old = new Map(before.modules.map((module) => [module.code, module]));
  const kept = new Set(after.modules.map((module) => module.code));
  const changed = after.modules.flatMap((module) => {
    const was = old.get(module.code);
    if (!was) return [change(null, module, 'added')];
    return same(was, module) ? [] : [change(was, module, 'changed')];
  });
  const removed = before.modules.filter((module) => !kept.has(module.code)).map((module) => change(module, null, 'removed'));
  const order = (list: readonly CourseModule[]) => list.map((module) => module.code).filter((code) => old.has(code) && kept.has(code));
  const fields: ChangedField[] = HEAD.filter((field) => !same(before[field], after[field]));
  if (!same(order(before.modules), order(after.modules))) fields.push('moduleOrder');
  return { fields, modules: [...changed, ...removed] };
};

export const isUnchanged = (difference: SyllabusChange): boolean => difference.fields.length === 0 && difference.modules.length === 0;

/** Names of the parts whose values differ, for the event of an edit. */
export const changedFields = <T extends object>(before: T, after: T): string[] =>
  Object.keys(after).filter((key) => !same(Reflect.get(before, key), Reflect.get(after, key)));
