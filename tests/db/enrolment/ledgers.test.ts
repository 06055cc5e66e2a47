import type { Readable } from 'node:stream';
import Excel from 'exceljs';
import { expect, test } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { exportClass } from '~/domain/enrolment/export-class.server';
import type { ClassLedger } from '~/domain/enrolment/ledgers';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { aCaregiver, aSeatScene, aStudent, asking } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

async function scene(ledger: ClassLedger = 'enrolments', unmaskReason: string | null = null) {
  const made = await aSeatScene(db);
  const staff = await aCaregiver(db, made.institution.id);
  await nominateStaff(contextOf(made.admin.actor), {
    classId: made.group.id,
    personIds: [staff.person.id],
    overrideReason: '',
    remark: '',
  });
  await requestEnrolment(contextOf((await aStudent(db)).actor), asking(made.group.id));
  const request = { classId: made.group.id, ledger, language: 'zh-CN' as const, unmaskReason };
  const call = (ctx: Context) => exportClass(ctx, request);
  return { ...made, staff, actor: made.provider.actor, stranger: (await aMember(db, 'provider_staff')).actor, call };
}

async function sheetOf(body: Readable) {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const line = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1).map((value) => value ?? '');
  return { sheet, line };
}

sevenQuestions('exportClass', scene, {
  event: 'export.made',
  tables: ['enrolment'],
  works: async ({ body, fileName }, { group, staff, institution }) => {
    expect(fileName).toBe(`${group.code}-报名汇总表.xlsx`);
    const { sheet, line } = await sheetOf(body);
    expect(sheet.getCell('A1').value).toContain(group.code);
    expect(sheet.getCell('A1').isMerged).toBe(true);
    expect(line(2).join(' ')).toMatch(/填报单位：.*填报日期：2026-03-10.*填报人：.*联系电话：/);
    expect(line(3)).toEqual(
      '序号 姓名 性别 民族 出生年月 身份证号码 学历 所学专业 工作单位 所属区 职务/岗位 从业年限 现持证书名称及等级 证书编号 联系电话 是否住宿 备注'.split(
        ' ',
      ),
    );
    const first = line(4);
    expect(first.slice(0, 3)).toEqual([1, staff.person.name, '女']);
    expect(first[5]).toBe(staff.person.idNumberMasked);
    expect(sheet.getCell('F4').numFmt).toBe('@');
    expect(first[8]).toBe(institution.name);
    expect(line(7).join(' ')).toMatch(/制表人：.*审核人：.*负责人（签字）：.*（盖章）/);
  },
  wrongState: { code: 'reason_required', scene: () => scene('roster', '  ') },
  wrongRole: async () => (await aTrainee(db)).actor,
  repeated: 'makes another',
});

test('the class of another provider is unknown', async () => {
  const { call, stranger } = await scene();
  await expect(call(contextOf(stranger))).rejects.toMatchObject({ status: 404 });
});

test('names what each holds: verified and not ended', async () => {
  const { call, actor, staff } = await scene();
  const held = { personId: staff.person.id, name: '育婴员' };
  const first = await aCertificate(db, { ...held, issuedOn: '2021-04-01' });
  const second = await aCertificate(db, {
    ...held,
    name: '幼儿园教师资格',
    family: 'teacher_qualification',
    level: null,
    occupation: null,
  });
  await aCertificate(db, { ...held, status: 'submitted' });
  await aCertificate(db, { ...held, validUntil: '2026-03-09' });
  const { line } = await sheetOf((await call(contextOf(actor))).body);
  expect(line(4).slice(12, 14)).toEqual(['育婴员 五级（初级工）；幼儿园教师资格', `${first.number}；${second.number}`]);
  expect([line(5)[12] ?? '', line(5)[13] ?? '']).toEqual(['', '']);
});

test('full numbers need a reason, are text in the workbook, and are logged with the reason', async () => {
  const { call, actor, staff, group } = await scene('enrolments', '办理培训补贴申报');
  const { line } = await sheetOf((await call(contextOf(actor))).body);
  expect(line(4)[5]).toBe(staff.person.idNumber);
  expect(line(4)[14]).toBe(staff.person.phone);
  const [event] = await sql`select data from event where name = 'export.made' and subject_id = ${group.id}`;
  expect(event?.data).toEqual({ what: 'class.enrolments', rows: 2, unmasked: true, reason: '办理培训补贴申报' });
});

test('the roster and the sign-in sheet name those admitted, with the columns that offices keep', async () => {
  const { group, actor } = await scene();
  await sql`update enrolment set status = 'approved' where class_id = ${group.id}`;
  const request = { classId: group.id, language: 'zh-CN' as const, unmaskReason: null };
  const roster = await sheetOf((await exportClass(contextOf(actor), { ...request, ledger: 'roster' })).body);
  expect(roster.line(3)).toEqual('序号 班级（期次） 学号 姓名 性别 身份证号 单位 岗位 手机号 备注'.split(' '));
  expect(roster.line(5)[2]).toBe(`${group.code}-002`);
  const signIn = await sheetOf((await exportClass(contextOf(actor), { ...request, ledger: 'sign-in-sheet' })).body);
  expect(signIn.line(3)).toEqual('班期名称 日期 时段 课程 授课教师 序号 姓名 单位 签到（签名） 签退 备注（迟到/请假/缺勤）'.split(' '));
  // Two lessons for two people.
  expect([4, 5, 6, 7].map((row) => signIn.line(row)[5])).toEqual([1, 2, 1, 2]);
  expect(signIn.line(4)[2]).toBe('上午');
});
