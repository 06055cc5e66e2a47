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
  /** For programs with a client key: a browser is refused whoever uses it. */
  keyed?: true;
  /** The page has an answer of its own for an id that nobody has. */
  answersUnknown?: true;
}

const OFFICERS = ['district_officer', 'city_officer'] as const;
const all = (...open: Role[]): Line => ({ open });
const EVERYONE: Line = { open: 'everyone' };
const SIGNED_IN: Line = { open: 'signed in' };
const KEYED: Line = { open: 'everyone', keyed: true };
const TRAINEE = all('trainee');
const INSTITUTION = all('institution_admin');
const PROVIDER = all('provider_staff');
const COMMISSION = all(...OFFICERS);
const CITY = all('city_officer');
const ADMIN = all('system_admin');

const EVALUATION = all('evaluator');
const evaluators = (params: Line['params']): Line => ({ ...EVALUATION, params, hiddenFrom: ['evaluator'] });
const ofSitting = ({ sittingId }: Things): Params => ({ sittingId });
const providers = (params: Line['params']): Line => ({ ...PROVIDER, params, hiddenFrom: ['provider_staff'] });
const districts = (params: Line['params']): Line => ({ ...COMMISSION, params, hiddenFrom: ['district_officer'] });
const IMPORTERS = all('institution_admin', 'evaluator', ...OFFICERS);
/** Of the first district's institution: other organisations have imports of their own. */
const importOf: Line = {
  ...IMPORTERS,
  params: ({ importId }) => ({ importId }),
  hiddenFrom: ['institution_admin'],
  notFor: ['evaluator', ...OFFICERS],
};
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
  'api.v1.attendance': KEYED,
  'api.v1.certificates': KEYED,
  'api.v1.classes': KEYED,
  'api.v1.institutions': KEYED,
  'api.v1.openapi[.]json': EVERYONE,
  'api.v1.rate': KEYED,
  'api.v1.results': KEYED,
  'api.v1.roster-changes': KEYED,
  'api.v1.scores': KEYED,
  'api.v1.targets': EVERYONE,
  apply: EVERYONE,
  'apply_.$key': { open: 'everyone', params: ({ key }) => ({ key }) },
  audit: all('auditor'),
  'certificates.$number': {
    open: ['trainee', 'provider_staff', ...OFFICERS],
    params: ({ number }) => ({ number }),
    hiddenFrom: ['trainee', 'provider_staff', 'district_officer'],
  },
  'certificate-files.$fileId': {
    open: 'signed in',
    params: ({ copyId }) => ({ fileId: copyId }),
    hiddenFrom: ['trainee', 'institution_admin', 'district_officer'],
    notFor: ['provider_staff', 'evaluator', 'system_admin', 'auditor'],
  },
  'change-password': SIGNED_IN,
  'classes.$classId': { open: 'everyone', write: ['trainee'], params: ofClass },
  clients: all('institution_admin', 'provider_staff', 'evaluator'),
  'commission._index': COMMISSION,
  'commission.institutions': COMMISSION,
  'commission.institutions_.$institutionId': districts(({ institutionId }) => ({ institutionId })),
  'commission.certificates.$certificateId': districts(({ heldId }) => ({ certificateId: heldId })),
  'commission.certificates._index': COMMISSION,
  'commission.claims': COMMISSION,
  'commission.expiring-certificates': COMMISSION,
  'commission.issuers': { ...COMMISSION, write: ['city_officer'] },
  'commission.post-trainings': COMMISSION,
  'post-trainings.$number': {
    open: ['trainee', ...OFFICERS],
    params: ({ postTraining }) => ({ number: postTraining }),
    hiddenFrom: ['trainee', 'district_officer'],
  },
  'commission.clients': COMMISSION,
  'commission.closings.$classId': districts(({ reviewId }) => ({ classId: reviewId })),
  'commission.courses.$courseId': districts(({ submittedId }) => ({ courseId: submittedId })),
  'commission.figures._index': COMMISSION,
  'commission.figures.unusual': COMMISSION,
  'commission.organisations': COMMISSION,
  'commission.organisations_.$organisationId': districts(({ organisationId }) => ({ organisationId })),
  'commission.organisations_.$organisationId_.clients': districts(({ organisationId }) => ({ organisationId })),
  'commission.organisations_.new': COMMISSION,
  'commission.outlines.$outlineId': { ...COMMISSION, params: (_things, { single }) => ({ outlineId: single.outline }) },
  'commission.outlines._index': COMMISSION,
  'commission.outlines.new': { ...CITY, query: ({ single }) => ({ from: single.outline }) },
  'commission.person-times.$completionId': districts(({ completionId }) => ({ completionId })),
  'commission.person-times._index': COMMISSION,
  'commission.person-times.export': COMMISSION,
  'commission.sittings._index': COMMISSION,
  'commission.sittings.candidates': COMMISSION,
  'commission.x-certificates._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.x-certificates.$kindId': { ...CITY, params: ({ xKindId }) => ({ kindId: xKindId }) },
  'commission.double-rosters.$flagId': districts(({ flagId }) => ({ flagId })),
  'commission.double-rosters._index': COMMISSION,
  'commission.people._index': COMMISSION,
  'commission.people.merge': { ...COMMISSION, query: ({ near }) => ({ keep: near.personId, merge: near.twinId }) },
  'commission.roster-answers': COMMISSION,
  'commission.rosters.$institutionId._index': districts(({ institutionId }) => ({ institutionId })),
  'commission.rosters.$institutionId.export': districts(({ institutionId }) => ({ institutionId })),
  'commission.rosters._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.rosters.export': COMMISSION,
  'commission.targets.$periodId': { ...CITY, params: (_things, { single }) => ({ periodId: single.period }) },
  'commission.targets._index': CITY,
  'commission.rate._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.rate.bridge': COMMISSION,
  'commission.rate.districts.$code': { ...COMMISSION, params: () => ({ code: '110105' }) },
  'commission.rate.people': COMMISSION,
  'commission.rate.snapshots': COMMISSION,
  'commission.rules._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.rules.$ruleId': { ...COMMISSION, write: ['city_officer'], params: (_things, { single }) => ({ ruleId: single.rule }) },
  'commission.rules.$ruleId_.rehearsal': { ...COMMISSION, params: (_things, { single }) => ({ ruleId: single.rule }) },
  'commission.rules.new': CITY,
  counting: EVERYONE,
  'counting_.classes': { open: 'everyone', query: ({ single }) => ({ period: single.period }) },
  'courses.$courseId': { open: 'everyone', params: ofCourse },
  'courses.$courseId_.attachments.$attachmentId': {
    open: 'everyone',
    params: ({ courseId }, { single }) => ({ courseId, attachmentId: single.account }),
    notFor: 'all',
  },
  'courses._index': EVERYONE,
  institutions: EVERYONE,
  'exports.$list': { open: 'signed in', params: () => ({ list: 'inbox' }) },
  'evaluation._index': EVALUATION,
  'evaluation.sites': EVALUATION,
  'evaluation.sites_.$siteId': evaluators(({ siteId }) => ({ siteId })),
  'evaluation.sittings._index': EVALUATION,
  'evaluation.sittings.new': EVALUATION,
  'evaluation.sittings.$sittingId._index': evaluators(ofSitting),
  'evaluation.sittings.$sittingId.appeals': evaluators(ofSitting),
  'evaluation.sittings.$sittingId.edit': evaluators(ofSitting),
  'evaluation.sittings.$sittingId.results': evaluators(ofSitting),
  'imports._index': IMPORTERS,
  'imports.new': IMPORTERS,
  'imports.templates.$kind': { ...IMPORTERS, params: () => ({ kind: 'certificates' }) },
  'imports.$importId': importOf,
  'imports.$importId_.result': importOf,
  'institution._index': INSTITUTION,
  'institution.file': INSTITUTION,
  'institution.answers': INSTITUTION,
  'institution.certificates.$certificateId': {
    ...INSTITUTION,
    params: ({ heldId }) => ({ certificateId: heldId }),
    hiddenFrom: ['institution_admin'],
  },
  'institution.certificates._index': INSTITUTION,
  'institution.certificates.new': INSTITUTION,
  'institution.enrolments': INSTITUTION,
  'institution.nominations.new': INSTITUTION,
  'institution.rate': INSTITUTION,
  'institution.staff': INSTITUTION,
  'institution.staff_.$engagementId': {
    ...INSTITUTION,
    params: ({ engagementId }) => ({ engagementId }),
    hiddenFrom: ['institution_admin'],
  },
  'institution.staff_.export': INSTITUTION,
  'institution.staff_.new': INSTITUTION,
  'me._index': TRAINEE,
  'me.account': SIGNED_IN,
  'me.certificates.$certificateId': { ...TRAINEE, params: ({ heldId }) => ({ certificateId: heldId }), hiddenFrom: ['trainee'] },
  'me.certificates._index': TRAINEE,
  'me.certificates.new': TRAINEE,
  'me.enrolments.$enrolmentId': { ...TRAINEE, params: ({ enrolmentId }) => ({ enrolmentId }), hiddenFrom: ['trainee'] },
  'me.enrolments._index': TRAINEE,
  'me.inbox': SIGNED_IN,
  'me.posts': TRAINEE,
  'me.record': TRAINEE,
  'me.sittings._index': TRAINEE,
  'me.sittings.$candidateId': { ...TRAINEE, params: ({ candidateId }) => ({ candidateId }), hiddenFrom: ['trainee'] },
  preferences: EVERYONE,
  privacy: EVERYONE,
  'provider.post-trainings': PROVIDER,
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
  'provider.sittings._index': PROVIDER,
  'provider.sittings.$sittingId': providers(ofSitting),
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
