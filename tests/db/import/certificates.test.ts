import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { certificate } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aCommission, anEvaluationOrganisation, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { anXKind } from '#db/seed/builders/sittings';
import { syntheticIdentity } from '#db/seed/builders/synthetic';
import type { UserActor } from '~/domain/shared/actor';
import { identityHash } from '~/domain/shared/secrets.server';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

const HEADERS = ['姓名', '身份证号', '证书类别', '职业', '证书名称', '等级', '证书编号', '发证日期', '有效期至', '发证机构'];
let serial = 0;
const number = () => {
  serial += 1;
  return `S00001100077724${'5'}${String(serial).padStart(6, '0')}`;
};
type Person = Awaited<ReturnType<typeof aPerson>>;
const row = (person: Pick<Person, 'name' | 'idNumber'>, over: Record<string, TestCell> = {}): TestCell[] => {
  const base: Record<string, TestCell> = {
    姓名: person.name,
    身份证号: person.idNumber,
    证书类别: '职业技能等级证书',
    职业: '育婴员',
    等级: '五级/初级工',
    证书编号: number(),
    发证日期: { serial: 45413 },
    发证机构: '演示评价中心',
    ...over,
  };
  return HEADERS.map((header) => base[header] ?? null);
};
const sheet = (...rows: TestCell[][]) => [HEADERS, ...rows];

let person: Person;
let officer: UserActor;
beforeEach(async () => {
  person = await aPerson(db);
  await anEngagement(db, { personId: person.id });
  ({ actor: officer } = await aMember(db, 'district_officer', await aCommission(db, 'district')));
});

describe('certificates of many people', () => {
  test('wait for verification, never verified by the import; the same file again changes nothing', async () => {
    const rows = sheet(row(person), row(person, { 职业: null, 证书名称: '保育师（五级）', 证书编号: number(), 有效期至: '长期' }));
    const { id, counts } = await checked(officer, 'certificates', rows);
    expect(counts).toEqual({ new: 2 });
    expect(await written(officer, id)).toBe(2);
    const held = await db.select().from(certificate).where(eq(certificate.importId, id)).orderBy(certificate.number);
    expect(held).toMatchObject([
      {
        personId: person.id,
        status: 'submitted',
        source: 'import',
        occupation: '4-10-01-02',
        level: '5',
        issuedOn: '2024-05-01',
        districtCode: '110105',
        verifiedAt: null,
      },
      { occupation: '4-10-01-03', name: '保育师(五级)', validUntil: null },
    ]);
    const before = await contentsOf(['certificate', 'person']);
    expect((await checked(officer, 'certificates', rows)).counts).toEqual({ same: 2 });
    expect(await contentsOf(['certificate', 'person'])).toEqual(before);
  });

  test('are taken back while nobody has looked at them, and stay once somebody has', async () => {
    const before = await contentsOf(['certificate', 'person']);
    const { id } = await checked(officer, 'certificates', sheet(row(person), row(person)));
    await written(officer, id);
    expect(await takenBack(officer, id)).toBe('undone');
    expect(await contentsOf(['certificate', 'person'])).toEqual(before);

    const again = await checked(officer, 'certificates', sheet(row(person), row(person)));
    await written(officer, again.id);
    await sql`update certificate set status = 'verified', verified_at = now() where id = (select subject_id from import_row where import_id = ${again.id} and row_no = 3)`;
    expect(await takenBack(officer, again.id)).toBe('blocked');
    expect((await sql`select blocks from import_run where id = ${again.id}`)[0]?.blocks).toEqual({
      total: 1,
      rows: [{ rowNo: 3, block: 'certificate_decided' }],
    });
  });

  test('one that still waits is corrected, and the correction is taken back', async () => {
    const line = row(person);
    const first = await checked(officer, 'certificates', sheet(line));
    await written(officer, first.id);
    const before = await contentsOf(['certificate']);
    const corrected = line.map((cell, at) => (HEADERS[at] === '发证机构' ? '演示第二评价中心' : cell));
    const second = await checked(officer, 'certificates', sheet(corrected));
    expect(second.counts).toEqual({ changed: 1 });
    await written(officer, second.id);
    expect((await db.select().from(certificate).where(eq(certificate.importId, first.id)))[0]?.issuer).toBe('演示第二评价中心');
    expect(await takenBack(officer, second.id)).toBe('undone');
    expect(await contentsOf(['certificate'])).toEqual(before);
  });

  test('contradictions with what stands are conflicts, and nothing is overwritten', async () => {
    const verified = await aCertificate(db, { personId: person.id });
    const taken = await aCertificate(db);
    const revoked = await aCertificate(db, { personId: person.id, status: 'revoked', revokedOn: '2025-01-01' });
    const of = (held: { number: string; issuedOn: string; issuer: string }, over: Record<string, TestCell> = {}) =>
      row(person, { 证书编号: held.number, 发证日期: held.issuedOn, 发证机构: held.issuer, ...over });
    const { rows } = await checked(officer, 'certificates', sheet(of(verified, { 发证机构: '另一家' }), of(taken), of(revoked)));
    expect(rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
      ['conflict', 'certificate_differs_from_standing'],
      ['conflict', 'certificate_number_taken'],
      ['conflict', 'certificate_was_revoked'],
    ]);
  });

  test('obey the area of whoever brings them in, as the screens do', async () => {
    const elsewhere = await aPerson(db);
    await anEngagement(db, { personId: elsewhere.id, institutionId: (await anInstitution(db, { districtCode: '110108' })).id });
    const own = await anInstitution(db);
    const ours = await aPerson(db);
    await anEngagement(db, { personId: ours.id, institutionId: own.id });
    const { actor: institution } = await aMember(db, 'institution_admin', own);
    const { actor: city } = await aMember(db, 'city_officer');
    const nobody = { name: '王小芳', idNumber: syntheticIdentity(5_200_000) };
    const rows = sheet(row(person), row(elsewhere), row(ours), row(nobody));
    const outcomes = async (actor: UserActor) =>
      (await checked(actor, 'certificates', rows)).rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome);
    expect(await outcomes(officer)).toEqual(['new', 'outside_scope', 'new', 'person_unknown']);
    expect(await outcomes(institution)).toEqual(['outside_scope', 'outside_scope', 'new', 'person_unknown']);
    expect(await outcomes(city)).toEqual(['new', 'new', 'new', 'person_unknown']);
  });
});

describe('an issuer brings in its own certificates', () => {
  test('they are verified with that, each with a receipt; people whom nobody knows are entered; others’ names are refused', async () => {
    const home = await anEvaluationOrganisation(db);
    const kind = await anXKind(db, { organisationId: home.id });
    const foreign = await anXKind(db);
    const { actor } = await aMember(db, 'evaluator', home);
    const nobody = { name: '王小芳', idNumber: syntheticIdentity(5_300_001) };
    const x = (name: string, of: string): Record<string, TestCell> => ({
      证书类别: '1+X证书',
      职业: null,
      证书名称: name,
      等级: '初级',
      证书编号: of,
    });
    const rows = sheet(row(nobody, x(kind.name, 'T-2024-000001')), row(person, x(foreign.name, 'T-2024-000002')), row(person));
    const { id, counts, rows: found } = await checked(actor, 'certificates', rows);
    expect(counts).toEqual({ new: 1, error: 2 });
    expect(found.slice(1).map(({ problems }) => problems[0]?.code)).toEqual(['certificate_kind_unknown', 'certificate_not_yours']);
    await written(actor, id);
    const [held] = await sql`
      select c.*, p.name as holder, k.channel, k.result from certificate c join person p on p.id = c.person_id join certificate_check k on k.certificate_id = c.id
      where p.id_number_hash = ${identityHash('resident_id', nobody.idNumber)}`;
    expect(held).toMatchObject({
      status: 'verified',
      source: 'issuer',
      x_kind_id: kind.id,
      level: 'junior',
      holder: '王小芳',
      channel: 'issuer',
      result: 'genuine',
    });
    expect(await takenBack(actor, id)).toBe('undone');
    expect((await sql`select status, revoked_on::text, issued_on::text from certificate where id = ${held?.id}`)[0]).toEqual({
      status: 'revoked',
      revoked_on: '2024-05-01',
      issued_on: '2024-05-01',
    });
  });
});
