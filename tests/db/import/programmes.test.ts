import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aMajor, anAgreement, aPractice, aProgrammePoint, aProgrammeYear } from '#db/seed/builders/talent';
import { importsOf } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

let actor: UserActor;
let collegeId: string;
beforeEach(async () => {
  const college = await aProvider(db);
  collegeId = college.id;
  ({ actor } = await aMember(db, 'provider_staff', college));
});
const codesOf = (rows: readonly { outcome: string; problems: readonly { code: string }[] }[]) =>
  rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome);

describe('programme points', () => {
  const HEADERS = [
    '专业代码',
    '专业名称',
    '层次',
    '状态',
    '备案日期',
    '备案文号',
    '停办日期',
    '年份',
    '计划招生数',
    '实际招生数',
    '毕业生数',
  ];
  const sheet = (...rows: TestCell[][]) => [['专业布点一览表'], HEADERS, ...rows];
  const rowOf = (major: { code: string | null; nameZh: string }, year: number, figures: TestCell[], over: TestCell[] = []) => [
    major.code,
    major.nameZh,
    ...(over.length > 0 ? over : ['高职专科', '已备案', '2024-05-06', '演示〔2024〕5号', null]),
    year,
    ...figures,
  ];

  test('come with their years, wait for the city, and are taken back while nobody has looked at them', async () => {
    const [fresh, known] = [await aMajor(db), await aMajor(db)];
    const point = await aProgrammePoint(db, { collegeId, majorId: known.id, filedOn: '2024-05-06', documentNo: '演示〔2024〕5号' });
    await aProgrammeYear(db, point.id, { year: 2025, plannedIntake: 30 });
    const before = await contentsOf(['programme_point', 'programme_year']);
    const rows = sheet(
      rowOf(fresh, 2024, [40, 38, null]),
      rowOf(fresh, 2025, [45, null, null]),
      rowOf(known, 2025, [30, 28, null]),
      rowOf(known, 2024, [30, 30, 5]),
    );
    const { id, counts } = await checked(actor, 'programme_points', rows);
    expect(counts).toEqual({ new: 3, changed: 1 });
    expect(await written(actor, id)).toBe(4);
    const stored = await sql`
      select m.code, y.year, y.actual_intake, p.confirmed_at is null as waits from programme_year y join programme_point p on p.id = y.point_id
      join major m on m.id = p.major_id where p.college_id = ${collegeId} order by m.code, y.year`;
    expect(stored).toEqual([
      { code: fresh.code, year: 2024, actual_intake: 38, waits: true },
      { code: fresh.code, year: 2025, actual_intake: null, waits: true },
      { code: known.code, year: 2024, actual_intake: 30, waits: false },
      { code: known.code, year: 2025, actual_intake: 28, waits: false },
    ]);
    expect((await checked(actor, 'programme_points', rows)).counts).toEqual({ same: 4 });
    expect(await takenBack(actor, id)).toBe('undone');
    const after = await contentsOf(['programme_point', 'programme_year']);
    expect(after.map(({ n }) => n)).toEqual(before.map(({ n }) => n));
    expect((await sql`select actual_intake from programme_year where point_id = ${point.id}`)[0]).toEqual({ actual_intake: null });
  });

  test('stay once the city confirmed them', async () => {
    const { id } = await checked(actor, 'programme_points', sheet(rowOf(await aMajor(db), 2025, [40, null, null])));
    await written(actor, id);
    await sql`update programme_point set confirmed_at = now() where import_id = ${id}`;
    expect(await takenBack(actor, id)).toBe('blocked');
  });

  test('are refused row by row', async () => {
    const major = await aMajor(db);
    const [other, third] = [await aMajor(db), await aMajor(db)];
    await aProgrammePoint(db, { collegeId, majorId: other.id });
    const off = await aMajor(db, { isActive: false });
    const { rows } = await checked(
      actor,
      'programme_points',
      sheet(
        rowOf({ ...major, nameZh: '没有的专业' }, 2025, [40, null, null]),
        rowOf({ ...major, code: '999999' }, 2025, [40, null, null]),
        rowOf(off, 2025, [40, null, null]),
        rowOf(other, 2025, [40, null, null]),
        rowOf(major, 2025, [40, null, null], ['高职专科', '已备案', null, null, null]),
        rowOf(major, 2025, [40, null, null], ['高职专科', '已停办', '2024-05-06', '演示〔2024〕5号', '2024-05-06']),
        rowOf(major, 2098, [40, 38, null]),
        rowOf(third, 2025, [40, null, null]),
        rowOf(third, 2025, [50, null, null]),
        rowOf(third, 2026, [40, null, null], ['高职专科', '拟设', null, null, null]),
      ),
    );
    expect(codesOf(rows)).toEqual([
      'major_unknown',
      'major_unknown',
      'major_unknown',
      'point_differs',
      'point_filing_missing',
      'point_end_before_filing',
      'programme_year_not_yet',
      'new',
      'twice_in_file',
      'point_differs',
    ]);
  });
});

describe('agreements', () => {
  const HEADERS = ['协议编号', '机构名称', '合作内容', '签订日期', '开始日期', '结束日期'];
  const sheet = (...rows: TestCell[][]) => [['校企合作协议'], HEADERS, ...rows];
  const DAYS = ['2026-01-05', '2026-02-01', '2028-01-31'];

  test('wait for document and institution, wherever it lies; again the file changes nothing; they are taken back', async () => {
    const institution = await anInstitution(db, { districtCode: '110108' });
    const rows = sheet(['XY-1', institution.name, '教师实践、学生实习；就业', ...DAYS]);
    const { id, counts } = await checked(actor, 'agreements', rows);
    expect(counts).toEqual({ new: 1 });
    await written(actor, id);
    expect(await sql`select status, scopes, institution_id from cooperation_agreement where import_id = ${id}`).toEqual([
      { status: 'proposed', scopes: ['teacher_practice', 'placements', 'employment'], institution_id: institution.id },
    ]);
    expect((await checked(actor, 'agreements', rows)).counts).toEqual({ same: 1 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await sql`select 1 from cooperation_agreement where college_id = ${collegeId}`).toHaveLength(0);
  });

  test('stay once the institution answered', async () => {
    const { name } = await anInstitution(db);
    const { id } = await checked(actor, 'agreements', sheet(['XY-1', name, '学生实习', ...DAYS]));
    await written(actor, id);
    await sql`update cooperation_agreement set status = 'declined' where import_id = ${id}`;
    expect(await takenBack(actor, id)).toBe('blocked');
  });

  test('are refused row by row', async () => {
    const { name, id: institutionId } = await anInstitution(db);
    const { number } = await anAgreement(db, { collegeId, institutionId });
    const { rows } = await checked(
      actor,
      'agreements',
      sheet(
        ['XY-1', '没有的托育园', '学生实习', ...DAYS],
        ['XY-2', name, '学生实习、聚餐', ...DAYS],
        ['XY-3', name, '学生实习', '2026-01-05', '2026-02-01', '2026-01-31'],
        ['XY-4', name, '学生实习', '2026-02-05', '2026-02-01', '2028-01-31'],
        [number, name, '学生实习', ...DAYS],
        ['XY-5', name, '学生实习', ...DAYS],
        ['XY-5', name, '学生实习', ...DAYS],
      ),
    );
    expect(codesOf(rows)).toEqual([
      'institution_unknown',
      'agreement_scope_unknown',
      'agreement_days',
      'agreement_signed_late',
      'agreement_differs',
      'new',
      'twice_in_file',
    ]);
  });
});

describe('teachers’ practice', () => {
  const HEADERS = ['教师姓名', '机构名称', '开始日期', '结束日期', '天数', '实践内容', '状态', '完成情况'];
  const sheet = (...rows: TestCell[][]) => [['教师实践登记表'], HEADERS, ...rows];

  test('is entered, finishes a plan, and is taken back with the plan as it was', async () => {
    const { name, id: institutionId } = await anInstitution(db);
    const plan = await aPractice(db, { collegeId, institutionId, teacherName: '周敏', fromOn: '2025-07-07', untilOn: '2025-07-18' });
    const rows = sheet(
      ['周敏', name, '2025-07-07', '2025-07-17', 9, '跟岗', '已完成', '完成案例两份'],
      ['吴静', name, '2025-09-01', '2025-09-05', 5, '跟岗', '计划中', null],
    );
    const { id, counts } = await checked(actor, 'teacher_practice', rows);
    expect(counts).toEqual({ new: 1, changed: 1 });
    expect(await written(actor, id)).toBe(2);
    expect((await sql`select status, days from teacher_practice where id = ${plan.id}`)[0]).toEqual({ status: 'done', days: 9 });
    expect((await checked(actor, 'teacher_practice', rows)).counts).toEqual({ same: 2 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await sql`select status, days from teacher_practice where college_id = ${collegeId}`).toEqual([{ status: 'planned', days: 10 }]);
  });

  test('is refused row by row', async () => {
    const { name, id: institutionId } = await anInstitution(db);
    await aPractice(db, { collegeId, institutionId, teacherName: '郑洁', fromOn: '2025-07-07', untilOn: '2025-07-18', status: 'done' });
    const { rows } = await checked(
      actor,
      'teacher_practice',
      sheet(
        ['周敏', name, '2025-07-07', '2025-07-11', 6, '跟岗', '计划中', null],
        ['周敏', name, '2025-07-14', '2025-07-11', 1, '跟岗', '计划中', null],
        ['周敏', name, '2025-07-21', '2025-07-25', 5, '跟岗', '已完成', null],
        ['周敏', name, '2098-07-21', '2098-07-25', 5, '跟岗', '已完成', '完成'],
        ['周敏', '没有的托育园', '2025-08-04', '2025-08-08', 5, '跟岗', '计划中', null],
        ['郑洁', name, '2025-07-07', '2025-07-18', 4, '跟岗', '已完成', '完成'],
      ),
    );
    expect(codesOf(rows)).toEqual([
      'practice_too_many_days',
      'practice_days_order',
      'required',
      'date_future',
      'institution_unknown',
      'practice_differs',
    ]);
  });
});

test('only colleges bring these in', async () => {
  const names = (who: UserActor) => importsOf(who).map(({ name }) => name);
  const { actor: centre } = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }));
  expect(names(actor)).toEqual(expect.arrayContaining(['programme_points', 'agreements', 'teacher_practice']));
  for (const name of ['programme_points', 'agreements', 'teacher_practice']) expect(names(centre)).not.toContain(name);
});
