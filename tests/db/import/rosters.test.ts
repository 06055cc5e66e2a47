import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { syntheticIdentity } from '#db/seed/builders/synthetic';
import { endEngagement } from '~/domain/person/end-engagement.server';
import type { UserActor } from '~/domain/shared/actor';
import { identityHash } from '~/domain/shared/secrets.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, statusOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();
const TABLES = ['person', 'engagement', 'certificate', 'double_roster'];

const HEADERS = [
  '姓名',
  '证件号码',
  '岗位',
  '入职日期',
  '是否专职',
  '文化程度',
  '健康证有效期至',
  '手机号',
  '技能证书名称',
  '等级',
  '证书编号',
  '发证日期',
  '发证机构',
];
let n = 5_000_000;
const nobody = () => {
  n += 1;
  return syntheticIdentity(n);
};
const row = (over: Record<string, TestCell> = {}): TestCell[] => {
  const base: Record<string, TestCell> = {
    姓名: '王小芳',
    证件号码: nobody(),
    岗位: '保育员',
    入职日期: '2024.3.1',
    是否专职: '是',
    ...over,
  };
  return HEADERS.map((header) => base[header] ?? null);
};
const sheet = (...rows: TestCell[][]) => [['花名册'], HEADERS, ...rows];

let institution: Awaited<ReturnType<typeof anInstitution>>;
let actor: UserActor;
beforeEach(async () => {
  institution = await anInstitution(db);
  ({ actor } = await aMember(db, 'institution_admin', institution));
});

const engagementOf = async (idNumber: string) =>
  (
    await sql`select e.*, p.name, p.education, p.health_cert_valid_until, p.phone_masked from engagement e join person p on p.id = e.person_id
      where p.id_number_hash = ${identityHash('resident_id', idNumber)} and e.institution_id = ${institution.id}`
  )[0];

describe('a roster of an institution', () => {
  test('enters people, posts and the certificates beside them; the same file again changes nothing', async () => {
    const [one, two] = [nobody(), nobody()];
    const rows = sheet(
      row({ 证件号码: one, 文化程度: '大专', 健康证有效期至: '2027-01-31', 手机号: 16900000123 }),
      row({
        姓名: '李明',
        证件号码: two,
        岗位: '负责人',
        技能证书名称: '育婴员',
        等级: '四级',
        证书编号: 'S000011000123214000077',
        发证日期: '2021-06-01',
        发证机构: '演示评价中心',
      }),
    );
    const { id, counts } = await checked(actor, 'rosters', rows);
    expect(counts).toEqual({ new: 2 });
    expect(await written(actor, id)).toBe(2);
    expect(await statusOf(id)).toBe('committed');
    expect(await engagementOf(one)).toMatchObject({
      role: 'caregiver',
      start_on: '2024-03-01',
      is_main_post: true,
      import_id: id,
      education: 'associate',
      health_cert_valid_until: '2027-01-31',
      phone_masked: '169****0123',
    });
    const [certificate] = await sql`select * from certificate where number = 'S000011000123214000077'`;
    expect(certificate).toMatchObject({
      status: 'submitted',
      source: 'import',
      level: '4',
      district_code: institution.districtCode,
      import_id: id,
    });

    const before = await contentsOf(TABLES);
    const again = await checked(actor, 'rosters', rows);
    expect(again.counts).toEqual({ same: 2 });
    await expect(written(actor, again.id)).rejects.toMatchObject({ code: 'import_nothing_to_write' });
    expect(await contentsOf(TABLES)).toEqual(before);
  });

  test('a change is written and taken back again; empty cells erase nothing', async () => {
    const person = await aPerson(db, { education: 'associate' });
    await anEngagement(db, { personId: person.id, institutionId: institution.id, startOn: '2024-03-01', isFullTime: true });
    const before = await contentsOf(TABLES);
    const changed = row({ 姓名: person.name, 证件号码: person.idNumber, 是否专职: '兼职', 文化程度: '本科', 健康证有效期至: '2027-05-31' });
    const { id, counts } = await checked(actor, 'rosters', sheet(changed));
    expect(counts).toEqual({ changed: 1 });
    await written(actor, id);
    expect(await engagementOf(person.idNumber)).toMatchObject({
      is_full_time: false,
      education: 'bachelor',
      health_cert_valid_until: '2027-05-31',
    });
    const empty = await checked(actor, 'rosters', sheet(row({ 姓名: person.name, 证件号码: person.idNumber, 是否专职: null })));
    expect(empty.counts).toEqual({ same: 1 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await statusOf(id)).toBe('undone');
    // Whoever had no main post has one now: that is right and stays.
    await sql`update engagement set is_main_post = false where person_id = ${person.id}`;
    expect(await contentsOf(TABLES)).toEqual(before);
  });

  test('somebody known elsewhere keeps what is known of her, gets her gaps filled, and both rosters are flagged', async () => {
    const person = await aPerson(db, { education: 'master' });
    const other = await anEngagement(db, { personId: person.id, startOn: '2023-01-01' });
    const { id } = await checked(
      actor,
      'rosters',
      sheet(row({ 姓名: person.name, 证件号码: person.idNumber, 文化程度: '大专', 健康证有效期至: '2027-05-31' })),
    );
    await written(actor, id);
    const mine = await engagementOf(person.idNumber);
    expect(mine).toMatchObject({ education: 'master', health_cert_valid_until: '2027-05-31' });
    expect(await sql`select first_engagement_id, second_engagement_id from double_roster where person_id = ${person.id}`).toEqual([
      { first_engagement_id: other.id, second_engagement_id: mine?.id },
    ]);
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await sql`select 1 from double_roster where person_id = ${person.id}`).toHaveLength(0);
    expect((await sql`select health_cert_valid_until from person where id = ${person.id}`)[0]).toEqual({ health_cert_valid_until: null });
  });

  test('a name that is not the record’s, another institution, and one document under two names are refused', async () => {
    const person = await aPerson(db);
    const idNumber = nobody();
    const { rows } = await checked(actor, 'rosters', [
      ['机构名称', ...HEADERS],
      [null, ...row({ 姓名: '赵敏', 证件号码: person.idNumber })],
      ['别家托育园', ...row()],
      [null, ...row({ 姓名: '李娜', 证件号码: idNumber })],
      [null, ...row({ 姓名: '李那', 证件号码: idNumber, 岗位: '负责人' })],
    ]);
    expect(rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
      ['error', 'person_name_differs'],
      ['error', 'institution_not_yours'],
      ['new'],
      ['error', 'person_name_differs'],
    ]);
  });

  test('an import stays where something has been built on it, and the rows are named', async () => {
    const idNumber = nobody();
    const { id } = await checked(actor, 'rosters', sheet(row({ 证件号码: idNumber }), row()));
    await written(actor, id);
    const entry = await engagementOf(idNumber);
    await endEngagement({ actor, now: now() }, String(entry?.id), '2026-03-01');
    expect(await takenBack(actor, id)).toBe('blocked');
    expect(await statusOf(id)).toBe('committed');
    const [run] = await sql`select blocks from import_run where id = ${id}`;
    expect(run?.blocks).toEqual({ total: 1, rows: [{ rowNo: 3, block: 'engagement_changed' }] });
    expect(await engagementOf(idNumber)).toBeDefined();
  });

  test('taking back removes people whom nobody else knows, and leaves those who belong to something by now', async () => {
    const [gone, stays] = [nobody(), nobody()];
    const before = await contentsOf(TABLES);
    const { id } = await checked(actor, 'rosters', sheet(row({ 证件号码: gone }), row({ 证件号码: stays })));
    await written(actor, id);
    const [person] = await sql`select id from person where id_number_hash = ${identityHash('resident_id', stays)}`;
    await anEngagement(db, { personId: String(person?.id) });
    expect(await takenBack(actor, id)).toBe('undone');
    const [after] = await contentsOf(['person']);
    expect(after?.n).toBe((before[0]?.n ?? 0) + 1);
  });

  test('what changed between check and writing stays out and is named', async () => {
    const person = await aPerson(db);
    const { id } = await checked(actor, 'rosters', sheet(row({ 姓名: person.name, 证件号码: person.idNumber }), row()));
    await anEngagement(db, { personId: person.id, institutionId: institution.id, startOn: '2023-09-01' });
    await written(actor, id);
    const [run] = await sql`select counts, status from import_run where id = ${id}`;
    expect(run).toEqual({ counts: { new: 1, conflict: 1 }, status: 'committed' });
    expect(await sql`select problems from import_row where import_id = ${id} and outcome = 'conflict'`).toMatchObject([
      { problems: [{ code: 'changed_meanwhile' }] },
    ]);
  });
});
