import { beforeEach, describe, expect, test } from 'vitest';
import { aPerson } from '#db/seed/builders/people';
import { syntheticIdentity } from '#db/seed/builders/synthetic';
import { aMajor, aProgrammePoint, aStudent } from '#db/seed/builders/talent';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';
import { aCollege } from '../talent/student-scenes';

const { db, sql } = testDatabase();
const HEADERS = ['姓名', '证件号码', '学号', '专业', '班级', '入学日期'];

let scene: Awaited<ReturnType<typeof aCollege>>;
let major: string;
beforeEach(async () => {
  scene = await aCollege();
  major = (await sql`select m.name_zh from major m join programme_point p on p.major_id = m.id where p.id = ${scene.point.id}`)[0]?.name_zh;
});

let nth = 5_000;
const aNewcomer = () => {
  nth += 1;
  return { name: '林小满', idNumber: syntheticIdentity(nth), no: `I${nth}` };
};
const sheet = (...rows: TestCell[][]) => [['学生名册'], HEADERS, ...rows];

describe('students of one’s own college', () => {
  test('come in by document and major; again the file changes nothing; they are taken back with the people that only they brought', async () => {
    const [known, fresh] = [await aPerson(db), aNewcomer()];
    const [[people], [students]] = [await contentsOf(['person']), await contentsOf(['student'])];
    const rows = sheet(
      [known.name, known.idNumber, 'I-1', major, '一班', '2025-09-01'],
      [fresh.name, fresh.idNumber, fresh.no, major, null, '2025-09-01'],
    );
    const { id, counts } = await checked(scene.actor, 'students', rows);
    expect(counts).toEqual({ new: 2 });
    expect(await written(scene.actor, id)).toBe(2);
    const stored = await sql`
      select s.student_no, s.class_name, s.status, s.college_id, p.is_pre_service from student s join person p on p.id = s.person_id
      where s.import_id = ${id} order by s.student_no`;
    expect(stored).toMatchObject([
      { student_no: 'I-1', class_name: '一班', status: 'studying', college_id: scene.college.id },
      { student_no: fresh.no, class_name: '', status: 'studying', is_pre_service: true },
    ]);
    expect((await checked(scene.actor, 'students', rows)).counts).toEqual({ same: 2 });
    expect(await takenBack(scene.actor, id)).toBe('undone');
    expect((await contentsOf(['student']))[0]?.n).toBe(students?.n);
    expect((await contentsOf(['person']))[0]?.n).toBe(people?.n);
  });

  test('are corrected by a later file, and the correction is taken back', async () => {
    const her = await aPerson(db);
    await aStudent(db, {
      personId: her.id,
      pointId: scene.point.id,
      collegeId: scene.college.id,
      studentNo: 'OLD',
      className: '一班',
      enrolledOn: '2024-09-01',
    });
    const { id, counts } = await checked(scene.actor, 'students', sheet([her.name, her.idNumber, 'NEW', major, null, '2024-09-02']));
    expect(counts).toEqual({ changed: 1 });
    expect(await written(scene.actor, id)).toBe(1);
    const now = () => sql`select student_no, class_name, enrolled_on::text from student where person_id = ${her.id}`;
    expect(await now()).toEqual([{ student_no: 'NEW', class_name: '一班', enrolled_on: '2024-09-02' }]);
    expect(await takenBack(scene.actor, id)).toBe('undone');
    expect(await now()).toEqual([{ student_no: 'OLD', class_name: '一班', enrolled_on: '2024-09-01' }]);
  });

  test('are refused by the rules of the page, row by row', async () => {
    const planned = await aMajor(db);
    await aProgrammePoint(db, { collegeId: scene.college.id, majorId: planned.id, status: 'planned' });
    const [a, b, c, d] = [aNewcomer(), aNewcomer(), aNewcomer(), aNewcomer()];
    const { rows } = await checked(
      scene.actor,
      'students',
      sheet(
        [a.name, a.idNumber, a.no, '没有的专业', null, '2025-09-01'],
        [b.name, b.idNumber, b.no, planned.nameZh, null, '2025-09-01'],
        [c.name, c.idNumber, c.no, major, null, '2029-09-01'],
        [d.name, d.idNumber, scene.student.studentNo, major, null, '2025-09-01'],
      ),
    );
    const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual([['student_point_unknown'], ['student_point_planned'], ['student_enrolled_too_far'], ['student_number_taken']]);
  });

  test('stay once one of them has graduated', async () => {
    const her = aNewcomer();
    const { id } = await checked(scene.actor, 'students', sheet([her.name, her.idNumber, her.no, major, null, '2022-09-01']));
    await written(scene.actor, id);
    await sql`update student set status = 'graduated', ended_on = '2025-06-30' where import_id = ${id}`;
    expect(await takenBack(scene.actor, id)).toBe('blocked');
    expect(await sql`select 1 from student where import_id = ${id}`).toHaveLength(1);
  });
});
