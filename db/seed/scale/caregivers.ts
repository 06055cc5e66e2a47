import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { beijingDate } from '~/domain/shared/period';
import { scaleId, scaleIdSql } from './ids';
import { addRateInstitutions, RATE_INSTITUTIONS, RATE_RUN } from './institutions';
import { addPeople } from './people';

/** Identity numbers and phones of these people begin behind those of every other scale run. */
const FIRST_NUMBER = 2_500_000;
const LAST = 1_000_000;
const person = scaleIdSql('person', RATE_RUN, sql`g.p`);
const institution = (shift: number) =>
  scaleIdSql('organisation', RATE_RUN, sql`((g.p::bigint * 7919 + ${shift}) % ${RATE_INSTITUTIONS})::int`);

/** Several posts of a person have numbers of their own. */
const post = (nth: number) => scaleIdSql('engagement', RATE_RUN, sql`(g.p * 3 + ${nth})`);

const people = (from: number, until: number, today: string): SQL => sql`
  create temporary table caregiver on commit drop as
  select p, date '2023-01-01' + ((p::bigint * 37) % (${today}::date - date '2023-01-30'))::int as start_on,
    case when p % 10 < 2 then date '2023-01-01' + ((p::bigint * 37) % (${today}::date - date '2023-01-30'))::int + 200 + p % 300 end as leaves_on
  from generate_series(${from}::int, ${until - 1}::int) p`;

const statements = (today: string): SQL[] => [
  // One in ten left for good, one in ten went elsewhere, one in twenty works at two institutions.
  sql`insert into engagement (id, person_id, institution_id, role, start_on, end_on, is_main_post, created_at)
    select ${post(0)}, ${person}, ${institution(0)}, 'caregiver', start_on, case when leaves_on <= ${today}::date then leaves_on end,
      leaves_on is null or leaves_on > ${today}::date, '2023-01-01' from caregiver g`,
  sql`insert into engagement (id, person_id, institution_id, role, start_on, is_main_post, created_at)
    select ${post(1)}, ${person}, ${institution(641)}, 'caregiver', leaves_on, true, '2023-01-01' from caregiver g where p % 10 = 0 and leaves_on <= ${today}::date`,
  sql`insert into engagement (id, person_id, institution_id, role, start_on, is_full_time, created_at)
    select ${post(2)}, ${person}, ${institution(311)}, 'caregiver', start_on + 20, false, '2023-01-01' from caregiver g where p % 20 = 5`,
  sql`insert into off_post (id, engagement_id, from_on, until_on, created_at)
    select ${scaleIdSql('offPost', RATE_RUN, sql`g.p`)}, ${post(0)}, start_on + 100, start_on + 220, '2023-01-01' from caregiver g where p % 25 = 3`,
  // Two in three hold 育婴员, one in ten 1+X 幼儿照护; some wait for the check, some expire, some were revoked.
  sql`insert into certificate (id, person_id, family, occupation, x_kind_id, level, name, number, issuer, issued_on, valid_until, status, source,
      submitted_at, verified_at, revoked_on, created_at, is_demo)
    select ${scaleIdSql('heldCertificate', RATE_RUN, sql`g.p`)}, ${person}, k.family, k.occupation, k.kind, k.level, k.name, 'M' || lpad(g.p::text, 9, '0'), '演示评价机构',
      start_on - 30 + p % 200, case when p % 40 = 7 then start_on + 900 end,
      case when p % 150 = 9 then 'revoked' when p % 100 between 79 and 82 then 'submitted' else 'verified' end, 'import',
      '2023-01-01', '2023-01-01', case when p % 150 = 9 then start_on + 600 end, '2023-01-01', true
    from caregiver g cross join lateral (
      select 'hrss_skill_level' as family, '4-10-01-02' as occupation, null::uuid as kind, '5' as level, '育婴员' as name where p % 100 < 68 or p % 100 between 79 and 82
      union all select 'x_certificate', null, (select id from x_certificate_kind where childcare_related order by id limit 1), 'junior', '幼儿照护' where p % 100 between 68 and 78
      union all select 'nurse_license', null, null, null, '护士执业证' where p % 100 between 83 and 85
    ) k`,
  // Marked by each of the statements above; once is enough.
  sql`delete from rate_dirty a using rate_dirty b where a.person_id = b.person_id and a.seq > b.seq`,
];

/** `n` further caregivers with posts, leave and certificates of three years, by whole sets; the rate is worked out by the product. */
export async function seedCaregivers(tx: Tx, n: number, now: Date): Promise<void> {
  const today = beijingDate(now);
  const [have] = await tx.execute<{ people: number }>(sql`
    select count(*)::int as people from person where id between ${scaleId('person', RATE_RUN, 0)}::uuid and ${scaleId('person', RATE_RUN, LAST)}::uuid`);
  const from = have?.people ?? 0;
  if (from === 0) await addRateInstitutions(tx, today);
  await addPeople(tx, { run: RATE_RUN, from, until: from + n, number: FIRST_NUMBER + from });
  await tx.execute(people(from, from + n, today));
  for (const statement of statements(today)) await tx.execute(statement);
  await tx.execute(sql`drop table caregiver`);
}
