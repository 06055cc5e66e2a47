import { sql } from '#db/client';
import { paths } from '~/web/paths';

export interface Screen {
  /** Account that looks at it; `null` is a visitor. */
  as: string | null;
  /** Its address; a query gives it where the demo's own rows are shown. */
  at: string | (() => Promise<string>);
}

/** The id of one row of the demo, the newest of those that a query names. */
const idOf = async (query: Promise<readonly Record<string, unknown>[]>): Promise<string> => {
  const [row] = await query;
  const id = row && Object.values(row)[0];
  if (typeof id !== 'string') throw new Error('the demo has no such row');
  return id;
};

const mine = (userName: string) =>
  sql`select m.organisation_id from membership m join account a on a.id = m.account_id where a.username = ${userName}`;
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
const openClass = () =>
  idOf(sql`select id from training_class where status = 'planned' and enrol_until_on > now()::date order by starts_at`);

const visitor: Screen['at'][] = [
  paths.home(),
  paths.courses(),
  paths.courses({ q: '没有这样的课' }),
  async () => paths.course(await idOf(sql`select course_id from training_class where id = ${await openClass()}`)),
  async () => paths.class(await openClass()),
  paths.verify(),
  async () => paths.verifyCode(await certificate('public_code', false)),
  async () => paths.verifyCode(await certificate('public_code', true)),
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
  paths.inbox(),
  paths.account(),
  paths.changePassword(),
  paths.secondFactorSetup(),
  async () => paths.class(await openClass()),
  paths.commission(),
];

const institution: Screen['at'][] = [
  paths.institution(),
  paths.staff(),
  paths.newStaff(),
  async () =>
    paths.staffMember(await idOf(sql`select id from engagement where institution_id in (${mine('jigou')}) and end_on is null order by id`)),
  paths.confirmations(),
  paths.nominate(),
  async () => paths.nominate({ class: await openClass() }),
  paths.inbox(),
];

const provider: Screen['at'][] = [
  paths.provider(),
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
];

const officer: Screen['at'][] = [
  paths.commission(),
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
  paths.organisations(),
  paths.newOrganisation(),
  async () =>
    paths.organisation(
      await idOf(sql`select id from organisation where status = 'approved' and district_code = '110105' and kind = 'college'`),
    ),
  paths.claims(),
  paths.outlines(),
  paths.targets(),
];

const city: Screen['at'][] = [
  paths.commission(),
  paths.figures(),
  paths.unusual(),
  paths.personTimes(),
  paths.organisations(),
  async () => paths.organisation(await idOf(sql`select id from organisation where status = 'applied'`)),
  paths.targets(),
  async () => paths.targetPeriod(await idOf(sql`select id from plan_period order by starts_on`)),
  async () => paths.targetPeriod(await idOf(sql`select id from plan_period order by starts_on desc`)),
  paths.outlines(),
  async () => paths.outline(await idOf(sql`select id from outline order by category`)),
  async () => paths.newOutline({ from: await idOf(sql`select id from outline order by category`) }),
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

const of = (as: string | null, addresses: Screen['at'][]): Screen[] => addresses.map((at) => ({ as, at }));

/** Every screen of the product as somebody who may see it, with something to show. */
export const SCREENS: Readonly<Record<string, Screen[]>> = {
  visitor: of(null, visitor),
  trainee: of('xueyuan', trainee),
  institution: of('jigou', institution),
  provider: of('yuanxiao', provider),
  district: of('quwei', officer),
  city: of('shiwei', city),
  admin: of('guanli', admin),
  auditor: of('shenji', [paths.audit()]),
};
