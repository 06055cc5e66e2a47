import { expect, test } from 'vitest';
import { changedLines, doubledCode, inForceOn, sectionsOf, stateOf, withCodes } from '~/domain/health-care/checklist';
import { SEED_CHECKLIST } from '~/domain/health-care/checklist-seed';
import type { ChecklistItem, ChecklistStatus } from '~/domain/health-care/visit';
import { checklistForm } from '~/domain/health-care/visit/inputs';

const version = (id: string, inForceFromOn: string, status: ChecklistStatus = 'published') => ({ id, inForceFromOn, status });
const VERSIONS = [
  version('first', '2023-01-01'),
  version('second', '2026-01-01'),
  version('coming', '2026-06-01'),
  version('draft', '2025-01-01', 'draft'),
  version('gone', '2025-06-01', 'withdrawn'),
];

test.each([
  ['2022-12-31', null],
  ['2023-01-01', 'first'],
  ['2025-12-31', 'first'],
  ['2026-01-01', 'second'],
  ['2026-06-01', 'coming'],
])('on %s visits are recorded by %s', (day, expected) => {
  expect(inForceOn(VERSIONS, day)?.id ?? null).toBe(expected);
});

test('each version is something to whoever reads it today', () => {
  expect(VERSIONS.map((one) => stateOf(one, VERSIONS, '2026-03-10'))).toEqual(['past', 'in_force', 'future', 'draft', 'withdrawn']);
});

const item = (code: string, textZh = code, sectionZh = '消毒'): ChecklistItem => ({
  code,
  sectionZh,
  sectionEn: sectionZh,
  textZh,
  textEn: textZh,
  source: '',
});

test('lines stand under their sections in the order in which these appear', () => {
  const sections = sectionsOf([item('1'), item('2', '2', '膳食'), item('3')]);
  expect(sections.map(({ sectionZh, items }) => [sectionZh, items.map(({ code }) => code)])).toEqual([
    ['消毒', ['1', '3']],
    ['膳食', ['2']],
  ]);
});

test('codes are given to lines without one, and never twice', () => {
  expect(withCodes([item(''), item('L01'), item(''), item('A01')]).map(({ code }) => code)).toEqual(['L02', 'L01', 'L03', 'A01']);
  expect(doubledCode([item('A'), item('B'), item('A')])).toBe('A');
  expect(doubledCode([item('A'), item('B')])).toBeNull();
});

test('an edit says which lines came, went or changed', () => {
  expect(changedLines([item('A'), item('B'), item('C')], [item('A'), item('B', 'other'), item('D')])).toEqual({
    added: ['D'],
    removed: ['C'],
    changed: ['B'],
  });
});

test('the shipped checklist is a proposal of about twenty lines in six to eight sections, in both languages', () => {
  const { items, isOfficial } = SEED_CHECKLIST;
  expect(isOfficial).toBe(false);
  expect(items.length).toBeGreaterThanOrEqual(18);
  expect(sectionsOf(items).length).toBeGreaterThanOrEqual(6);
  expect(sectionsOf(items).length).toBeLessThanOrEqual(8);
  expect(doubledCode(items)).toBeNull();
  for (const { textZh, textEn, sectionEn } of items) expect([textZh, textEn, sectionEn].every((text) => text.length > 1)).toBe(true);
});

const HEAD = { titleZh: '清单', titleEn: 'List', inForceFromOn: '2026-04-01', documentNo: '' };
const line = (at: number, values: Partial<ChecklistItem & { order: string }>) =>
  Object.fromEntries(
    Object.entries({
      code: '',
      sectionZh: '消毒',
      sectionEn: 'Hygiene',
      textZh: '看',
      textEn: 'look',
      source: '',
      order: String(at + 1),
      ...values,
    }).map(([name, value]) => [`${name}.${at}`, value]),
  );

test('the form adds, moves and leaves out lines', () => {
  const read = checklistForm.parse({
    ...HEAD,
    ...line(0, { code: 'A01', order: '3' }),
    ...line(1, { textZh: '', textEn: '', code: 'A02' }),
    ...line(2, { code: 'A03', order: '1' }),
  });
  expect(read.items.map(({ code }) => code)).toEqual(['A03', 'A01']);
});

test('a line that is half filled in is said at its own field', () => {
  const read = checklistForm.safeParse({ ...HEAD, ...line(4, { textEn: '', sectionZh: '' }) });
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['sectionZh.4', 'field_required'],
    ['textEn.4', 'field_required'],
  ]);
});
