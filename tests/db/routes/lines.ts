import type { Role } from '~/domain/shared/actor';
import type { Things, World } from './world';

type Params = Record<string, string>;

type Who = 'everyone' | 'signed in' | readonly Role[];

/** Who may come in at an address, and what it shows of another district's things. */
export interface Line {
  /** Everybody else is sent to sign in (visitors) or refused (other roles). */
  open: Who;
  /** Where fewer may send its form than read it. */
  write?: Who;
  query?: (world: World) => Params;
  /** Parameters with a thing of the first district, or one that belongs to nobody in particular. */
  params?: (things: Things, world: World) => Params;
  /** Roles to whom the same thing of the other district does not exist. */
  hiddenFrom?: readonly string[];
  /** Roles to whom even the first district's thing does not exist, although they may come in. */
  notFor?: readonly string[] | 'all';
  /** The page has an answer of its own for an id that nobody has. */
  answersUnknown?: true;
}

const OFFICERS = ['district_officer', 'city_officer'] as const;
const all = (...open: Role[]): Line => ({ open });
const EVERYONE: Line = { open: 'everyone' };
const SIGNED_IN: Line = { open: 'signed in' };
const TRAINEE = all('trainee');
const INSTITUTION = all('institution_admin');
const PROVIDER = all('provider_staff');
const COMMISSION = all(...OFFICERS);
const CITY = all('city_officer');
const ADMIN = all('system_admin');

const providers = (params: Line['params']): Line => ({ ...PROVIDER, params, hiddenFrom: ['provider_staff'] });
const districts = (params: Line['params']): Line => ({ ...COMMISSION, params, hiddenFrom: ['district_officer'] });
const ofClass = ({ classId }: Things): Params => ({ classId });
const ofCourse = ({ courseId }: Things): Params => ({ courseId });

/** One line per file of app/routes. A file without a line fails the walk. */
export const LINES: Readonly<Record<string, Line>> = {
  $: { open: 'everyone', notFor: 'all' },
  _index: EVERYONE,
  accessibility: EVERYONE,
  'admin._index': ADMIN,
  'admin.accounts': ADMIN,
  'admin.accounts_.$accountId': { ...ADMIN, params: (_things, { single }) => ({ accountId: single.account }) },
  'admin.accounts_.new': ADMIN,
  'admin.jobs': ADMIN,
  'admin.outbox': ADMIN,
  'admin.recounts.$recountId': { ...ADMIN, params: (_things, { single }) => ({ recountId: single.recount }) },
  'api.v1.openapi[.]json': EVERYONE,
  'api.v1.targets': EVERYONE,
  apply: EVERYONE,
  'apply_.$key': { open: 'everyone', params: ({ key }) => ({ key }) },
  audit: all('auditor'),
  'certificates.$number': {
    open: ['trainee', 'provider_staff', ...OFFICERS],
    params: ({ number }) => ({ number }),
    hiddenFrom: ['trainee', 'provider_staff', 'district_officer'],
  },
  'change-password': SIGNED_IN,
  'classes.$classId': { open: 'everyone', write: ['trainee'], params: ofClass },
  'commission._index': COMMISSION,
  'commission.claims': COMMISSION,
  'commission.closings.$classId': districts(({ reviewId }) => ({ classId: reviewId })),
  'commission.courses.$courseId': districts(({ submittedId }) => ({ courseId: submittedId })),
  'commission.figures._index': COMMISSION,
  'commission.figures.unusual': COMMISSION,
  'commission.organisations': COMMISSION,
  'commission.organisations_.$organisationId': districts(({ organisationId }) => ({ organisationId })),
  'commission.organisations_.new': COMMISSION,
  'commission.outlines.$outlineId': { ...COMMISSION, params: (_things, { single }) => ({ outlineId: single.outline }) },
  'commission.outlines._index': COMMISSION,
  'commission.outlines.new': { ...CITY, query: ({ single }) => ({ from: single.outline }) },
  'commission.person-times.$completionId': districts(({ completionId }) => ({ completionId })),
  'commission.person-times._index': COMMISSION,
  'commission.person-times.export': COMMISSION,
  'commission.targets.$periodId': { ...CITY, params: (_things, { single }) => ({ periodId: single.period }) },
  'commission.targets._index': CITY,
  counting: EVERYONE,
  'counting_.classes': { open: 'everyone', query: ({ single }) => ({ period: single.period }) },
  'courses.$courseId': { open: 'everyone', params: ofCourse },
  'courses.$courseId_.attachments.$attachmentId': {
    open: 'everyone',
    params: ({ courseId }, { single }) => ({ courseId, attachmentId: single.account }),
    notFor: 'all',
  },
  'courses._index': EVERYONE,
  'institution._index': INSTITUTION,
  'institution.enrolments': INSTITUTION,
  'institution.nominations.new': INSTITUTION,
  'institution.staff': INSTITUTION,
  'institution.staff_.$engagementId': {
    ...INSTITUTION,
    params: ({ engagementId }) => ({ engagementId }),
    hiddenFrom: ['institution_admin'],
  },
  'institution.staff_.new': INSTITUTION,
  'me._index': TRAINEE,
  'me.account': SIGNED_IN,
  'me.enrolments.$enrolmentId': { ...TRAINEE, params: ({ enrolmentId }) => ({ enrolmentId }), hiddenFrom: ['trainee'] },
  'me.enrolments._index': TRAINEE,
  'me.inbox': SIGNED_IN,
  'me.record': TRAINEE,
  preferences: EVERYONE,
  privacy: EVERYONE,
  'provider._index': PROVIDER,
  'provider.classes.$classId._index': providers(ofClass),
  'provider.classes.$classId.attendance.$lessonId': providers(({ classId, lessonId }) => ({ classId, lessonId })),
  'provider.classes.$classId.attendance._index': providers(ofClass),
  'provider.classes.$classId.closing': providers(ofClass),
  'provider.classes.$classId.exports.$kind': providers(({ classId }) => ({ classId, kind: 'roster' })),
  'provider.classes.$classId.lessons': providers(ofClass),
  'provider.classes.$classId.scores': providers(ofClass),
  'provider.classes.$classId.settings': providers(ofClass),
  'provider.classes._index': PROVIDER,
  'provider.classes.new': PROVIDER,
  'provider.courses.$courseId': providers(ofCourse),
  'provider.courses.$courseId_.edit': providers(ofCourse),
  'provider.courses._index': PROVIDER,
  'provider.courses.new': PROVIDER,
  register: EVERYONE,
  'sign-in': EVERYONE,
  'sign-in_.forgotten': EVERYONE,
  'sign-in_.role': { open: 'everyone', write: 'signed in' },
  'sign-in_.second-factor': SIGNED_IN,
  'sign-in_.second-factor_.setup': SIGNED_IN,
  'sign-out': EVERYONE,
  'site-map': EVERYONE,
  'verify.$code': { open: 'everyone', params: ({ code }) => ({ code }), answersUnknown: true },
  'verify._index': EVERYONE,
};
