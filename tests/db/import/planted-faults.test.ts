import { beforeAll, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { syntheticIdentity, syntheticIdentityOf, syntheticName, syntheticPhone } from '#db/seed/builders/synthetic';
import { problemLines } from '~/domain/excel/problem-words';
import type { RowProblemCode } from '~/domain/excel/row-problem';
import type { UserActor } from '~/domain/shared/actor';
import { identityCheckDigit } from '~/domain/shared/identity';
import { translate } from '~/i18n/translate';
import { testDatabase } from '../../support/database';
import { checked, type FoundRow } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

const HEADERS = [
  '机构名称',
  '统一社会信用代码',
  '姓名',
  '证件号码',
  '出生日期',
  '岗位',
  '是否专职',
  '入职日期',
  '离岗日期',
  '技能证书名称',
  '等级',
  '证书编号',
  '发证日期',
  '发证机构',
  '手机号',
];
const AT = Object.fromEntries(HEADERS.map((header, at) => [header, at]));
const ROWS = 10_000;
const FIRST = 3;
const PER_KIND = 12;

let actor: UserActor;
let places: { name: string; uscc: string }[];
beforeAll(async () => {
  ({ actor } = await aMember(db, 'district_officer', await aCommission(db, 'district')));
  places = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { name, uscc } = await anInstitution(db);
      return { name, uscc: uscc ?? '' };
    }),
  );
});

const withCheck = (first17: string) => first17 + identityCheckDigit(first17);
const NUMBER = 4_200_000;

function goodRow(n: number): TestCell[] {
  const place = places[n % places.length] ?? { name: '', uscc: '' };
  const year = 2019 + (n % 6);
  const number = `S00001100012${n % 10}${String(year).slice(2)}5${String(n).padStart(6, '0')}`;
  return [
    place.name,
    place.uscc,
    syntheticName(n),
    syntheticIdentity(NUMBER + n),
    null,
    '保育人员',
    '是',
    '2024/3/1',
    null,
    '育婴员',
    '五级',
    number,
    `${year}-06-01`,
    '演示技能评价中心',
    syntheticPhone(NUMBER + n),
  ];
}

interface Fault {
  column: string;
  code: RowProblemCode;
  cells: (n: number, row: TestCell[]) => Record<string, TestCell>;
}
const cell = (header: string, value: TestCell) => () => ({ [header]: value });

/** Twenty-five kinds of fault, each as people and programs make it. */
const FAULTS: readonly Fault[] = [
  { column: '姓名', code: 'required', cells: cell('姓名', '　') },
  { column: '姓名', code: 'name_invalid', cells: cell('姓名', '王芳2') },
  { column: '姓名', code: 'cell_error', cells: cell('姓名', { error: '#N/A' }) },
  { column: '姓名', code: 'formula_without_value', cells: cell('姓名', { formula: 'VLOOKUP(A1,B:C,2,0)', value: null }) },
  {
    column: '证件号码',
    code: 'identity_truncated',
    cells: (n) => ({ 证件号码: Number(`${syntheticIdentity(NUMBER + n).slice(0, 15)}000`) }),
  },
  { column: '证件号码', code: 'id_check_digit', cells: (n) => ({ 证件号码: wrongDigit(syntheticIdentity(NUMBER + n)) }) },
  { column: '证件号码', code: 'id_fifteen', cells: (n) => ({ 证件号码: `1199009003${String(n).padStart(5, '0')}` }) },
  {
    column: '证件号码',
    code: 'id_birth_date',
    cells: (n) => ({ 证件号码: withCheck(`1199002001022${9}${String(n % 1000).padStart(3, '0')}`) }),
  },
  { column: '证件号码', code: 'id_future', cells: (n) => ({ 证件号码: withCheck(`11990020300101${String(n % 1000).padStart(3, '0')}`) }) },
  { column: '证件号码', code: 'id_format', cells: cell('证件号码', '待补') },
  { column: '证件号码', code: 'too_young', cells: (n) => ({ 证件号码: syntheticIdentityOf(`2012-0${(n % 9) + 1}-1${n % 10}`, n) }) },
  {
    column: '证件号码',
    code: 'twice_in_file',
    cells: (n) => ({
      姓名: syntheticName(n - 1),
      证件号码: syntheticIdentity(NUMBER + n - 1),
      机构名称: goodRow(n - 1)[0] ?? null,
      统一社会信用代码: goodRow(n - 1)[1] ?? null,
    }),
  },
  { column: '出生日期', code: 'differs_from_identity', cells: cell('出生日期', '1969-09-09') },
  { column: '手机号', code: 'phone_invalid', cells: cell('手机号', '1390000') },
  { column: '入职日期', code: 'date_unreadable', cells: cell('入职日期', '去年') },
  { column: '入职日期', code: 'date_impossible', cells: cell('入职日期', '2024-02-30') },
  { column: '入职日期', code: 'date_without_day', cells: cell('入职日期', '2024年5月') },
  { column: '入职日期', code: 'date_order', cells: cell('入职日期', '1/5/2024') },
  { column: '入职日期', code: 'date_future', cells: cell('入职日期', '2031-01-01') },
  { column: '离岗日期', code: 'engagement_ends_before_start', cells: cell('离岗日期', '2024-02-01') },
  { column: '岗位', code: 'not_in_list', cells: cell('岗位', '园丁') },
  { column: '是否专职', code: 'yes_or_no', cells: cell('是否专职', '看情况') },
  { column: '统一社会信用代码', code: 'institution_unknown', cells: cell('统一社会信用代码', '91119900MA0DEM0018') },
  { column: '机构名称', code: 'institution_name_differs', cells: cell('机构名称', '另一家托育园') },
  { column: '证书编号', code: 'certificate_number_format', cells: cell('证书编号', 'A000011000123245000001') },
  { column: '证书编号', code: 'certificate_number_level', cells: cell('等级', '三级') },
  { column: '证书编号', code: 'certificate_number_year', cells: cell('发证日期', '2018-12-31') },
];

const wrongDigit = (number: string) => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');

test('of ten thousand rows, every planted fault is named by row, column and mend, and no good row is', async () => {
  const planted = new Map<number, Fault>();
  const kinds = FAULTS.slice(0, Math.floor(300 / PER_KIND));
  const extra = FAULTS.slice(kinds.length);
  const rows = Array.from({ length: ROWS }, (_, n) => goodRow(n));
  // Spread over the file, and never beside each other: 33 rows apart.
  for (let nth = 0; nth < 300; nth += 1) {
    const n = 17 + nth * 33;
    const fault = (nth < 300 - extra.length ? kinds[nth % kinds.length] : extra[nth % extra.length]) as Fault;
    planted.set(n, fault);
    const row = rows[n] as TestCell[];
    for (const [header, value] of Object.entries(fault.cells(n, row))) row[AT[header] ?? 0] = value;
  }
  const sheet = [['从业人员花名册', ...HEADERS.slice(1).map(() => null)], HEADERS, ...rows, ['制表人：赵敏', null, '审核人：']];
  const { id, counts, rows: found } = await checked(actor, 'rosters', sheet, { merges: ['A1:O1'] });

  expect(counts).toEqual({ new: ROWS - 300, error: 300 });
  expect(new Set([...planted.values()].map(({ code }) => code)).size).toBeGreaterThanOrEqual(20);
  const wrong = new Map(found.filter(({ outcome }) => outcome === 'error').map((row) => [row.rowNo, row]));
  expect([...wrong.keys()]).toEqual([...planted.keys()].map((n) => n + FIRST));

  const [run] = await sql`select layout from import_run where id = ${id}`;
  const labels = run?.layout.labels as Record<string, string>;
  for (const [n, fault] of planted) {
    const { problems } = wrong.get(n + FIRST) as FoundRow;
    expect(problems.map(({ column, code }) => `${labels[column]} ${code}`)).toContain(`${fault.column} ${fault.code}`);
    for (const language of ['zh-CN', 'en'] as const) {
      const lines = problemLines(translate, language, problems, labels);
      expect(lines.find((line) => line.includes(fault.column))).toMatch(/\S{4}/);
      expect(lines.join()).not.toMatch(/\{\{|import:/);
    }
  }
}, 120_000);
