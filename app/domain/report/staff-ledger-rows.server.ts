import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { type CertificateLevel, TITLE_LEVELS, type TitleLevel, type TitleSeries } from '../certificate/certificate';
import { doesItCount } from '../certificate/does-it-count';
import { listHoldings, listRuleVersions } from '../certificate/holdings.server';
import type { EngagementRole } from '../person/person';
import type { IdType } from '../shared/identity';

interface Certificate extends Record<string, unknown> {
  id: string;
  personId: string;
  name: string;
  level: CertificateLevel | null;
  number: string;
  issuedOn: string;
  issuer: string;
}

export interface LedgerRow extends Record<string, unknown> {
  id: string;
  personId: string;
  institution: string;
  uscc: string | null;
  districtCode: string | null;
  subdistrict: string | null;
  name: string;
  gender: 'male' | 'female' | null;
  idType: IdType;
  idNumberEncrypted: string;
  idNumberMasked: string;
  phoneEncrypted: string | null;
  phoneMasked: string | null;
  bornOn: string | null;
  education: string | null;
  fieldOfStudy: string | null;
  role: EngagementRole;
  isFullTime: boolean;
  isIntern: boolean;
  isOff: boolean;
  startOn: string;
  contractUntilOn: string | null;
  healthCertValidUntil: string | null;
  backgroundCheckedOn: string | null;
  healthTrainingNumber: string | null;
  /** Her highest professional title. */
  title: { series: TitleSeries; level: TitleLevel } | null;
  remark: string;
  /** Masked, or in clear where a reason was given. */
  idNumber: string;
  phone: string;
  certificate: Certificate | null;
}

const PAGE = 1_000;
const SKILLS = sql`('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate')`;

/** The rows of the ledger, read page by page: a long list never stands in memory. */
export async function* readLedger(scope: SQL, today: string, numbers: (row: LedgerRow) => { idNumber: string; phone: string }) {
  let last = { district: '', institution: '', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await readPage(scope, today, last);
    const certificates = await certificatesOf(rows, today);
    for (const row of rows) yield { ...row, ...numbers(row), certificate: certificates.get(row.personId) ?? null };
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = { district: end.districtCode ?? '', institution: end.institution, id: end.id };
  }
}

const readPage = async (scope: SQL, today: string, after: { district: string; institution: string; id: string }) => [
  ...(await db.execute<LedgerRow>(sql`
    select e.id, e.person_id as "personId", o.name as institution, o.uscc, o.district_code::text as "districtCode", f.subdistrict, p.name, p.gender,
      p.id_type as "idType", p.id_number_encrypted as "idNumberEncrypted", p.id_number_masked as "idNumberMasked",
      p.phone_encrypted as "phoneEncrypted", p.phone_masked as "phoneMasked", p.born_on::text as "bornOn", p.education,
      p.field_of_study as "fieldOfStudy", e.role, e.is_full_time as "isFullTime", e.is_intern as "isIntern", e.start_on::text as "startOn",
      e.contract_until_on::text as "contractUntilOn", p.health_cert_valid_until::text as "healthCertValidUntil",
      p.background_checked_on::text as "backgroundCheckedOn", e.remark,
      exists (select 1 from off_post x where x.engagement_id = e.id and x.from_on <= ${today}
        and (x.until_on is null or x.until_on > ${today})) as "isOff",
      coalesce(
        (select c.number from certificate c where c.person_id = p.id and c.family = 'health_care_training' and c.status = 'verified'
          order by c.issued_on desc limit 1),
        (select k.number from completion d join completion_certificate k on k.completion_id = d.id
          where d.person_id = p.id and d.category = 'health_staff' and d.status = 'valid' order by d.completed_on desc limit 1)
      ) as "healthTrainingNumber",
      (select json_build_object('series', c.title_series, 'level', c.title_level) from certificate c
        where c.person_id = p.id and c.family = 'professional_title' and c.status = 'verified'
        order by array_position(${`{${TITLE_LEVELS.join(',')}}`}::text[], c.title_level) desc, c.issued_on limit 1) as title
    from engagement e join person p on p.id = e.person_id join organisation o on o.id = e.institution_id
    left join institution_file f on f.organisation_id = o.id
    where ${scope} and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})
      and (o.district_code, o.name, e.id) > (${after.district}, ${after.institution}, ${after.id}::uuid)
    order by o.district_code, o.name, e.id limit ${PAGE}`)),
];

/** Of each person the certificate that makes her count; of those who do not, the newest verified one of a skill. */
async function certificatesOf(rows: readonly LedgerRow[], today: string): Promise<Map<string, Certificate>> {
  const ids = [...new Set(rows.map((row) => row.personId))];
  if (ids.length === 0) return new Map();
  const held = await db.execute<Certificate>(sql`
    select id, person_id as "personId", name, level, number, issued_on::text as "issuedOn", issuer from certificate
    where person_id = any(${`{${ids.join(',')}}`}::uuid[]) and status = 'verified' and family in ${SKILLS} order by issued_on`);
  const { standard } = await listRuleVersions();
  const holdings = await listHoldings(db, ids);
  const chosen = new Map(held.map((certificate) => [certificate.personId, certificate]));
  for (const [personId, holding] of holdings) {
    const { verdict, certificateId } = doesItCount(standard, { role: 'caregiver', ...holding }, today);
    const counting = verdict === 'counts' ? held.find(({ id }) => id === certificateId) : undefined;
    if (counting) chosen.set(personId, counting);
  }
  return chosen;
}
