import { describe, expect, test } from 'vitest';
import { CERTIFICATE_COLUMNS } from '~/domain/certificate/import-columns';
import { ROSTER_COLUMNS } from '~/domain/certificate/roster-columns';
import { HISTORIC_COLUMNS } from '~/domain/completion/historic-columns';
import { RESULT_COLUMNS } from '~/domain/evaluation/result-columns';
import type { SheetRow } from '~/domain/excel/cell';
import { findHeader } from '~/domain/excel/find-header';
import type { ImportColumn } from '~/domain/excel/import-kind';
import { openTable } from '~/domain/excel/read-table.server';
import { rowChanges } from '~/domain/excel/row-changes';
import { skippedAs } from '~/domain/excel/row-kind';
import { VISIT_COLUMNS } from '~/domain/health-care/visit-columns';
import { LECTURER_COLUMNS } from '~/domain/lecturer/import-columns';
import { INSTITUTION_COLUMNS } from '~/domain/organisation/institution-columns';
import { MAJOR_COLUMNS, POINT_COLUMNS } from '~/domain/talent/import-columns';
import { workbook } from '../../support/workbooks';

const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  hidden: false,
  cells: texts.map((text) => (text === '' ? undefined : { text, kind: 'text' })),
});
const columns = ROSTER_COLUMNS;
const ALL: [string, readonly ImportColumn[]][] = [
  ['rosters', ROSTER_COLUMNS],
  ['certificates', CERTIFICATE_COLUMNS],
  ['institutions', INSTITUTION_COLUMNS],
  ['completions', HISTORIC_COLUMNS],
  ['x_results', RESULT_COLUMNS],
  ['visits', VISIT_COLUMNS],
  ['lecturers', LECTURER_COLUMNS],
];

describe('headers', () => {
  test('below a title and 填报单位, under other names, with brackets and line breaks', () => {
    const found = findHeader(
      [
        row(1, '从业人员花名册'),
        row(2, '填报单位：', '', '填报日期：'),
        row(3, '序号', '姓 名', '身份证号码（18位）', '职务/岗位', '入职\n时间*', '星座'),
      ],
      columns,
    );
    expect(found).toMatchObject({
      row: 3,
      missing: [],
      unknown: ['星座'],
      labels: { idNumber: '身份证号码（18位）', role: '职务/岗位', startOn: '入职时间*' },
    });
  });

  test('in two levels: the lower row knows more, the upper one gives the rest', () => {
    const upper = row(2, '姓名', '证件号码', '岗位', '入职日期', '技能证书', '技能证书', '技能证书');
    const lower = row(3, '姓名', '证件号码', '岗位', '入职日期', '名称', '等级', '编号');
    const found = findHeader([row(1, '花名册'), upper, lower], columns);
    expect(found?.row).toBe(3);
    expect([...(found?.columns.values() ?? [])]).toEqual(['name', 'idNumber', 'role', 'startOn', 'title', 'level', 'number']);
  });

  test('nowhere', () => {
    expect(findHeader([row(1, '书名', '作者')], columns)).toBeNull();
  });

  test.each(ALL)('%s: no two columns share a word', (_, list) => {
    const words = list.flatMap(({ header, aliases }) => [...new Set([header, ...aliases])]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test.each(ALL)('%s: our own headers are all recognised', (_, list) => {
    const header = findHeader([row(1, ...list.map((column) => (column.required ? `${column.header}*` : column.header)))], list);
    expect([...(header?.columns.values() ?? [])]).toEqual(list.map(({ key }) => key));
  });
});

describe('rows that are no data', () => {
  const facts = { required: 4, requiredFilled: 0, headerHits: 0 };
  test.each<[string[], number, string | null]>([
    [['', '', ''], 0, 'blank'],
    [['制表人：赵敏', '', '审核人：', '负责人（签字）：'], 1, 'sign_off'],
    [['（盖章）'], 0, 'sign_off'],
    [['合计', '12'], 0, 'total'],
    [['备注：身份证号须为文本'], 1, 'note'],
    [['示例', '王小芳', '119900199003070017', '保育人员', '2024-05-01'], 4, 'example'],
    [['1', '王芳', '119900199003070017', '负责人', '2024-05-01'], 4, null],
    [['1', '负责人', '', '', ''], 1, null],
    [['随手写的一句话'], 1, null],
  ])('%j', (texts, requiredFilled, expected) => {
    expect(skippedAs(row(9, ...texts), { ...facts, requiredFilled })).toBe(expected);
  });
});

test('the sheet of the usual name is read, what is skipped is said', async () => {
  const headers = ['姓名', '证件号码', '岗位', '入职日期'];
  const data = ['王芳', '119900199003070017', '保育员', '2024/5/1'];
  const bytes = workbook(
    [['花名册', null, null, null], headers, data, headers, [null, '合计', '1', null], ['制表人：赵敏', null, null, '（盖章）']],
    {
      sheet: '花名册',
      merges: ['A1:D1'],
      before: [{ name: '通讯录', rows: [headers, ['李娜', '119900198511212048', '保育员', '2024/5/1'], data] }],
    },
  );
  const table = await openTable(bytes, { sheets: ['花名册'], columns }, '2026-03-10');
  const rows = [];
  for await (const found of table.rows()) rows.push(found);
  expect(rows).toMatchObject([
    { rowNo: 3, problems: [], values: { name: '王芳', idNumber: '119900199003070017', role: 'caregiver', startOn: '2024-05-01' } },
  ]);
  expect(rows[0]?.shown.idNumber).toBe('119900********0017');
  expect(table.layout).toMatchObject({
    sheet: '花名册',
    headerRow: 2,
    skipped: [
      { rowNo: 4, as: 'header_again' },
      { rowNo: 5, as: 'total' },
      { rowNo: 6, as: 'sign_off' },
    ],
  });
});

test('a change is told in the words of the file', () => {
  const labels = { isFullTime: '是否专职', startOn: '入职日期', education: '文化程度' };
  const before = { engagement: { is_full_time: true, start_on: '2024-05-01' }, facts: { education: 'associate', phone_hash: null } };
  const after = { engagement: { is_full_time: false, start_on: '2024-05-01' }, facts: { education: 'bachelor', phone_hash: 'x' } };
  expect(rowChanges(columns, labels, before, after)).toEqual([
    { label: '是否专职', before: '是', after: '否' },
    { label: '文化程度', before: '大专', after: '本科' },
  ]);
});

test('what a column calls otherwise than its table is told as well', () => {
  const majors = { related: '是否托育相关', active: '是否启用' };
  expect(
    rowChanges(MAJOR_COLUMNS, majors, { childcare_related: true, is_active: true }, { childcare_related: false, is_active: true }),
  ).toEqual([{ label: '是否托育相关', before: '是', after: '否' }]);
  const years = { planned: '计划招生数', actual: '实际招生数' };
  const year = (planned: number, actual: number | null) => ({ year: { year: 2026, planned_intake: planned, actual_intake: actual } });
  expect(rowChanges(POINT_COLUMNS, years, year(40, null), year(45, 41))).toEqual([
    { label: '计划招生数', before: '40', after: '45' },
    { label: '实际招生数', before: '', after: '41' },
  ]);
});
