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
  institutions: (query?: Query) => at('/institutions', query),
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
  apiInstitutions: (query?: Query) => at('/api/v1/institutions', query),
  apiRate: (query?: Query) => at('/api/v1/rate', query),
  apiCertificates: (query?: Query) => at('/api/v1/certificates', query),
  apiClasses: (query?: Query) => at('/api/v1/classes', query),
  apiRosterChanges: () => '/api/v1/roster-changes',
  apiAttendance: () => '/api/v1/attendance',
  apiScores: () => '/api/v1/scores',
  apiResults: () => '/api/v1/results',
  apiDescription: () => '/api/v1/openapi.json',

  export: (list: string, query?: Query) => at(`/exports/${id(list)}`, query),

  // Trainee
  me: () => '/me',
  myEnrolments: (query?: Query) => at('/me/enrolments', query),
  myEnrolment: (enrolmentId: string) => `/me/enrolments/${id(enrolmentId)}`,
  myRecord: () => '/me/record',
  myPosts: (query?: Query) => at('/me/posts', query),
  mySittings: (query?: Query) => at('/me/sittings', query),
  mySitting: (candidateId: string) => `/me/sittings/${id(candidateId)}`,
  myCertificates: () => '/me/certificates',
  newMyCertificate: (query?: Query) => at('/me/certificates/new', query),
  myCertificate: (certificateId: string) => `/me/certificates/${id(certificateId)}`,
  certificateFile: (fileId: string) => `/certificate-files/${id(fileId)}`,
  inbox: (query?: Query) => at('/me/inbox', query),
  account: () => '/me/account',
  postTraining: (number: string) => `/post-trainings/${id(number)}`,
  certificate: (number: string, query?: Query) => at(`/certificates/${id(number)}`, query),

  // Institution
  institution: () => '/institution',
  institutionRate: (query?: Query) => at('/institution/rate', query),
  institutionFile: () => '/institution/file',
  staff: (query?: Query) => at('/institution/staff', query),
  newStaff: () => '/institution/staff/new',
  staffMember: (engagementId: string) => `/institution/staff/${id(engagementId)}`,
  staffExport: (query?: Query) => at('/institution/staff/export', query),
  rosterAnswers: () => '/institution/answers',
  staffCertificates: (query?: Query) => at('/institution/certificates', query),
  newStaffCertificate: (query?: Query) => at('/institution/certificates/new', query),
  staffCertificate: (certificateId: string) => `/institution/certificates/${id(certificateId)}`,
  confirmations: (query?: Query) => at('/institution/enrolments', query),
  nominate: (query?: Query) => at('/institution/nominations/new', query),

  // Keys of one's own organisation, whichever it is
  ownClients: () => '/clients',

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
  studentSittings: (query?: Query) => at('/provider/sittings', query),
  studentSitting: (sittingId: string) => `/provider/sittings/${id(sittingId)}`,
  providerPostTrainings: (query?: Query) => at('/provider/post-trainings', query),
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
  commissionInstitutions: (query?: Query) => at('/commission/institutions', query),
  commissionInstitution: (institutionId: string) => `/commission/institutions/${id(institutionId)}`,
  rate: (query?: Query) => at('/commission/rate', query),
  rateDistrict: (scope: string, query?: Query) => at(`/commission/rate/districts/${id(scope)}`, query),
  ratePeople: (query?: Query) => at('/commission/rate/people', query),
  rateBridge: (query?: Query) => at('/commission/rate/bridge', query),
  rateSnapshots: (query?: Query) => at('/commission/rate/snapshots', query),
  rules: () => '/commission/rules',
  newRule: (query?: Query) => at('/commission/rules/new', query),
  rule: (ruleId: string) => `/commission/rules/${id(ruleId)}`,
  rehearsal: (ruleId: string, query?: Query) => at(`/commission/rules/${id(ruleId)}/rehearsal`, query),
  organisations: (query?: Query) => at('/commission/organisations', query),
  newOrganisation: (query?: Query) => at('/commission/organisations/new', query),
  organisation: (organisationId: string) => `/commission/organisations/${id(organisationId)}`,
  clients: (query?: Query) => at('/commission/clients', query),
  organisationClients: (organisationId: string) => `/commission/organisations/${id(organisationId)}/clients`,
  targets: (query?: Query) => at('/commission/targets', query),
  targetPeriod: (periodId: string, query?: Query) => at(`/commission/targets/${id(periodId)}`, query),
  outlines: (query?: Query) => at('/commission/outlines', query),
  outline: (outlineId: string) => `/commission/outlines/${id(outlineId)}`,
  newOutline: (query?: Query) => at('/commission/outlines/new', query),
  claims: () => '/commission/claims',
  certificateQueue: (query?: Query) => at('/commission/certificates', query),
  reviewCertificate: (certificateId: string, query?: Query) => at(`/commission/certificates/${id(certificateId)}`, query),
  endingCertificates: (query?: Query) => at('/commission/expiring-certificates', query),
  issuers: (query?: Query) => at('/commission/issuers', query),
  rosters: (query?: Query) => at('/commission/rosters', query),
  rosterOf: (institutionId: string, query?: Query) => at(`/commission/rosters/${id(institutionId)}`, query),
  rosterExport: (institutionId: string) => `/commission/rosters/${id(institutionId)}/export`,
  rostersExport: (query?: Query) => at('/commission/rosters/export', query),
  doubleRosters: (query?: Query) => at('/commission/double-rosters', query),
  doubleRoster: (flagId: string) => `/commission/double-rosters/${id(flagId)}`,
  lateAnswers: () => '/commission/roster-answers',
  people: (query?: Query) => at('/commission/people', query),
  mergePeople: (query?: Query) => at('/commission/people/merge', query),
  postTrainings: (query?: Query) => at('/commission/post-trainings', query),
  citySittings: (query?: Query) => at('/commission/sittings', query),
  cityCandidates: (query?: Query) => at('/commission/sittings/candidates', query),
  xKinds: () => '/commission/x-certificates',
  xKind: (kindId: string) => `/commission/x-certificates/${id(kindId)}`,

  // Evaluation organisations
  evaluation: () => '/evaluation',
  sites: () => '/evaluation/sites',
  site: (siteId: string) => `/evaluation/sites/${id(siteId)}`,
  sittings: (query?: Query) => at('/evaluation/sittings', query),
  newSitting: () => '/evaluation/sittings/new',
  sitting: (sittingId: string) => `/evaluation/sittings/${id(sittingId)}`,
  editSitting: (sittingId: string) => `/evaluation/sittings/${id(sittingId)}/edit`,
  sittingResults: (sittingId: string) => `/evaluation/sittings/${id(sittingId)}/results`,
  sittingAppeals: (sittingId: string) => `/evaluation/sittings/${id(sittingId)}/appeals`,

  // Workbooks brought in
  imports: (query?: Query) => at('/imports', query),
  newImport: (query?: Query) => at('/imports/new', query),
  import: (importId: string, query?: Query) => at(`/imports/${id(importId)}`, query),
  importResult: (importId: string, query?: Query) => at(`/imports/${id(importId)}/result`, query),
  importTemplate: (kind: string) => `/imports/templates/${id(kind)}`,

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
  evaluator: paths.evaluation,
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
