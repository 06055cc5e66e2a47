import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionCapacity, institutionFile, institutionPeriod, organisation } from '#db/schema';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { addDays, beijingDate, beijingInstant, daysBetween } from '~/domain/shared/period';
import { syntheticUscc } from '../builders/synthetic';
import { insertRows } from '../insert-rows';
import { scaleId, scaleIdSql } from './ids';
import { addPeople } from './people';

const RUN = 202;
const USCC_FROM = 930_000;
/** Identity numbers and phones of these people begin behind those of every other scale run. */
const FIRST_NUMBER = 4_200_000;
const LAST = 500_000;
/** Of them two in health care. */
const PEOPLE_PER_INSTITUTION = 20;
const BEGIN = '2023-01-01';
const CREATED = beijingInstant(BEGIN, '09:00');

const person = scaleIdSql('person', RUN, sql`g.p`);
const institution = scaleIdSql('organisation', RUN, sql`(g.p / ${PEOPLE_PER_INSTITUTION})`);

/** Institutions that were filed one after the other since the plan began; some have many places, some moved, some were cancelled. */
async function addInstitutions(tx: Tx, from: number, until: number, today: string): Promise<void> {
  const span = daysBetween(BEGIN, today);
  const all = Array.from({ length: until - from }, (_, nth) => {
    const n = from + nth;
    const filedOn = addDays(BEGIN, (n * 37) % span);
    const isCancelled = n % 40 === 9 && addDays(filedOn, 200) < today;
    return {
      ...{ id: scaleId('organisation', RUN, n), kind: 'institution' as const, name: `测量用新设托育中心${n + 1}（演示）` },
      ...{ districtCode: DISTRICT_CODES[n % DISTRICT_CODES.length] ?? '110105', uscc: syntheticUscc(USCC_FROM + n), filedOn, isDemo: true },
      ...{
        operatorType: OPERATOR_TYPES[n % OPERATOR_TYPES.length] ?? ('private' as const),
        status: 'approved' as const,
        createdAt: CREATED,
      },
      filingStatus: isCancelled ? ('cancelled' as const) : ('filed' as const),
      capacity: n % 15 === 4 ? 160 : 60,
    };
  });
  await insertRows(
    tx,
    organisation,
    all.map(({ capacity: _places, ...row }) => row),
  );
  await insertRows(
    tx,
    institutionFile,
    all.map(({ id, capacity }) => ({ organisationId: id, capacity, updatedAt: CREATED })),
  );
  const periods = all.flatMap(({ id, operatorType, districtCode, filedOn, filingStatus }) => {
    const row = { institutionId: id, operatorType, districtCode, filingStatus, fromOn: filedOn, untilOn: null as string | null };
    if (filingStatus === 'filed') return [row];
    const on = addDays(filedOn, 200);
    return [
      { ...row, filingStatus: 'filed' as const, untilOn: on },
      { ...row, fromOn: on },
    ];
  });
  const first = from * 2;
  await insertRows(
    tx,
    institutionPeriod,
    periods.map((row, n) => ({ id: scaleId('institutionPeriod', RUN, first + n), createdAt: CREATED, ...row })),
  );
  await insertRows(
    tx,
    institutionCapacity,
    all.map(({ id, capacity, filedOn }, n) => ({
      ...{ id: scaleId('institutionCapacity', RUN, from + n), institutionId: id, capacity, fromOn: filedOn, createdAt: CREATED },
    })),
  );
}

const statements = (from: number, until: number): SQL[] => [
  sql`create temporary table worker on commit drop as
    select g.p, o.filed_on, o.id as institution_id from generate_series(${from}::int, ${until - 1}::int) g (p) join organisation o on o.id = ${institution}`,
  // Two in twenty do the health care, one of them part-time; some left and were not replaced.
  sql`insert into engagement (id, person_id, institution_id, role, start_on, end_on, is_full_time, is_main_post, created_at)
    select ${scaleIdSql('engagement', RUN, sql`g.p`)}, ${person}, institution_id, case when p % ${PEOPLE_PER_INSTITUTION} < 2 then 'health_staff' else 'other' end,
      filed_on - 60, case when p % ${PEOPLE_PER_INSTITUTION} = 0 and p % 1400 = 140 then filed_on + 80 end, p % ${PEOPLE_PER_INSTITUTION} <> 1,
      not (p % ${PEOPLE_PER_INSTITUTION} = 0 and p % 1400 = 140), ${BEGIN} from worker g`,
  // Four in five were trained: before the filing, soon after it, or late; some certificates end.
  sql`insert into certificate (id, person_id, family, name, number, issuer, issued_on, valid_until, status, source, submitted_at, verified_at, created_at, is_demo)
    select ${scaleIdSql('heldCertificate', RUN, sql`g.p`)}, ${person}, 'health_care_training', '卫生保健人员培训合格证', 'MH' || lpad(g.p::text, 8, '0'), '演示妇幼保健机构',
      filed_on - 60 + (p::bigint * 13 % 250)::int, case when p % 300 = 20 then filed_on + 900 end, 'verified', 'import', ${BEGIN}, ${BEGIN}, ${BEGIN}, true
    from worker g where p % ${PEOPLE_PER_INSTITUTION} = 0 and p % 100 < 80`,
  // Marked by each of the statements above; once is enough.
  sql`delete from health_care_dirty a using health_care_dirty b where a.institution_id = b.institution_id and a.seq > b.seq`,
  sql`drop table worker`,
];

/** `n` further people at new institutions, twenty at each, by whole sets; the clocks are worked out by the product. */
export async function seedHealthStaff(tx: Tx, n: number, now: Date): Promise<void> {
  const [have] = await tx.execute<{ people: number }>(sql`
    select count(*)::int as people from person where id between ${scaleId('person', RUN, 0)}::uuid and ${scaleId('person', RUN, LAST)}::uuid`);
  const from = have?.people ?? 0;
  const institutions = (people: number) => Math.ceil(people / PEOPLE_PER_INSTITUTION);
  await addInstitutions(tx, institutions(from), institutions(from + n), beijingDate(now));
  await addPeople(tx, { run: RUN, from, until: from + n, number: FIRST_NUMBER + from });
  for (const statement of statements(from, from + n)) await tx.execute(statement);
}
