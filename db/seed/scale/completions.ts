import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { CATEGORY_LETTERS } from '~/domain/course/course';
import { COURSES, type ScaleCategory } from './ground';
import { scaleIdSql } from './ids';
import { CLASS_SIZE, VARIANTS } from './teaching';

interface Plan {
  run: number;
  category: ScaleCategory;
  /** Numbers of the first enrolment, class and person. */
  first: number;
  firstClass: number;
  firstPerson: number;
  people: number;
  count: number;
  institutions: number;
}

/** A prime: while the number of people is not its multiple, neighbours in a class are different people. */
export const STRIDE = 7_919;

/** One row per person-time: who, where she works, in which class, with which scores. Kept until the transaction ends. */
const facts = ({ run, category, first, firstClass, firstPerson, people, count, institutions }: Plan): SQL => sql`
  create temporary table scale_fact on commit drop as
  select g as n, x.class_no, x.variant, x.day, x.theory, x.practical, x.evidence, x.hash,
    ${scaleIdSql('enrolment', run, sql`g`)} as enrolment_id, ${scaleIdSql('completion', run, sql`g`)} as completion_id,
    ${scaleIdSql('class', run, sql`x.class_no`)} as class_id, ${scaleIdSql('closing', run, sql`x.class_no`)} as closing_id,
    ${scaleIdSql('person', run, sql`p.no`)} as person_id, o.id as institution_id, o.name as institution, o.district_code, o.operator_type,
    k.code, k.closed_at, k.closed_by, k.district_code as provider_district, k.created_at as opened_at, ${category}::text as category
  from generate_series(${first}::int, ${first + count - 1}::int) g
  join scale_evidence x on x.class_no = ${firstClass}::int + (g - ${first}::int) / ${CLASS_SIZE} and x.variant = g % ${VARIANTS}
  cross join lateral (select ${firstPerson}::int + (((g - ${first}::int)::bigint * ${STRIDE}) % ${people})::int as no) p
  join organisation o on o.id = ${scaleIdSql('organisation', run, sql`${COURSES} + p.no % ${institutions}`)}
  join training_class k on k.id = ${scaleIdSql('class', run, sql`x.class_no`)}`;

const STATEMENTS: readonly SQL[] = [
  sql`insert into enrolment (id, class_id, person_id, status, category, role, is_pre_service, institution_id, district_code, operator_type,
      institution_answer, institution_answered_at, decided_at, decided_by, created_at, updated_at)
    select enrolment_id, class_id, person_id, 'passed', category, category, false, institution_id, district_code, operator_type,
      'confirmed', opened_at + interval '6 days', closed_at, closed_by, opened_at + interval '5 days', closed_at from scale_fact order by n`,
  sql`insert into attendance (lesson_id, enrolment_id, mark, minutes_credited, recorded_at, recorded_by)
    select l.id, f.enrolment_id, 'present', l.minutes, l.ends_at, f.closed_by from scale_fact f join lesson l on l.class_id = f.class_id order by f.n`,
  sql`insert into score (enrolment_id, kind, points, assessed_on, assessor, recorded_at, recorded_by)
    select f.enrolment_id, s.kind, s.points, f.day, '考评员', f.closed_at, f.closed_by
    from scale_fact f cross join lateral (values ('theory', f.theory), ('practical', f.practical)) s (kind, points) order by f.n`,
  sql`insert into completion (id, enrolment_id, class_id, person_id, closing_id, category, counts_toward_plan, is_pre_service, institution_id, district_code,
      operator_type, completed_on, theory_minutes, practice_minutes, evidence, evidence_hash, status, created_at)
    select completion_id, enrolment_id, class_id, person_id, closing_id, category, true, false, institution_id, district_code,
      operator_type, day, 90, 90, evidence, hash, 'valid', closed_at from scale_fact order by n`,
  sql`insert into completion_entry (completion_id, kind, delta, at, by) select completion_id, 'completed', 1, closed_at, closed_by from scale_fact order by n`,
];

/** Numbers go on from the counters, which are then put behind them. */
const certificates = ({ run, category }: Plan): SQL => {
  const letter = CATEGORY_LETTERS[category];
  return sql`
    with numbered as (
      select f.*, p.name, p.id_number_masked, t.title, r.name as provider, extract(year from f.closed_at)::int as year,
        coalesce(c.last, 0) + row_number() over (partition by f.provider_district, extract(year from f.closed_at) order by f.n) as seq
      from scale_fact f
      join person p on p.id = f.person_id
      join training_class k on k.id = f.class_id
      join course t on t.id = k.course_id
      join organisation r on r.id = k.provider_id
      left join certificate_counter c on c.letter = ${letter}::text and c.district_code = f.provider_district and c.year = extract(year from f.closed_at)::int
    ),
    issued as (
      insert into completion_certificate (id, completion_id, number, public_code, issued_on, content)
      select ${scaleIdSql('certificate', run, sql`n`)}, completion_id, 'BJTY-' || ${letter}::text || '-' || provider_district || '-' || year || '-' || lpad(seq::text, 5, '0'),
        regexp_replace(upper(translate(substr(replace(gen_random_uuid()::text, '-', ''), 15), '01', 'yz')), '^(.{6})(.{6})(.{6})$', '\\1-\\2-\\3'),
        (closed_at at time zone 'Asia/Shanghai')::date,
        jsonb_build_object('name', name, 'idNumberMasked', id_number_masked, 'courseTitle', title, 'category', category, 'classCode', code,
          'providerName', provider, 'institutionName', institution, 'startsOn', day, 'endsOn', day, 'completedOn', day,
          'theoryMinutes', 90, 'practiceMinutes', 90, 'syllabusVersion', 1)
      from numbered
    )
    insert into certificate_counter (letter, district_code, year, last)
    select ${letter}::text, provider_district, year, max(seq) from numbered group by 2, 3
    on conflict (letter, district_code, year) do update set last = excluded.last`;
};

/** Everything of one category, from the enrolments to the counting ledger, by whole sets. */
export async function addCompletions(tx: Tx, plan: Plan): Promise<void> {
  await tx.execute(sql`analyze scale_evidence`);
  await tx.execute(facts(plan));
  await tx.execute(sql`analyze scale_fact`);
  for (const statement of STATEMENTS) await tx.execute(statement);
  await tx.execute(certificates(plan));
  await tx.execute(sql`drop table scale_fact`);
}
