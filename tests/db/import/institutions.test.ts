import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { nextNumber, syntheticUscc } from '#db/seed/builders/synthetic';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();
const TABLES = ['organisation', 'institution_file', 'institution_class', 'institution_period', 'institution_capacity'];

const HEADERS = [
  '机构名称',
  '统一社会信用代码',
  '地址序号',
  '所属区',
  '备案状态',
  '备案日期',
  '举办类型',
  '服务范围',
  '托位数',
  '托小班班数',
  '托小班托位',
  '是否普惠',
  '机构地址',
];
const row = (over: Record<string, TestCell> = {}): TestCell[] => {
  const n = nextNumber();
  const base: Record<string, TestCell> = {
    机构名称: `演示园${n}`,
    统一社会信用代码: syntheticUscc(n),
    所属区: '朝阳区',
    备案状态: '已备案',
    备案日期: '2024-03-01',
    举办类型: '社区托育点',
    服务范围: '全日托、计时托',
    托位数: 40,
    托小班班数: 2,
    托小班托位: 40,
    是否普惠: '是',
    ...over,
  };
  return HEADERS.map((header) => base[header] ?? null);
};
const sheet = (...rows: TestCell[][]) => [['备案名单'], HEADERS, ...rows];

let officer: UserActor;
beforeEach(async () => {
  ({ actor: officer } = await aMember(db, 'district_officer', await aCommission(db, 'district')));
});

describe('the filing list of a district', () => {
  test('enters institutions with their file, classes and dated facts; again it changes nothing; it can be taken back', async () => {
    const before = await contentsOf(TABLES);
    const rows = sheet(row(), row({ 备案状态: '未备案', 备案日期: null }));
    const { id, counts } = await checked(officer, 'institutions', rows);
    expect(counts).toEqual({ new: 2 });
    expect(await written(officer, id)).toBe(2);
    const [made] = await sql`
      select o.kind, o.status, o.district_code, o.filing_status, f.service_types, f.capacity, f.is_inclusive, c.places, p.from_on::text, p.until_on, p.operator_type
      from import_row r join organisation o on o.id = r.subject_id join institution_file f on f.organisation_id = o.id
      join institution_class c on c.organisation_id = o.id join institution_period p on p.institution_id = o.id
      where r.import_id = ${id} and r.row_no = 3`;
    expect(made).toEqual({
      kind: 'institution',
      status: 'approved',
      district_code: '110105',
      filing_status: 'filed',
      service_types: ['full_day', 'hourly'],
      capacity: 40,
      is_inclusive: true,
      places: 40,
      from_on: '2024-03-01',
      until_on: null,
      operator_type: 'community',
    });
    expect((await checked(officer, 'institutions', rows)).counts).toEqual({ same: 2 });
    expect(await takenBack(officer, id)).toBe('undone');
    expect(await contentsOf(TABLES)).toEqual(before);
  });

  test('changes what the list states otherwise: the period of a dated fact is cut on its day, and mended when taken back', async () => {
    const known = await anInstitution(db, { filingStatus: 'not_filed', filedOn: null, operatorType: 'private' });
    const before = await contentsOf(TABLES);
    const line = row({ 机构名称: known.name, 统一社会信用代码: known.uscc, 机构地址: '演示路9号', 备案日期: '2025-06-01', 举办类型: null });
    const { id, counts } = await checked(officer, 'institutions', sheet(line));
    expect(counts).toEqual({ changed: 1 });
    await written(officer, id);
    const periods =
      await sql`select from_on::text, until_on::text, filing_status from institution_period where institution_id = ${known.id} order by from_on`;
    expect(periods).toEqual([
      { from_on: '2022-03-01', until_on: '2025-06-01', filing_status: 'not_filed' },
      { from_on: '2025-06-01', until_on: null, filing_status: 'filed' },
    ]);
    expect(await takenBack(officer, id)).toBe('undone');
    const mended = await contentsOf(TABLES);
    expect(mended.filter(({ table }) => table !== 'institution_file')).toEqual(before.filter(({ table }) => table !== 'institution_file'));
  });

  test('names what cannot be: another district, a code without its check digit, places that do not add up, a second name of a code', async () => {
    const known = await anInstitution(db);
    const far = await anInstitution(db, { districtCode: '110108' });
    const { rows } = await checked(
      officer,
      'institutions',
      sheet(
        row({ 所属区: '海淀区' }),
        row({ 统一社会信用代码: '91119900MA0DEM0019' }),
        row({ 托位数: 41 }),
        row({ 统一社会信用代码: known.uscc }),
        row({ 机构名称: far.name, 统一社会信用代码: far.uscc }),
        row({ 备案日期: null }),
        row({ 服务范围: '周托' }),
        row({ 统一社会信用代码: known.uscc, 地址序号: 2 }),
      ),
    );
    expect(rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'outside_area',
      'uscc_invalid',
      'capacity_differs',
      'site_ambiguous',
      'institution_kept_elsewhere',
      'filed_without_day',
      'not_in_list',
      'new',
    ]);
  });

  test('stays once somebody works there', async () => {
    const { id } = await checked(officer, 'institutions', sheet(row()));
    await written(officer, id);
    const [made] = await sql`select subject_id from import_row where import_id = ${id}`;
    await anEngagement(db, { institutionId: String(made?.subject_id) });
    expect(await takenBack(officer, id)).toBe('blocked');
    expect((await sql`select blocks->'rows'->0->>'block' as block from import_run where id = ${id}`)[0]?.block).toBe('institution_used');
  });
});
