import type { Readable } from 'node:stream';
import Excel from 'exceljs';
import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { exportStaffLedger } from '~/domain/report/staff-ledger.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { anOfficer } from '../person/scenes';

const { db, sql } = testDatabase();

const COLUMNS = [
  ...[
    '序号',
    '机构名称',
    '统一社会信用代码',
    '所属区',
    '街道（乡镇）',
    '姓名',
    '性别',
    '证件类型',
    '证件号码',
    '出生日期',
    '年龄',
    '学历',
    '专业',
  ],
  ...['岗位', '是否专职', '入职日期', '合同截止日期', '技能证书名称', '等级', '证书编号', '发证日期', '发证机构', '健康证有效期至'],
  ...['卫生保健培训证编号', '最近无犯罪记录查询日期', '手机号', '备注', '职称'],
];

async function sheetOf(body: Readable): Promise<Excel.Worksheet> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Buffer.concat(parts) as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}
const valuesOf = (sheet: Excel.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1);

async function aHouse() {
  const admin = await aMember(db, 'institution_admin', await anInstitution(db, { districtCode: '110117', name: '演示平谷园' }));
  const { id: institutionId } = admin.organisation;
  const her = await aPerson(db, { bornOn: '1990-03-10', education: 'associate', healthCertValidUntil: '2027-01-31' });
  await anEngagement(db, { personId: her.id, institutionId, startOn: '2024-05-01', contractUntilOn: '2027-04-30', remark: '带小班' });
  await aCertificate(db, { personId: her.id, family: 'commercial_training', occupation: null, level: null, name: '商业证书' });
  const held = await aCertificate(db, { personId: her.id });
  await anEngagement(db, { institutionId, endOn: '2025-12-31' });
  return { admin, institutionId, her, held };
}

test('the ledger has the columns of the office in their order, two lines of head, and a line to sign', async () => {
  const { admin, institutionId, her, held } = await aHouse();
  const request = { of: { institutionId }, language: 'zh-CN', unmaskReason: null } as const;
  const { fileName, body } = await exportStaffLedger(contextOf(admin.actor), request);
  expect(fileName).toContain('演示平谷园从业人员花名册');
  const sheet = await sheetOf(body);
  expect([sheet.name, sheet.getCell('A1').value]).toEqual(['花名册', '演示平谷园从业人员花名册']);
  expect(sheet.getCell('A2').value).toBe('填报单位：演示平谷园');
  expect(valuesOf(sheet, 3)).toEqual(COLUMNS);
  const row = valuesOf(sheet, 4);
  const at = (header: string) => row[COLUMNS.indexOf(header)];
  expect([at('姓名'), at('证件号码'), at('年龄'), at('所属区'), at('岗位'), at('备注')]).toEqual([
    her.name,
    her.idNumberMasked,
    36,
    '平谷区',
    '保育人员',
    '带小班',
  ]);
  expect([at('证书编号'), at('技能证书名称'), at('健康证有效期至'), at('合同截止日期')]).toEqual([
    held.number,
    held.name,
    '2027-01-31',
    '2027-04-30',
  ]);
  for (const header of ['统一社会信用代码', '证件号码', '手机号', '证书编号'])
    expect(sheet.getRow(4).getCell(COLUMNS.indexOf(header) + 1).numFmt).toBe('@');
  expect(valuesOf(sheet, 6)[0]).toBe('制表人：');
  const [logged] = await sql`select data from event where name = 'export.made' order by seq desc limit 1`;
  expect(logged?.data).toEqual({ what: 'staff.ledger', rows: 1 });
});

test('full numbers need a reason, which stays in the log', async () => {
  const { admin, institutionId, her } = await aHouse();
  const of = { institutionId };
  await expect(exportStaffLedger(contextOf(admin.actor), { of, language: 'zh-CN', unmaskReason: ' ' })).rejects.toMatchObject({
    code: 'reason_required',
  });
  const { body } = await exportStaffLedger(contextOf(admin.actor), { of, language: 'zh-CN', unmaskReason: '年检报送' });
  expect(valuesOf(await sheetOf(body), 4)).toEqual(expect.arrayContaining([her.idNumber, her.phone]));
  const [logged] = await sql`select data from event where name = 'export.made' order by seq desc limit 1`;
  expect(logged?.data).toMatchObject({ unmasked: true, reason: '年检报送' });
});

test('a district’s file holds its institutions; no other district and no other institution gets it', async () => {
  const { institutionId } = await aHouse();
  const ask = async (district: string | null, of: { districtCode: string } | { institutionId: string }) =>
    exportStaffLedger(contextOf(await anOfficer(district)), { of, language: 'en', unmaskReason: null });
  const sheet = await sheetOf((await ask('110117', { districtCode: '110117' })).body);
  expect(sheet.getCell('A1').value).toBe('Staff roster of Pinggu');
  expect(sheet.getColumn(2).values).toContain('演示平谷园');
  await expect(ask('110108', { districtCode: '110117' })).rejects.toMatchObject({ status: 403 });
  await expect(ask('110108', { institutionId })).rejects.toMatchObject({ status: 404 });
  const { actor } = await aMember(db, 'institution_admin');
  const request = { of: { institutionId }, language: 'zh-CN', unmaskReason: null } as const;
  await expect(exportStaffLedger(contextOf(actor), request)).rejects.toMatchObject({ status: 404 });
  await expect(exportStaffLedger(contextOf((await aMember(db, 'provider_staff')).actor), request)).rejects.toMatchObject({ status: 403 });
});
