import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { aPlan } from '#db/seed/builders/goals';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticIdentity } from '#db/seed/builders/synthetic';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { asJob, checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

const HEADERS = [
  '证书编号',
  '姓名',
  '身份证号',
  '单位',
  '培训类别',
  '课程名称',
  '班级名称',
  '培训单位',
  '培训起止日期',
  '学时',
  '成绩/等次',
  '发证日期',
];
let n = 5_400_000;
let provider: Awaited<ReturnType<typeof aProvider>>;
let officer: UserActor;
beforeEach(async () => {
  provider = await aProvider(db);
  ({ actor: officer } = await aMember(db, 'district_officer', await aCommission(db, 'district')));
});
const row = (over: Record<string, TestCell> = {}): TestCell[] => {
  n += 1;
  const base: Record<string, TestCell> = {
    姓名: '王小芳',
    身份证号: syntheticIdentity(n),
    培训类别: '保育人员培训',
    课程名称: '保育人员岗位培训',
    培训单位: provider.name,
    培训起止日期: '2023.5.10-2023.5.15',
    学时: 60,
    '成绩/等次': '合格',
    发证日期: '2023-05-20',
    ...over,
  };
  return HEADERS.map((header) => base[header] ?? null);
};
// 课程名称 and 班级名称 are one column in old ledgers: the class's own name is kept out of the sheet here.
const sheet = (...rows: TestCell[][]) => [
  ['结业台账'],
  HEADERS.filter((header) => header !== '班级名称'),
  ...rows.map((cells) => cells.filter((_, at) => HEADERS[at] !== '班级名称')),
];

describe('completions from before the platform', () => {
  test('count like others, marked with their file; two names of one class are one; again the file changes nothing', async () => {
    await aPlan(db);
    const place = await anInstitution(db, { districtCode: '110108' });
    const old = `演结${nextNumber()}`;
    const rows = sheet(row({ 证书编号: old, 单位: place.name }), row({ 课程名称: '保育人员 岗位培训' }), row({ '成绩/等次': null }));
    const { id, counts } = await checked(officer, 'completions', rows);
    expect(counts).toEqual({ new: 3 });
    expect(await written(officer, id)).toBe(3);
    const made = await sql`
      select c.completed_on::text, c.theory_minutes, c.counts_toward_plan, c.district_code, c.institution_id, c.import_id, c.evidence->'source'->>'rowNo' as row,
        z.number, z.content->>'isTakenOver' as old, k.status, k.capacity
      from import_row r join completion c on c.id = r.subject_id join completion_certificate z on z.completion_id = c.id
      join training_class k on k.id = c.class_id where r.import_id = ${id} order by r.row_no`;
    expect(made).toMatchObject([
      {
        completed_on: '2023-05-15',
        theory_minutes: 2700,
        counts_toward_plan: true,
        district_code: '110108',
        institution_id: place.id,
        import_id: id,
        row: '3',
        number: old,
        old: 'true',
        status: 'closed',
        capacity: 3,
      },
      { district_code: '110105', institution_id: null, number: expect.stringMatching(/^BJTY-C-110105-2023-\d{5}$/) },
      { counts_toward_plan: false },
    ]);
    expect(await sql`select 1 from training_class where import_id = ${id}`).toHaveLength(1);
    await foldTally(asJob(), 100);
    expect((await recountTally(asJob())).differences).toBe(0);

    const before = await contentsOf(['completion', 'enrolment', 'training_class', 'course', 'completion_certificate']);
    expect((await checked(officer, 'completions', rows)).counts).toEqual({ same: 3 });
    expect(await contentsOf(['completion', 'enrolment', 'training_class', 'course', 'completion_certificate'])).toEqual(before);
  });

  test('taken back, each is voided and counts no more; the file may come again', async () => {
    const rows = sheet(row(), row());
    const { id } = await checked(officer, 'completions', rows);
    await written(officer, id);
    expect(await takenBack(officer, id)).toBe('undone');
    const entries =
      await sql`select e.kind, e.delta, c.status from completion c join completion_entry e on e.completion_id = c.id where c.import_id = ${id} order by e.seq`;
    expect(entries.map(({ kind, delta, status }) => `${kind} ${delta} ${status}`)).toEqual([
      'completed 1 voided',
      'completed 1 voided',
      'voided -1 voided',
      'voided -1 voided',
    ]);
    await foldTally(asJob(), 100);
    expect((await recountTally(asJob())).differences).toBe(0);
    const again = await checked(officer, 'completions', rows);
    expect(again.counts).toEqual({ new: 2 });
    expect(await written(officer, again.id)).toBe(2);
  });

  test('what stands on the platform, other names of the same days, and what was not passed are named', async () => {
    const person = await aPerson(db);
    const trainingClass = await aClosedClass(db, { heldOn: '2023-09-04', providerId: provider.id });
    await aCompletion(db, { trainingClass, heldOn: '2023-09-04', personId: person.id });
    const [course] = await sql`select title from course where id = ${trainingClass.courseId}`;
    const live = { 课程名称: String(course?.title), 培训起止日期: '2023-09-04', 发证日期: null };
    const one = { 身份证号: syntheticIdentity(5_499_000) };
    const { rows } = await checked(
      officer,
      'completions',
      sheet(
        row({ ...live, 姓名: person.name, 身份证号: person.idNumber }),
        row(live),
        row({ 课程名称: '另一个名字', 培训起止日期: '2023-09-04', 发证日期: null, 姓名: person.name, 身份证号: person.idNumber }),
        row({ ...one, 课程名称: '甲培训' }),
        row({ ...one, 课程名称: '乙培训' }),
        row({ '成绩/等次': '不合格' }),
        row({ 培训单位: '别处的学校' }),
        row({ 学时: null }),
        row({ 培训起止日期: '五月' }),
        row({ 培训起止日期: '2011-01-01' }),
      ),
    );
    expect(rows.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'same',
      'completion_live_class',
      'completion_other_title',
      'new',
      'completion_other_title',
      'completion_not_passed',
      'provider_unknown',
      'no_hours',
      'date_span',
      'completion_before_records',
    ]);
  });

  test('providers of another district are not hers to speak for; those of city level are the city’s', async () => {
    const far = await aProvider(db, { districtCode: '110108' });
    const central = await aProvider(db, { districtCode: null });
    const rows = sheet(row(), row({ 培训单位: far.name }), row({ 培训单位: central.name }));
    const { actor: city } = await aMember(db, 'city_officer');
    const of = async (actor: UserActor) => (await checked(actor, 'completions', rows)).rows.map(({ outcome }) => outcome);
    expect([await of(officer), await of(city)]).toEqual([
      ['new', 'error', 'error'],
      ['error', 'error', 'new'],
    ]);
  });
});
