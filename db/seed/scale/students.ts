import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { major, organisation, programmePoint } from '#db/schema';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { newId } from '~/domain/shared/id';
import { addMonths, beijingDate, beijingInstant } from '~/domain/shared/period';
import { insertRows } from '../insert-rows';
import { scaleId, scaleIdSql } from './ids';
import { addPeople } from './people';

/** Runs of the scale seed for completions count from zero and never get here. */
const STUDENT_RUN = 201;
/** Identity numbers and phones of these people begin behind those of every other scale run. */
const FIRST_NUMBER = 3_500_000;
const LAST = 500_000;
/** As many as a city of this size has, whatever the number of students. */
const COLLEGES = 60;
const YEARS = 8;
const FOUNDED = beijingInstant('2015-09-01', '09:00');

const person = scaleIdSql('person', STUDENT_RUN, sql`g.p`);
const student = scaleIdSql('student', STUDENT_RUN, sql`g.p`);
const college = scaleIdSql('organisation', STUDENT_RUN, sql`(g.p % ${COLLEGES})`);
const point = scaleIdSql('programmePoint', STUDENT_RUN, sql`(g.p % ${COLLEGES})`);

async function addColleges(tx: Tx): Promise<void> {
  const all = Array.from({ length: COLLEGES }, (_, n) => ({
    id: scaleId('organisation', STUDENT_RUN, n),
    kind: 'college' as const,
    name: `测量用职业学院${n + 1}（演示）`,
    districtCode: DISTRICT_CODES[n % DISTRICT_CODES.length] ?? '110105',
    categories: ['caregiver' as const],
    status: 'approved' as const,
    createdAt: FOUNDED,
    isDemo: true,
  }));
  await insertRows(tx, organisation, all);
  const taught = {
    id: newId(),
    code: 'SCALE1',
    nameZh: '测量用托育专业（演示）',
    level: 'higher_vocational' as const,
    childcareRelated: false,
    source: '演示数据',
    createdAt: FOUNDED,
  };
  await insertRows(tx, major, [taught]);
  await insertRows(
    tx,
    programmePoint,
    all.map(({ id }, n) => ({
      id: scaleId('programmePoint', STUDENT_RUN, n),
      collegeId: id,
      majorId: taught.id,
      status: 'filed' as const,
      filedOn: '2015-03-01',
      createdAt: FOUNDED,
    })),
  );
}

/** Enrolled in one of the last years, the oldest the most likely to have gone all the way. */
const pupils = (from: number, until: number, today: string): SQL => sql`
  create temporary table pupil on commit drop as
  select p, (date_trunc('year', ${addMonths(today, -12)}::date)::date + 243 - ((p / ${COLLEGES}) % ${YEARS}) * 365)::date as enrolled_on,
    (p::bigint * 7919) % 100 as luck from generate_series(${from}::int, ${until - 1}::int) p`;

const statements = (today: string): SQL[] => [
  sql`insert into student (id, person_id, college_id, point_id, student_no, class_name, enrolled_on, status, ended_on, created_at, is_demo)
    select ${student}, ${person}, ${college}, ${point}, 'M' || lpad(g.p::text, 8, '0'), '', enrolled_on,
      case when enrolled_on + 1036 <= ${today}::date then 'graduated' else 'studying' end,
      case when enrolled_on + 1036 <= ${today}::date then enrolled_on + 1036 end, '2015-09-01', true from pupil g`,
  sql`insert into certificate (id, person_id, family, x_kind_id, level, name, number, issuer, issued_on, status, source, submitted_at, verified_at, created_at, is_demo)
    select ${scaleIdSql('heldCertificate', STUDENT_RUN, sql`g.p`)}, ${person}, 'x_certificate', (select id from x_certificate_kind where childcare_related order by id limit 1),
      'middle', '幼儿照护', 'MX' || lpad(g.p::text, 8, '0'), '演示评价机构', enrolled_on + 500, 'verified', 'import', '2015-09-01', '2015-09-01', '2015-09-01', true
    from pupil g where luck < 70 and enrolled_on + 500 <= ${today}::date`,
  sql`create temporary table house on commit drop as
    select id, (row_number() over (order by id))::int - 1 as n, (count(*) over ())::int as houses from organisation where kind = 'institution'`,
  sql`insert into placement (id, student_id, person_id, college_id, institution_id, kind, role, from_on, until_on, hours_per_day, agreement_no,
      agreement_signed_on, college_mentor, status, result, proposed_at, decided_at, is_demo)
    select ${scaleIdSql('placement', STUDENT_RUN, sql`g.p`)}, ${student}, ${person}, ${college}, h.id, 'post', 'caregiver', enrolled_on + 730, enrolled_on + 910, 8,
      'M' || lpad(g.p::text, 8, '0'), enrolled_on + 700, '带教老师（演示）', case when enrolled_on + 910 <= ${today}::date then 'finished' else 'accepted' end, case when enrolled_on + 910 <= ${today}::date then 'good' end,
      '2015-09-01', '2015-09-01', true
    from pupil g join house h on h.n = (g.p::bigint * 31) % h.houses where luck < 85 and enrolled_on + 730 <= ${today}::date`,
  sql`insert into engagement (id, person_id, institution_id, role, start_on, end_on, is_main_post, created_at)
    select ${scaleIdSql('engagement', STUDENT_RUN, sql`g.p`)}, ${person}, h.id, 'caregiver', enrolled_on + 1040,
      case when luck >= 45 and enrolled_on + 1240 <= ${today}::date then enrolled_on + 1240 end, not (luck >= 45 and enrolled_on + 1240 <= ${today}::date), '2015-09-01'
    from pupil g join house h on h.n = (g.p::bigint * 31) % h.houses where luck < 60 and enrolled_on + 1040 <= ${today}::date`,
  // Marked by each of the statements above; once is enough.
  sql`delete from funnel_dirty a using funnel_dirty b where a.person_id = b.person_id and a.seq > b.seq`,
  sql`delete from rate_dirty a using rate_dirty b where a.person_id = b.person_id and a.seq > b.seq`,
];

/** `n` further students of sixty colleges over eight years, by whole sets; the funnel is worked out by the product. */
export async function seedStudents(tx: Tx, n: number, now: Date): Promise<void> {
  const today = beijingDate(now);
  const [have] = await tx.execute<{ people: number }>(sql`
    select count(*)::int as people from person where id between ${scaleId('person', STUDENT_RUN, 0)}::uuid and ${scaleId('person', STUDENT_RUN, LAST)}::uuid`);
  const from = have?.people ?? 0;
  if (from === 0) await addColleges(tx);
  await addPeople(tx, { run: STUDENT_RUN, from, until: from + n, number: FIRST_NUMBER + from });
  await tx.execute(pupils(from, from + n, today));
  for (const statement of statements(today)) await tx.execute(statement);
  await tx.execute(sql`drop table pupil, house`);
}
