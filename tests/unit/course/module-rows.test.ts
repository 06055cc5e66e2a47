import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopics, readModules } from '~/domain/course/module-input';
import { type FormValues, fieldOf, isRowIntent, rowsOf, withRowIntent } from '~/domain/course/module-rows';

const form = (...titles: string[]): FormValues => ({
  title: ['课程'],
  intent: ['add'],
  ...Object.fromEntries(
    titles.flatMap(
      (title, at) =>
        [
          [fieldOf(at, 'key'), [title]],
          [fieldOf(at, 'title'), [title]],
        ] as [string, string[]][],
    ),
  ),
});
const titles = (values: FormValues) => rowsOf(values).map((row) => row.title ?? '');

describe('buttons of the editor', () => {
  test.each([
    ['add', ['甲', '乙', '丙', '']],
    ['remove.1', ['甲', '丙']],
    ['up.2', ['甲', '丙', '乙']],
    ['down.0', ['乙', '甲', '丙']],
    ['up.0', ['甲', '乙', '丙']],
    ['down.2', ['甲', '乙', '丙']],
    ['remove.9', ['甲', '乙', '丙']],
  ])('%s', (intent, expected) => {
    expect(isRowIntent(intent)).toBe(true);
    const after = withRowIntent(form('甲', '乙', '丙'), intent);
    expect(titles(after)).toEqual(expected);
    expect(after.title).toEqual(['课程']);
    expect(after.intent).toBeUndefined();
  });

  test.each(['save', 'submit', 'remove', 'up.x', '', 'add.1000'])('%s is none of them, or does nothing', (intent) => {
    if (isRowIntent(intent)) expect(titles(withRowIntent(form('甲'), intent))).toEqual(['甲']);
    else expect(isRowIntent(intent)).toBe(false);
  });

  test('a new row never takes the key of another', () => {
    let values = form();
    for (const intent of ['add', 'add', 'remove.0', 'add', 'add', 'remove.1', 'add']) values = withRowIntent(values, intent);
    const keys = rowsOf(values).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('any sequence of moves keeps every row', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('up', 'down'), fc.nat(5)), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (list) => {
        const after = list.reduce((values, [verb, at]) => withRowIntent(values, `${verb}.${at}`), form('a', 'b', 'c', 'd'));
        expect(titles(after).sort()).toEqual(['a', 'b', 'c', 'd']);
      }),
    );
  });
});

const read = (rows: Record<string, string>[]) => {
  const values = Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([part, value]) => [`modules.${at}.${part}`, [value]])),
  );
  const complaints: [string, string][] = [];
  const modules = readModules(values, (field, code) => complaints.push([field, code]));
  return { modules, complaints };
};

describe('reading the rows', () => {
  test('blank rows are left out, missing codes are made, an outline module gives its own', () => {
    const { modules, complaints } = read([
      { key: 'a', title: '甲', theory: '2', outline: 'C-T1' },
      { key: 'b', code: ' '.trim(), title: '', theory: '', practice: '', topics: '' },
      { key: 'c', code: 'M1', title: '乙', practice: '90分钟', topics: '喂养；睡眠;喂养\n盥洗' },
      { key: 'd', title: '丙', theory: '1' },
    ]);
    expect(complaints).toEqual([]);
    expect(modules.map(({ code, theoryMinutes, practiceMinutes }) => [code, theoryMinutes, practiceMinutes])).toEqual([
      ['C-T1', 90, 0],
      ['M1', 0, 90],
      ['M2', 45, 0],
    ]);
    expect(modules[1]?.topics).toEqual(['喂养', '睡眠', '盥洗']);
  });

  test.each([
    ['a module without a name', { theory: '2' }, ['modules.0.title', 'field_required']],
    ['a name too long', { title: '长'.repeat(101) }, ['modules.0.title', 'field_too_long']],
    ['hours that are no number', { title: '甲', practice: '很多' }, ['modules.0.practice', 'hours_format']],
    ['a topic too long', { title: '甲', topics: '长'.repeat(61) }, ['modules.0.topics', 'topic_too_long']],
    ['a code too long', { title: '甲', code: 'C'.repeat(21) }, ['modules.0.code', 'field_too_long']],
  ])('%s is named at its cell', (_, row, complaint) => {
    expect(read([{ key: 'a', ...row }]).complaints).toEqual([complaint]);
  });

  test('two modules with one code are named at the second', () => {
    const { complaints } = read([
      { key: 'a', code: 'A', title: '甲' },
      { key: 'b', code: 'A', title: '乙' },
    ]);
    expect(complaints).toEqual([['modules.1.code', 'module_code_taken']]);
  });

  test('topics come apart at semicolons and new lines of any width', () => {
    expect(parseTopics(' 急救；消防;\n\n 疏散 ；')).toEqual(['急救', '消防', '疏散']);
  });
});
