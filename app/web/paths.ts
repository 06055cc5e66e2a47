import type { Role } from '~/domain/shared/actor';

/** Every address of the product. Ids are percent-encoded; a query holds only what was given. */
const id = encodeURIComponent;

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

const at = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
};

export const CLASS_EXPORTS = ['enrolments', 'roster', 'sign-in-sheet'] as const;
export type ClassExport = (typeof CLASS_EXPORTS)[number];

export const paths = {
  // Everyone
  home: (query?: Query) => at('/', query),
  courses: (query?: Query) => at('/courses', query),
  course: (courseId: string) => `/courses/${id(courseId)}`,
  courseAttachment: (courseId: string, attachmentId: string) => `/courses/${id(courseId)}/attachments/${id(attachmentId)}`,
  class: (classId: string) => `/classes/${id(classId)}`,
  verify: () => '/verify',
  verifyCode: (code: string) => `/verify/${id(code)}`,
  counting: () => '/counting',
  countedClasses: (query: Query) => at('/counting/classes', query),
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  siteMap: () => '/site-map',
  signIn: (back?: string, query: Query = {}) => at('/sign-in', { back, ...query }),
  secondFactor: (back?: string) => at('/sign-in/second-factor', { back }),
  secondFactorSetup: (back?: string) => at('/sign-in/second-factor/setup', { back }),
  changePassword: (back?: string) => at('/change-password', { back }),
  switchRole: () => '/sign-in/role',
  forgottenPassword: () => '/sign-in/forgotten',
  signOut: () => '/sign-out',
  register: (back?: string) => at('/register', { back }),
  apply: () => '/apply',
  application: (key: string) => `/apply/${id(key)}`,
  preferences: () => '/preferences',
  apiTargets: (query?: Query) => at('/api/v1/targets', query),
  apiDescription: () => '/api/v1/openapi.json',

  // Trainee
  me: () => '/me',
  myEnrolments: (query?: Query) => at('/me/enrolments', query),
  myEnrolment: (enrolmentId: string) => `/me/enrolments/${id(enrolmentId)}`,
  myRecord: () => '/me/record',
  inbox: (query?: Query) => at('/me/inbox', query),
  account: () => '/me/account',
  certificate: (number: string, query?: Query) => at(`/certificates/${id(number)}`, query),

  // Institution
  institution: () => '/institution',
  staff: (query?: Query) => at('/institution/staff', query),
  newStaff: () => '/institution/staff/new',
  staffMember: (engagementId: string) => `/institution/staff/${id(engagementId)}`,
  confirmations: (query?: Query) => at('/institution/enrolments', query),
  nominate: (query?: Query) => at('/institution/nominations/new', query),

  // Provider
  provider: () => '/provider',
  providerCourses: (query?: Query) => at('/provider/courses', query),
  newCourse: () => '/provider/courses/new',
  providerCourse: (courseId: string) => `/provider/courses/${id(courseId)}`,
  editCourse: (courseId: string) => `/provider/courses/${id(courseId)}/edit`,
  providerClasses: (query?: Query) => at('/provider/classes', query),
  newClass: (query?: Query) => at('/provider/classes/new', query),
  providerClass: (classId: string, query?: Query) => at(`/provider/classes/${id(classId)}`, query),
  classSettings: (classId: string) => `/provider/classes/${id(classId)}/settings`,
  lessons: (classId: string) => `/provider/classes/${id(classId)}/lessons`,
  attendanceOverview: (classId: string) => `/provider/classes/${id(classId)}/attendance`,
  attendance: (classId: string, lessonId: string) => `/provider/classes/${id(classId)}/attendance/${id(lessonId)}`,
  scores: (classId: string) => `/provider/classes/${id(classId)}/scores`,
  closing: (classId: string) => `/provider/classes/${id(classId)}/closing`,
  classExport: (classId: string, kind: ClassExport) => `/provider/classes/${id(classId)}/exports/${kind}`,

  // Commission
  commission: () => '/commission',
  reviewCourse: (courseId: string) => `/commission/courses/${id(courseId)}`,
  reviewClosing: (classId: string) => `/commission/closings/${id(classId)}`,
  figures: (query?: Query) => at('/commission/figures', query),
  unusual: () => '/commission/figures/unusual',
  personTimes: (query?: Query) => at('/commission/person-times', query),
  personTimesExport: (query?: Query) => at('/commission/person-times/export', query),
  personTime: (completionId: string) => `/commission/person-times/${id(completionId)}`,
  organisations: (query?: Query) => at('/commission/organisations', query),
  newOrganisation: () => '/commission/organisations/new',
  organisation: (organisationId: string) => `/commission/organisations/${id(organisationId)}`,
  targets: (query?: Query) => at('/commission/targets', query),
  targetPeriod: (periodId: string, query?: Query) => at(`/commission/targets/${id(periodId)}`, query),
  outlines: (query?: Query) => at('/commission/outlines', query),
  outline: (outlineId: string) => `/commission/outlines/${id(outlineId)}`,
  newOutline: (query?: Query) => at('/commission/outlines/new', query),
  claims: () => '/commission/claims',

  // Operations and audit
  admin: () => '/admin',
  accounts: (query?: Query) => at('/admin/accounts', query),
  newAccount: () => '/admin/accounts/new',
  adminAccount: (accountId: string) => `/admin/accounts/${id(accountId)}`,
  jobs: (query?: Query) => at('/admin/jobs', query),
  recount: (recountId: string) => `/admin/recounts/${id(recountId)}`,
  outbox: (query?: Query) => at('/admin/outbox', query),
  audit: (query?: Query) => at('/audit', query),
} as const;

/** Where the work of a role begins. */
export const homeOf = (role: Role): string => HOMES[role]();

const HOMES: Readonly<Record<Role, () => string>> = {
  trainee: paths.me,
  institution_admin: paths.institution,
  provider_staff: paths.provider,
  district_officer: paths.commission,
  city_officer: paths.commission,
  system_admin: paths.admin,
  auditor: paths.audit,
};

/** A path of this site to go back to; anything that could lead elsewhere becomes the fallback. */
export const safeBack = (value: unknown, fallback = '/'): string => {
  if (typeof value !== 'string' || !/^\/[^/\\]*/.test(value) || !URL.canParse(value, 'http://here.invalid')) return fallback;
  const url = new URL(value, 'http://here.invalid');
  return url.host === 'here.invalid' ? url.pathname + url.search : fallback;
};
