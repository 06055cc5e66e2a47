import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { idOf, mine, of, type Screen } from './screen';

const pointOf = (where = sql`true`) =>
  idOf(sql`select id from programme_point p where p.college_id in (${mine('yuanxiao')}) and ${where} order by created_at desc`);
const agreementOf = (where = sql`true`) =>
  idOf(sql`select id from cooperation_agreement a where a.college_id in (${mine('yuanxiao')}) and ${where} order by proposed_at desc, id`);
const withOffice = sql`a.institution_id in (${mine('jigou')})`;

/** Programme points and cooperation, as colleges, institutions and commissions see them. */
export const PROGRAMME_SCREENS: Readonly<Record<string, Screen[]>> = {
  programmesOfCollege: of('yuanxiao', [
    paths.programmes(),
    async () => paths.programme(await pointOf()),
    paths.agreements(),
    paths.newAgreement({ q: '托育' }),
    async () => paths.newAgreement({ renews: await agreementOf(sql`a.status = 'confirmed'`) }),
    async () => paths.agreement(await agreementOf(sql`a.status = 'declined'`)),
    paths.teacherPractice(),
    paths.teacherPractice({ view: 'totals' }),
    paths.newPractice(),
    async () =>
      paths.practice(
        await idOf(sql`select id from teacher_practice where college_id in (${mine('yuanxiao')}) and status = 'planned' order by from_on`),
      ),
  ]),
  agreementsOfInstitution: of('jigou', [
    paths.institutionAgreements(),
    async () => paths.institutionAgreement(await agreementOf(sql`a.status = 'proposed' and ${withOffice}`)),
    paths.institutionPractice(),
  ]),
  programmesOfCity: of('shiwei', [
    paths.programmePoints(),
    paths.programmePoints({ show: 'counted' }),
    async () => paths.programmePoint(await idOf(sql`select id from programme_point where status = 'filed' and confirmed_at is null`)),
    paths.majors(),
    async () => paths.major(await idOf(sql`select id from major where code = '520802'`)),
    paths.cityAgreements(),
    async () => paths.cityAgreement(await agreementOf()),
    paths.cityPractice(),
    paths.enterprises(),
    paths.newImport({ kind: 'majors' }),
  ]),
  programmesOfDistrict: of('quwei', [
    paths.programmePoints(),
    paths.cityAgreements({ phase: 'ending' }),
    paths.enterprises(),
    paths.newImport({ kind: 'enterprises' }),
  ]),
};
