import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { dayFromNow } from './scene';
import { idOf, mine, of, type Screen } from './screen';
import { HEALTH_CARE_SCREENS } from './screens-health-care';
import { LECTURER_SCREENS } from './screens-lecturer';
import { PLACEMENT_SCREENS } from './screens-placement';
import { PROGRAMME_SCREENS } from './screens-programme';
import { TALENT_SCREENS } from './screens-talent';
import { VISIT_SCREENS } from './screens-visit';

const classOf = (userName: string, status: string, where = sql`true`) =>
  idOf(
    sql`select id from training_class c where status = ${status} and provider_id in (${mine(userName)}) and ${where} order by starts_on desc`,
  );
const past = sql`starts_at < now()`;
const lessonHeld = async () => {
  const classId = await classOf('yuanxiao', 'planned', past);
  return [classId, await idOf(sql`select id from lesson where class_id = ${classId} and ends_at < now() order by starts_at`)] as const;
};
const courseOf = (userName: string, status: string) =>
  idOf(sql`select id from course where status = ${status} and provider_id in (${mine(userName)}) order by created_at desc`);
const enrolmentOf = (userName: string) =>
  idOf(
    sql`select e.id from enrolment e join account a on a.person_id = e.person_id where a.username = ${userName} order by e.created_at desc`,
  );
const certificate = (column: 'public_code' | 'number', revoked: boolean) =>
  idOf(sql`select ${sql(column)} from completion_certificate where (revoked_at is not null) = ${revoked} order by number`);
const postTraining = (column: 'public_code' | 'number', where = sql`true`) =>
  idOf(sql`select ${sql(column)} from post_training where revoked_at is null and ${where} order by number`);
const heldOf = (where: ReturnType<typeof sql>) => idOf(sql`select id from certificate where ${where} order by created_at desc`);
const openClass = () =>
  idOf(sql`select id from training_class where status = 'planned' and enrol_until_on > ${dayFromNow(0)} order by starts_at`);

const candidateOf = (userName: string) =>
  idOf(
    sql`select c.id from candidate c join account a on a.person_id = c.person_id where a.username = ${userName} order by c.registered_at desc`,
  );

const visitor: Screen['at'][] = [
  paths.home(),
  paths.courses(),
  paths.courses({ q: '没有这样的课' }),
  async () => paths.course(await idOf(sql`select course_id from training_class where id = ${await openClass()}`)),
  async () => paths.class(await openClass()),
  paths.institutions(),
  paths.institutions({ district: '110105', inclusive: 'yes' }),
  paths.verify(),
  async () => paths.verifyCode(await certificate('public_code', false)),
  async () => paths.verifyCode(await certificate('public_code', true)),
  async () => paths.verifyCode(await postTraining('public_code')),
  paths.verifyCode('7KQ2-0000-0000-0000'),
  paths.counting(),
  paths.privacy(),
  paths.accessibility(),
  paths.siteMap(),
  paths.signIn(),
  paths.forgottenPassword(),
  paths.register(),
  paths.apply(),
  paths.preferences(),
  '/no-such-page',
];

const trainee: Screen['at'][] = [
  paths.me(),
  paths.myEnrolments(),
  async () => paths.myEnrolment(await enrolmentOf('xueyuan')),
  paths.myRecord(),
  async () =>
    paths.certificate(
      await idOf(sql`
    select number from completion_certificate k join completion c on c.id = k.completion_id
    join account a on a.person_id = c.person_id where a.username = 'xueyuan' order by number`),
    ),
  paths.mySittings(),
  async () => paths.mySitting(await candidateOf('xueyuan')),
  paths.myCertificates(),
  paths.newMyCertificate(),
  paths.newMyCertificate({ family: 'hrss_skill_level' }),
  paths.newMyCertificate({ family: 'x_certificate' }),
  async () => paths.myCertificate(await heldOf(sql`person_id in (select person_id from account where username = 'xueyuan')`)),
  paths.myPosts(),
  paths.myPosts({ district: '110105', q: '青稞' }),
  paths.inbox(),
  paths.account(),
  paths.changePassword(),
  paths.secondFactorSetup(),
  async () => paths.class(await openClass()),
  paths.commission(),
];

const institution: Screen['at'][] = [
  paths.institution(),
  paths.institutionRate(),
  paths.ownClients(),
  paths.institutionFile(),
  paths.staff(),
  paths.staff({ alert: 'any' }),
  paths.rosterAnswers(),
  paths.newStaff(),
  async () =>
    paths.staffMember(await idOf(sql`select id from engagement where institution_id in (${mine('jigou')}) and end_on is null order by id`)),
  paths.staffCertificates(),
  paths.newStaffCertificate(),
  async () => paths.staffCertificate(await heldOf(sql`submitted_by_organisation_id in (${mine('jigou')}) and status = 'submitted'`)),
  async () => paths.staffCertificate(await heldOf(sql`submitted_by_organisation_id in (${mine('jigou')}) and status = 'verified'`)),
  paths.imports(),
  paths.newImport(),
  async () =>
    paths.import(await idOf(sql`select id from import_run where organisation_id in (${mine('jigou')}) order by uploaded_at desc`)),
  paths.confirmations(),
  paths.nominate(),
  async () => paths.nominate({ class: await openClass() }),
  paths.inbox(),
];

const provider: Screen['at'][] = [
  paths.provider(),
  paths.providerPostTrainings(),
  paths.providerCourses(),
  paths.newCourse(),
  async () => paths.providerCourse(await courseOf('yuanxiao', 'published')),
  async () => paths.providerCourse(await courseOf('yuanxiao', 'returned')),
  async () => paths.editCourse(await courseOf('yuanxiao', 'draft')),
  paths.providerClasses(),
  paths.newClass(),
  async () => paths.providerClass(await classOf('yuanxiao', 'planned')),
  async () => paths.classSettings(await classOf('yuanxiao', 'planned')),
  async () => paths.lessons(await classOf('yuanxiao', 'planned')),
  async () => paths.attendanceOverview((await lessonHeld())[0]),
  async () => paths.attendance(...(await lessonHeld())),
  async () => paths.scores((await lessonHeld())[0]),
  async () => paths.closing((await lessonHeld())[0]),
  async () => paths.closing(await classOf('yuanxiao', 'closed')),
  paths.studentSittings(),
  async () =>
    paths.studentSitting(
      await idOf(sql`select sitting_id from candidate where college_id in (${mine('yuanxiao')}) order by registered_at desc`),
    ),
];

const standardRule = () => idOf(sql`select id from counting_rule where code = 'standard' and status = 'published' order by version desc`);

const officer: Screen['at'][] = [
  paths.commission(),
  paths.rate(),
  paths.rateDistrict('110105', { sort: 'missing', direction: 'desc' }),
  paths.rateDistrict('110108'),
  paths.ratePeople({ which: 'uncertified' }),
  async () =>
    paths.ratePeople({
      scope: await idOf(
        sql`select institution_id from rate_segment where until_version is null and until_on is null and district_code = '110105' and is_filed`,
      ),
    }),
  paths.rateBridge({ scope: '110108' }),
  paths.rules(),
  paths.postTrainings(),
  async () => paths.postTraining(await postTraining('number', sql`district_code = '110105'`)),
  async () =>
    paths.reviewCourse(
      await idOf(sql`
    select c.id from course c join organisation o on o.id = c.provider_id where c.status = 'submitted' and o.district_code = '110105'`),
    ),
  async () =>
    paths.reviewClosing(
      await idOf(sql`
    select id from training_class where status = 'closing_review' and district_code = '110105' order by starts_on`),
    ),
  paths.figures(),
  paths.personTimes(),
  async () => paths.personTime(await idOf(sql`select id from completion where district_code = '110105' order by completed_on desc`)),
  paths.commissionInstitutions(),
  paths.commissionInstitutions({ state: 'moved_away' }),
  async () =>
    paths.commissionInstitution(
      await idOf(sql`select institution_id from institution_change where status = 'submitted' order by submitted_at`),
    ),
  async () =>
    paths.commissionInstitution(
      await idOf(
        sql`select institution_id from institution_period where district_code = '110105' and reason like '由朝阳区%' or until_on is not null and district_code = '110105' and institution_id in (select id from organisation where district_code <> '110105')`,
      ),
    ),
  paths.organisations(),
  paths.newOrganisation(),
  async () =>
    paths.organisation(
      await idOf(sql`select id from organisation where status = 'approved' and district_code = '110105' and kind = 'college'`),
    ),
  paths.clients(),
  async () => paths.organisationClients(await idOf(sql`select organisation_id from api_client where revoked_at is not null`)),
  paths.citySittings(),
  paths.cityCandidates({ show: 'all' }),
  paths.xKinds(),
  paths.claims(),
  paths.rosters(),
  async () =>
    paths.rosterOf(await idOf(sql`select id from organisation where kind = 'institution' and district_code = '110105' order by name`)),
  paths.doubleRosters({ state: 'all' }),
  async () => paths.doubleRoster(await idOf(sql`select id from double_roster order by decided_at nulls first`)),
  paths.lateAnswers(),
  paths.people(),
  paths.certificateQueue(),
  paths.certificateQueue({ state: 'verified', family: 'x_certificate' }),
  async () => paths.reviewCertificate(await heldOf(sql`district_code = '110105' and 'name_commercial' = any(warnings)`)),
  async () => paths.reviewCertificate(await heldOf(sql`district_code = '110105' and status = 'submitted' and replaces_id is not null`)),
  async () => paths.reviewCertificate(await heldOf(sql`district_code = '110105' and status = 'verified'`), { state: 'all' }),
  async () => paths.reviewCertificate(await heldOf(sql`district_code = '110105' and status = 'revoked'`), { state: 'revoked' }),
  paths.endingCertificates(),
  paths.issuers(),
  paths.outlines(),
  paths.targets(),
];

const lastKept = () => idOf(sql`select as_of_on::text from rate_snapshot where kind = 'monthly' order by as_of_on desc`);

const city: Screen['at'][] = [
  paths.commission(),
  paths.rate({ population: 'extended', merged: 1, pending: 1 }),
  async () => paths.rate({ on: await lastKept(), as: 'recorded' }),
  async () => paths.ratePeople({ on: await lastKept(), as: 'recorded', which: 'certified' }),
  paths.rateBridge({ step: 'revoked' }),
  async () => paths.rateBridge({ from: await lastKept(), to: await lastKept() }),
  async () => paths.rateSnapshots({ verify: await idOf(sql`select id from rate_snapshot order by as_of_on desc`) }),
  paths.newRule(),
  async () => paths.rule(await standardRule()),
  async () => paths.rehearsal(await standardRule()),
  paths.figures(),
  paths.unusual(),
  paths.personTimes(),
  paths.organisations(),
  paths.rosters({ district: '110108' }),
  async () => {
    const [keep = '', merge = ''] = (await sql`select id from person where name = '邓佳颖' order by created_at`).map((row) =>
      String(row.id),
    );
    return paths.mergePeople({ keep, merge });
  },
  async () => paths.organisation(await idOf(sql`select id from organisation where status = 'applied'`)),
  paths.citySittings({ by: 'college' }),
  paths.cityCandidates({ show: 'taught' }),
  paths.xKinds(),
  async () => paths.xKind(await idOf(sql`select id from x_certificate_kind order by name`)),
  paths.certificateQueue({ warning: 'any' }),
  paths.endingCertificates({ within: '30' }),
  paths.issuers({ state: 'all' }),
  paths.targets(),
  async () => paths.targetPeriod(await idOf(sql`select id from plan_period order by starts_on`)),
  async () => paths.targetPeriod(await idOf(sql`select id from plan_period order by starts_on desc`)),
  paths.outlines(),
  async () => paths.outline(await idOf(sql`select id from outline order by category`)),
  async () => paths.newOutline({ from: await idOf(sql`select id from outline order by category`) }),
];

const sittingOf = (where: ReturnType<typeof sql>) => idOf(sql`select id from sitting s where ${where} order by theory_on desc`);
const resultsDue = () => sittingOf(sql`status = 'open' and practical_on < ${dayFromNow(0)}`);

const evaluation: Screen['at'][] = [
  paths.evaluation(),
  paths.sittings(),
  paths.sittings({ phase: 'cancelled' }),
  paths.newSitting(),
  async () => paths.sitting(await resultsDue()),
  async () => paths.editSitting(await sittingOf(sql`status = 'open' and seats_taken > 0`)),
  async () => paths.sittingResults(await resultsDue()),
  async () => paths.sittingResults(await sittingOf(sql`status = 'approved'`)),
  async () => paths.sitting(await sittingOf(sql`status = 'results_entered' and appeal_until_on < ${dayFromNow(0)}`)),
  async () =>
    paths.sittingAppeals(
      await sittingOf(
        sql`exists (select 1 from candidate c join result_appeal r on r.candidate_id = c.id where c.sitting_id = s.id and r.status = 'open')`,
      ),
    ),
  paths.sites(),
  async () => paths.site(await idOf(sql`select id from assessment_site where organisation_id in (${mine('pingjia')}) order by name`)),
  paths.inbox(),
];

const admin: Screen['at'][] = [
  paths.admin(),
  paths.accounts(),
  paths.newAccount(),
  async () => paths.adminAccount(await idOf(sql`select id from account where username = 'quwei2'`)),
  paths.jobs(),
  async () => paths.recount(await idOf(sql`select id from recount order by started_at desc`)),
  paths.outbox(),
  paths.commission(),
];

/** Every screen of the product as somebody who may see it, with something to show. */
export const SCREENS: Readonly<Record<string, Screen[]>> = {
  visitor: of(null, visitor),
  trainee: of('xueyuan', trainee),
  institution: of('jigou', institution),
  provider: of('yuanxiao', provider),
  district: of('quwei', officer),
  city: of('shiwei', city),
  evaluation: of('pingjia', evaluation),
  approver: of('pingjia2', [
    async () => paths.sitting(await sittingOf(sql`status = 'results_entered' and appeal_until_on < ${dayFromNow(0)}`)),
  ]),
  candidate: of('xuesheng', [paths.mySittings(), async () => paths.mySitting(await candidateOf('xuesheng'))]),
  admin: of('guanli', admin),
  auditor: of('shenji', [paths.audit()]),
  ...HEALTH_CARE_SCREENS,
  ...LECTURER_SCREENS,
  ...PROGRAMME_SCREENS,
  ...PLACEMENT_SCREENS,
  ...TALENT_SCREENS,
  ...VISIT_SCREENS,
};
