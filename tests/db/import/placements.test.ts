import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { aStudent } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();
const HEADERS = ['学校', '专业', '班级', '姓名', '学号', '实习单位', '岗位', '起止日期', '协议编号', '保险', '校内/企业指导教师', '考核'];

let actor: UserActor;
let college: Awaited<ReturnType<typeof aProvider>>;
let institution: Awaited<ReturnType<typeof anInstitution>>;
beforeEach(async () => {
  college = await aProvider(db);
  institution = await anInstitution(db);
  ({ actor } = await aMember(db, 'provider_staff', college));
});

async function aKnown(name: string) {
  const person = await aPerson(db, { name });
  return { person, student: await aStudent(db, { collegeId: college.id, personId: person.id }) };
}
const sheet = (...rows: TestCell[][]) => [['实习台账'], HEADERS, ...rows];
function rowOf(name: string, studentNo: string, change: Readonly<Record<number, TestCell>> = {}): TestCell[] {
  const who = [college.name, '婴幼儿托育', '托育 2301 班', name, studentNo];
  const what = [institution.name, '保育员', '2025.3.1-2025.8.31', `SX-${studentNo}`, 'BX-1（至 2025-09-30）', '王老师/李老师', '良好'];
  return [...who, ...what].map((cell, at) => change[at] ?? cell);
}

describe('ledgers of placements that are over', () => {
  test('come in once, are the same again, and are taken back while nobody was taken on', async () => {
    const { person, student } = await aKnown('陈小雨');
    const before = await contentsOf(['placement', 'engagement']);
    const rows = sheet(rowOf('陈小雨', student.studentNo));
    const { id, counts } = await checked(actor, 'placements', rows);
    expect(counts).toEqual({ new: 1 });
    expect(await written(actor, id)).toBe(1);
    const [row] = await sql`select * from placement where import_id = ${id}`;
    expect(row).toMatchObject({
      ...{
        student_id: student.id,
        person_id: person.id,
        institution_id: institution.id,
        status: 'finished',
        result: 'good',
        role: 'caregiver',
      },
      ...{ from_on: '2025-03-01', until_on: '2025-08-31', insurance_no: 'BX-1', insured_until_on: '2025-09-30', hours_per_day: null },
      ...{ college_mentor: '王老师', institution_mentor: '李老师', engagement_id: null, agreement_signed_on: null },
    });
    expect((await checked(actor, 'placements', rows)).counts).toEqual({ same: 1 });
    expect(await takenBack(actor, id)).toBe('undone');
    expect(await contentsOf(['placement', 'engagement'])).toEqual(before);
  });

  test('stay where the student was taken on since', async () => {
    const { person, student } = await aKnown('林小琪');
    const { id } = await checked(actor, 'placements', sheet(rowOf('林小琪', student.studentNo)));
    await written(actor, id);
    const post = await anEngagement(db, { personId: person.id, institutionId: institution.id, startOn: '2025-09-01' });
    await sql`update placement set converted_engagement_id = ${post.id} where import_id = ${id}`;
    expect(await takenBack(actor, id)).not.toBe('undone');
  });

  test('are refused row by row, with the column that is wrong', async () => {
    const { student } = await aKnown('王小雨');
    const no = student.studentNo;
    const { rows } = await checked(
      actor,
      'placements',
      sheet(
        rowOf('王小雨', 'NOBODY'),
        rowOf('赵小雨', no, { 8: 'A-1' }),
        rowOf('王小雨', no, { 0: '别的学院', 8: 'A-2' }),
        rowOf('王小雨', no, { 5: '没有这家', 8: 'A-3' }),
        rowOf('王小雨', no, { 7: '2025年春季', 8: 'A-4' }),
        rowOf('王小雨', no, { 7: '2026-03-01—2026-08-31', 8: 'A-5' }),
        rowOf('王小雨', no, { 7: '2025-08-31—2025-03-01', 8: 'A-6' }),
        rowOf('王小雨', no, { 8: 'A-7', 11: '很好' }),
        rowOf('王小雨', no, { 8: 'A-1' }),
      ),
    );
    expect(rows.map(({ problems }) => [problems[0]?.column, problems[0]?.code])).toEqual([
      ['studentNo', 'placement_student_unknown'],
      ['name', 'person_name_differs'],
      ['college', 'placement_other_college'],
      ['institution', 'institution_unknown'],
      ['days', 'date_span'],
      ['days', 'placement_not_over'],
      ['days', 'ends_before_start'],
      ['result', 'not_in_list'],
      ['agreementNo', 'twice_in_file'],
    ]);
  });

  test('an agreement number of another placement is a conflict', async () => {
    const [one, two] = [await aKnown('李小梅'), await aKnown('周小兰')];
    const { id } = await checked(actor, 'placements', sheet(rowOf('李小梅', one.student.studentNo, { 8: 'SX-1' })));
    await written(actor, id);
    const { rows } = await checked(actor, 'placements', sheet(rowOf('周小兰', two.student.studentNo, { 8: 'SX-1' })));
    expect(rows[0]).toMatchObject({ outcome: 'conflict', problems: [{ code: 'placement_agreement_taken' }] });
  });
});
