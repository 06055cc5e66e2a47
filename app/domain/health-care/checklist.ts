import { groupBy } from '../shared/group-by';
import type { ChecklistItem, ChecklistStatus } from './visit';

/** What an author writes of a version. */
export interface ChecklistText {
  titleZh: string;
  titleEn: string;
  inForceFromOn: string;
  /** A document of the city says so; its number is then named. Else it is a proposal. */
  isOfficial: boolean;
  documentNo: string;
  items: ChecklistItem[];
}

/** A version that visits are recorded by. */
export interface ChecklistVersion extends ChecklistText {
  id: string;
  version: number;
}

/** What a version is to somebody who reads the list on a day. */
export const CHECKLIST_STATES = ['in_force', 'future', 'past', 'draft', 'withdrawn'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

interface Dated {
  id: string;
  status: ChecklistStatus;
  inForceFromOn: string;
}

/** In force from its day until the next published version; null before the first. */
export const inForceOn = <Version extends Dated>(versions: readonly Version[], day: string): Version | null => {
  let found: Version | null = null;
  for (const version of versions) {
    if (version.status !== 'published' || version.inForceFromOn > day) continue;
    if (found === null || version.inForceFromOn > found.inForceFromOn) found = version;
  }
  return found;
};

export const stateOf = (version: Dated, all: readonly Dated[], today: string): ChecklistState => {
  if (version.status !== 'published') return version.status;
  if (version.inForceFromOn > today) return 'future';
  return inForceOn(all, today)?.id === version.id ? 'in_force' : 'past';
};

/** Lines under their sections, in the order in which the sections first appear. */
export const sectionsOf = <Item extends Pick<ChecklistItem, 'sectionZh' | 'sectionEn'>>(items: readonly Item[]) =>
  [...groupBy(items, (item) => item.sectionZh).values()].map((lines) => ({
    sectionZh: lines[0]?.sectionZh ?? '',
    sectionEn: lines[0]?.sectionEn ?? '',
    items: lines,
  }));

/** The first code of a line that another has too. */
export const doubledCode = (items: readonly Pick<ChecklistItem, 'code'>[]): string | null =>
  items.find(({ code }, at) => items.findIndex((other) => other.code === code) !== at)?.code ?? null;

/** The next free number for lines that were typed without a code: `A01` → `A02`, and so on. */
export const withCodes = (items: readonly ChecklistItem[]): ChecklistItem[] => {
  const taken = new Set(items.map(({ code }) => code));
  let next = 1;
  return items.map((item) => {
    if (item.code !== '') return item;
    while (taken.has(codeNumbered(next))) next += 1;
    const code = codeNumbered(next);
    taken.add(code);
    return { ...item, code };
  });
};

const codeNumbered = (number: number): string => `L${String(number).padStart(2, '0')}`;

/** What a new version changes: lines by code that came, went, or say something else. */
export function changedLines(before: readonly ChecklistItem[], after: readonly ChecklistItem[]) {
  const [old, fresh] = [new Map(before.map((item) => [item.code, item])), new Map(after.map((item) => [item.code, item]))];
  return {
    added: after.filter(({ code }) => !old.has(code)).map(({ code }) => code),
    removed: before.filter(({ code }) => !fresh.has(code)).map(({ code }) => code),
    changed: after.filter((item) => old.has(item.code) && !sameLine(item, old.get(item.code))).map(({ code }) => code),
  };
}

const TEXTS = ['sectionZh', 'sectionEn', 'textZh', 'textEn', 'source'] as const satisfies readonly (keyof ChecklistItem)[];
const sameLine = (a: ChecklistItem, b: ChecklistItem | undefined): boolean => TEXTS.every((key) => a[key] === b?.[key]);

/** Says the same in the same order; how the stored lines are written down does not matter. */
export const sameLines = (a: readonly ChecklistItem[], b: readonly ChecklistItem[]): boolean =>
  a.length === b.length && a.every((item, at) => item.code === b[at]?.code && sameLine(item, b[at]));
