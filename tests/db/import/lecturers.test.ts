import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { lecturer } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import type { UserActor } from '~/domain/shared/actor';
import { testDatabase } from '../../support/database';
import { checked, contentsOf, takenBack, written } from '../../support/importing';
import type { TestCell } from '../../support/workbooks';

const { db, sql } = testDatabase();

const HEADERS = ['序号', '姓名', '类别', '工作单位', '授课领域', '职称', '身份证号'];
const sheet = (...rows: TestCell[][]) => [HEADERS, ...rows];
const row = (name: string, over: Partial<Record<'kind' | 'employer' | 'fields' | 'idNumber', string>> = {}): TestCell[] => [
  null,
  name,
  over.kind ?? null,
  over.employer ?? '演示医院',
  over.fields ?? '卫生保健、安全与急救',
  '副主任医师',
  over.idNumber ?? null,
];

let provider: Awaited<ReturnType<typeof aProvider>>;
let staff: UserActor;
beforeEach(async () => {
  provider = await aProvider(db, { districtCode: '110105' });
  ({ actor: staff } = await aMember(db, 'provider_staff', provider));
});
const of = (importId: string) => db.select().from(lecturer).where(eq(lecturer.importId, importId)).orderBy(lecturer.name);

test('a provider’s rows are proposals; the same file again changes nothing', async () => {
  const person = await aPerson(db, { name: '周敏' });
  const rows = sheet(row('王芳'), row('周敏', { kind: '专家', idNumber: person.idNumber, fields: '机构管理' }));
  const { id, counts } = await checked(staff, 'lecturers', rows);
  expect(counts).toEqual({ new: 2 });
  expect(await written(staff, id)).toBe(2);
  const found = await of(id);
  expect(found).toMatchObject(
    [
      { name: '周敏', kind: 'expert', fields: ['management'], personId: person.id },
      {
        name: '王芳',
        kind: 'lecturer',
        fields: ['health_care', 'safety'],
        status: 'submitted',
        organisationId: provider.id,
        districtCode: '110105',
        personId: null,
      },
    ].sort((a, b) => found.findIndex(({ name }) => name === a.name) - found.findIndex(({ name }) => name === b.name)),
  );
  const before = await contentsOf(['lecturer']);
  expect((await checked(staff, 'lecturers', rows)).counts).toEqual({ same: 2 });
  expect(await contentsOf(['lecturer'])).toEqual(before);
});

test('wrong rows say how to mend them', async () => {
  const person = await aPerson(db);
  const { counts, rows } = await checked(
    staff,
    'lecturers',
    sheet(row('李丽', { fields: '烹饪' }), row('赵敏', { idNumber: person.idNumber }), row('孙俪'), row('孙俪'), row('', {})),
  );
  expect(counts).toEqual({ error: 4, new: 1 });
  expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['lecturer_field_unknown'],
    ['lecturer_person_unknown'],
    [],
    ['twice_in_file'],
    ['required'],
  ]);
});

test('an officer’s rows are experts of her area, approved at once; an institution brings in none', async () => {
  const { actor: city } = await aMember(db, 'city_officer');
  const { id } = await checked(city, 'lecturers', sheet(row('钱进')));
  await written(city, id);
  expect(await of(id)).toMatchObject([
    {
      kind: 'expert',
      status: 'approved',
      organisationId: null,
      districtCode: null,
      approvedFromOn: '2026-03-10',
      approvedUntilOn: '2029-03-09',
    },
  ]);
  const { actor: institution } = await aMember(db, 'institution_admin');
  await expect(checked(institution, 'lecturers', sheet(row('钱进')))).rejects.toMatchObject({ status: 403 });
});

test('what nobody touched is taken back; what a lesson names stays', async () => {
  const before = await contentsOf(['lecturer']);
  const first = await checked(staff, 'lecturers', sheet(row('吴勇')));
  await written(staff, first.id);
  await takenBack(staff, first.id);
  expect(await contentsOf(['lecturer'])).toEqual(before);

  const second = await checked(staff, 'lecturers', sheet(row('郑洁')));
  await written(staff, second.id);
  const [named] = await of(second.id);
  const lessons = [{ on: '2026-04-01', from: '09:00', until: '10:00', lecturerId: named?.id ?? '' }];
  await aClass(db, { course: await aCourse(db, { providerId: provider.id }), lessons });
  expect(await takenBack(staff, second.id)).toBe('blocked');
  expect(await sql`select 1 from lecturer where import_id = ${second.id}`).toHaveLength(1);
});
