import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { nextNumber } from '#db/seed/builders/synthetic';
import { aMajor, anEnterprise, aProgrammePoint } from '#db/seed/builders/talent';
import { getImport } from '~/domain/excel/import-queries.server';
import { IMPORTS, importsOf } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import { importView } from '~/web/import-view.server';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

let city: UserActor;
let district: UserActor;
beforeEach(async () => {
  ({ actor: city } = await aMember(db, 'city_officer', await aCommission(db, 'city')));
  ({ actor: district } = await aMember(db, 'district_officer', await aCommission(db, 'district')));
});
const codesOf = (rows: readonly { outcome: string; problems: readonly { code: string }[] }[]) =>
  rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome);

describe('the catalogue of majors', () => {
  const HEADERS = ['层次', '专业代码', '专业名称', '英文名称', '是否托育相关', '来源', '是否启用'];
  const sheet = (...rows: TestCell[][]) => [['专业目录'], HEADERS, ...rows];
  const aCode = () => String(99_000_000 + (nextNumber() % 1_000_000));
  /** A row about a major that nobody has entered yet. */
  const aNewOne = () => {
    const [code, name] = [aCode(), `演示照护管理${nextNumber()}`];
    const row: TestCell[] = ['高职专科', code, name, 'Care management', '是', '演示目录（2026）', null];
    return { code, name, row };
  };
  const majorAt = (name: string) =>
    sql`select code, name_en, childcare_related, source, is_active from major where name_zh = ${name} and level = 'higher_vocational'`;

  test('takes new majors, corrects known ones and leaves alone what a cell does not say; all of it is taken back', async () => {
    const known = await aMajor(db, { nameEn: 'Known', source: '演示目录（2025）' });
    const { code, name, row } = aNewOne();
    const before = await contentsOf(['major']);
    const rows = sheet(row, ['高职专科', null, known.nameZh, null, '否', '演示目录（2025）', '否']);
    const { id, counts } = await checked(city, 'majors', rows);
    expect(counts).toEqual({ new: 1, changed: 1 });
    expect(await written(city, id)).toBe(2);
    expect(await majorAt(name)).toEqual([
      { code, name_en: 'Care management', childcare_related: true, source: '演示目录(2026)', is_active: true },
    ]);
    expect(await majorAt(known.nameZh)).toEqual([
      { code: known.code, name_en: 'Known', childcare_related: false, source: '演示目录（2025）', is_active: false },
    ]);
    expect((await checked(city, 'majors', rows)).counts).toEqual({ same: 2 });
    expect(await takenBack(city, id)).toBe('undone');
    expect(await contentsOf(['major'])).toEqual(before);
  });

  test('its page tells which major a row is about, and what it would change', async () => {
    const known = await aMajor(db, { source: '演示目录（2026）' });
    const { id } = await checked(city, 'majors', sheet(['高职专科', null, known.nameZh, null, '否', '演示目录（2026）', null]));
    const { rows } = importView(await getImport(city, id, { outcome: null, page: 1 }), IMPORTS.majors);
    expect(rows[0]?.cells).toContainEqual({ label: '专业名称', text: known.nameZh });
    expect(rows[0]?.changes).toEqual([{ label: '是否托育相关', before: '是', after: '否' }]);
  });

  test('keeps a new major that a college offers, and one that was edited since', async () => {
    const known = await aMajor(db);
    const { name, row } = aNewOne();
    const rows = sheet(row, ['高职专科', null, known.nameZh, null, '否', '演示目录（2026）', null]);
    const { id } = await checked(city, 'majors', rows);
    await written(city, id);
    const [offered] = await sql`select id from major where name_zh = ${name}`;
    const point = await aProgrammePoint(db, { majorId: offered?.id });
    expect(await takenBack(city, id)).toBe('blocked');
    await sql`delete from programme_point where id = ${point.id}`;
    await sql`update major set source = '另一份目录' where id = ${known.id}`;
    expect(await takenBack(city, id)).toBe('blocked');
  });

  test('refuses row by row', async () => {
    const [taken, free] = [aCode(), aCode()];
    const { nameZh } = await aMajor(db, { code: taken });
    const { rows } = await checked(
      city,
      'majors',
      sheet(
        ['高职专科', '5208-02', '演示甲', null, '是', '目录', null],
        ['高职专科', taken, '演示乙', null, '是', '目录', null],
        ['中职', taken, '演示乙', null, '是', '目录', null],
        ['高职专科', null, '演示丙', null, null, '目录', null],
        ['高职专科', null, '演示丁', null, '是', null, null],
        ['研究生', null, '演示戊', null, '是', '目录', null],
        ['高职专科', free, nameZh, null, '是', '目录', null],
        ['高职专科', free, '演示己', null, '是', '目录', null],
        ['高职专科', null, nameZh, null, '否', '目录', null],
      ),
    );
    expect(codesOf(rows)).toEqual([
      'major_code_format',
      'major_code_taken',
      'new',
      'required',
      'required',
      'not_in_list',
      'changed',
      'twice_in_file',
      'twice_in_file',
    ]);
  });

  test('a row that somebody changed between check and commit is put back, and the rest is written', async () => {
    const known = await aMajor(db);
    const { name, row } = aNewOne();
    const { id } = await checked(city, 'majors', sheet(row, ['高职专科', null, known.nameZh, null, '否', '演示目录（2026）', null]));
    await sql`update major set name_en = 'Meanwhile' where id = ${known.id}`;
    await written(city, id);
    expect(await majorAt(name)).toHaveLength(1);
    expect((await majorAt(known.nameZh))[0]).toMatchObject({ name_en: 'Meanwhile', childcare_related: true });
    const put = await sql`select problems from import_row where import_id = ${id} and applied_at is null`;
    expect(put[0]?.problems).toEqual([expect.objectContaining({ code: 'changed_meanwhile' })]);
  });
});

describe('integrated enterprises', () => {
  const HEADERS = ['机构名称', '状态', '起始日期', '文号'];
  const sheet = (...rows: TestCell[][]) => [['产教融合型企业名单'], HEADERS, ...rows];
  const entriesOf = (institutionId: string) => sql`
    select status, from_on::text, until_on::text, document_no from integrated_enterprise where institution_id = ${institutionId} order by from_on`;

  test('follow one another within a file and behind what stands; again they change nothing; they are taken back', async () => {
    const [fresh, known] = [await anInstitution(db), await anInstitution(db)];
    await anEnterprise(db, { institutionId: known.id, status: 'cultivating', fromOn: '2024-03-01', documentNo: '甲1' });
    const rows = sheet(
      [fresh.name, '培育中', '2024-05-01', '乙1'],
      [fresh.name, '已认证', '2025-05-01', '乙2'],
      [known.name, '培育中', '2024-03-01', '甲1'],
      [known.name, '认证', '2025-06-01', '甲2'],
    );
    const { id, counts } = await checked(district, 'enterprises', rows);
    expect(counts).toEqual({ new: 3, same: 1 });
    expect(await written(district, id)).toBe(3);
    expect(await entriesOf(fresh.id)).toEqual([
      { status: 'cultivating', from_on: '2024-05-01', until_on: '2025-05-01', document_no: '乙1' },
      { status: 'certified', from_on: '2025-05-01', until_on: null, document_no: '乙2' },
    ]);
    expect(await entriesOf(known.id)).toEqual([
      { status: 'cultivating', from_on: '2024-03-01', until_on: '2025-06-01', document_no: '甲1' },
      { status: 'certified', from_on: '2025-06-01', until_on: null, document_no: '甲2' },
    ]);
    expect((await checked(district, 'enterprises', rows)).counts).toEqual({ same: 4 });
    expect(await takenBack(district, id)).toBe('undone');
    expect(await entriesOf(fresh.id)).toEqual([]);
    expect(await entriesOf(known.id)).toEqual([{ status: 'cultivating', from_on: '2024-03-01', until_on: null, document_no: '甲1' }]);
  });

  test('stay once one was ended or another followed', async () => {
    const institution = await anInstitution(db);
    const { id } = await checked(district, 'enterprises', sheet([institution.name, '培育中', '2024-05-01', '乙1']));
    await written(district, id);
    await sql`update integrated_enterprise set until_on = '2025-01-01' where institution_id = ${institution.id}`;
    expect(await takenBack(district, id)).toBe('blocked');
    await anEnterprise(db, { institutionId: institution.id, status: 'certified', fromOn: '2025-01-01' });
    expect(await takenBack(district, id)).toBe('blocked');
  });

  test('are refused row by row, and beyond the district', async () => {
    const [institution, elsewhere] = [await anInstitution(db), await anInstitution(db, { districtCode: '110108' })];
    await anEnterprise(db, { institutionId: institution.id, status: 'cultivating', fromOn: '2024-03-01', documentNo: '甲1' });
    const rows = sheet(
      ['没有的托育园', '培育中', '2024-05-01', '乙1'],
      [elsewhere.name, '培育中', '2024-05-01', '乙1'],
      [institution.name, '培育中', '2024-05-01', '乙1'],
      [institution.name, '已认证', '2024-03-01', '乙1'],
      [institution.name, '已认证', '2098-03-01', '乙1'],
      [institution.name, '已认证', '2024-05-01', null],
      [institution.name, '已认证', '2024-06-01', '乙2'],
      [institution.name, '已认证', '2024-06-01', '乙2'],
    );
    expect(codesOf((await checked(district, 'enterprises', rows)).rows)).toEqual([
      'institution_unknown',
      'institution_unknown',
      'enterprise_same',
      'later_change',
      'date_future',
      'required',
      'new',
      'twice_in_file',
    ]);
    expect(codesOf((await checked(city, 'enterprises', rows)).rows)[1]).toBe('new');
  });

  test('a row that was overtaken between check and commit is put back', async () => {
    const institution = await anInstitution(db);
    const { id } = await checked(district, 'enterprises', sheet([institution.name, '培育中', '2024-05-01', '乙1']));
    await anEnterprise(db, { institutionId: institution.id, status: 'cultivating', fromOn: '2024-04-01' });
    await written(district, id);
    expect(await entriesOf(institution.id)).toHaveLength(1);
    expect((await sql`select problems from import_row where import_id = ${id}`)[0]?.problems).toEqual([
      expect.objectContaining({ code: 'changed_meanwhile' }),
    ]);
  });
});

test('the catalogue is the city’s alone; enterprises are for both commissions, and neither for anybody else', async () => {
  const names = (who: UserActor) => importsOf(who).map(({ name }) => name);
  expect(names(city)).toEqual(expect.arrayContaining(['majors', 'enterprises']));
  expect(names(district)).toContain('enterprises');
  expect(names(district)).not.toContain('majors');
  const { actor } = await aMember(db, 'institution_admin', await anInstitution(db));
  expect(names(actor)).not.toContain('enterprises');
});
