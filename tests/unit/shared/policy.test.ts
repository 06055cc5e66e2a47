import { expect, test } from 'vitest';
import { type Actor, type ActorOrganisation, ROLES, type Role, type UserActor } from '~/domain/shared/actor';
import { API_SCOPES, type ApiScope } from '~/domain/shared/api-scopes';
import { ACTIONS, type Action, can, hasLine, type Subject } from '~/domain/shared/policy';

const DISTRICT = '110105';
const HOMES: Readonly<Record<Role, ActorOrganisation | null>> = {
  trainee: null,
  institution_admin: { id: 'institution', kind: 'institution', districtCode: DISTRICT },
  provider_staff: { id: 'provider', kind: 'college', districtCode: DISTRICT },
  evaluator: { id: 'evaluation', kind: 'evaluation_organisation', districtCode: null },
  district_officer: { id: 'district', kind: 'commission_district', districtCode: DISTRICT },
  city_officer: { id: 'city', kind: 'commission_city', districtCode: null },
  system_admin: { id: 'operations', kind: 'operations', districtCode: null },
  auditor: { id: 'operations', kind: 'operations', districtCode: null },
};
const actorIn = (role: Role): UserActor => ({ kind: 'user', accountId: 'account', personId: 'self', role, organisation: HOMES[role] });

/** Things that an actor may meet: whose they are, and where. */
const THINGS = {
  own: (actor) => ({ organisationId: actor.organisation?.id ?? null, districtCode: actor.organisation?.districtCode, personId: 'self' }),
  near: () => ({ organisationId: 'other', districtCode: DISTRICT, personId: 'somebody' }),
  far: () => ({ organisationId: 'other', districtCode: '110108', personId: 'somebody' }),
  city: () => ({ organisationId: 'other', districtCode: null, personId: 'somebody' }),
  unknown: () => ({}),
} satisfies Record<string, (actor: UserActor) => Subject>;
type Thing = keyof typeof THINGS;

const NOBODY: Thing[] = [];
const EVERYTHING: Thing[] = ['own', 'near', 'far', 'city', 'unknown'];
const PROVIDER = { provider_staff: ['own'] };
const INSTITUTION = { institution_admin: ['own'] };
const TRAINEE = { trainee: ['own'] };
const EVALUATOR = { evaluator: ['own'] };
/** Decides on what others of her area handed in, never on what her own commission did. */
const REVIEWERS = { district_officer: ['near'], city_officer: ['city'] };
const AREA = { district_officer: ['own', 'near'], city_officer: EVERYTHING };
const CITY = { city_officer: EVERYTHING };
const ADMINISTRATOR = { system_admin: EVERYTHING };

/** Written down apart from the policy: on which things each role may do each action. What is missing may nobody. */
const EXPECTED: Record<Action, Partial<Record<Role, Thing[]>>> = {
  'course.draft': PROVIDER,
  'course.submit': PROVIDER,
  'course.review': REVIEWERS,
  'course.publish': PROVIDER,
  'course.read': { ...PROVIDER, ...AREA },
  'outline.edit': CITY,
  'class.manage': PROVIDER,
  'class.read': { ...PROVIDER, ...AREA },
  'attendance.record': PROVIDER,
  'score.record': PROVIDER,
  'closing.submit': PROVIDER,
  'closing.review': REVIEWERS,
  'completion.revoke': REVIEWERS,
  'post_training.read': { ...TRAINEE, ...AREA },
  'post_training.list': { ...PROVIDER, ...AREA },
  'held_certificate.submit': { ...TRAINEE, ...INSTITUTION },
  'held_certificate.read': { ...TRAINEE, ...INSTITUTION, ...AREA },
  // The city takes what no district does, too.
  'held_certificate.verify': { district_officer: ['near'], city_officer: ['near', 'far', 'city', 'unknown'] },
  'certificate_issuer.read': { district_officer: EVERYTHING, city_officer: EVERYTHING },
  'certificate_issuer.edit': CITY,
  'certificate.read': { ...TRAINEE, ...PROVIDER, ...AREA },
  'enrolment.request': TRAINEE,
  'enrolment.answer_offer': { ...TRAINEE, ...INSTITUTION },
  'enrolment.withdraw': { ...TRAINEE, ...INSTITUTION },
  'enrolment.confirm': INSTITUTION,
  'enrolment.nominate': INSTITUTION,
  'enrolment.decide': PROVIDER,
  'x_kind.edit': CITY,
  'site.manage': EVALUATOR,
  'sitting.manage': EVALUATOR,
  'candidate.register': PROVIDER,
  'candidate.register_self': TRAINEE,
  'candidate.withdraw': { ...TRAINEE, ...PROVIDER },
  'candidate.read': { ...TRAINEE, ...PROVIDER, ...EVALUATOR, ...AREA },
  'result.record': EVALUATOR,
  'result.publish': EVALUATOR,
  'appeal.open': TRAINEE,
  'appeal.decide': EVALUATOR,
  'batch.approve': EVALUATOR,
  'person.read_own': TRAINEE,
  'person.state_education': TRAINEE,
  'person.unmask': { ...INSTITUTION, ...PROVIDER, ...AREA },
  'staff.manage': INSTITUTION,
  'import.manage': { ...INSTITUTION, ...PROVIDER, evaluator: ['own'], district_officer: ['own'], city_officer: ['own'] },
  'claim.decide': { ...INSTITUTION, ...AREA },
  'roster.read': { ...INSTITUTION, ...AREA },
  'roster.confirm': INSTITUTION,
  'post.claim': TRAINEE,
  'post.decide': INSTITUTION,
  'post.decide_late': AREA,
  'engagement.dispute': TRAINEE,
  'double_roster.decide': AREA,
  'person.search': { district_officer: EVERYTHING, city_officer: EVERYTHING },
  'person.merge': AREA,
  'setting.change': CITY,
  'organisation.create': AREA,
  'organisation.review': AREA,
  'client.grant': AREA,
  'client.revoke': { ...INSTITUTION, ...PROVIDER, ...EVALUATOR, ...AREA },
  'institution.keep': AREA,
  'institution.read': { ...INSTITUTION, ...AREA },
  'institution.propose_change': INSTITUTION,
  'membership.grant': { ...AREA, ...ADMINISTRATOR },
  'membership.grant_district': { ...CITY, ...ADMINISTRATOR },
  'membership.grant_city': ADMINISTRATOR,
  'password.reset': { ...INSTITUTION, ...AREA, ...ADMINISTRATOR },
  'second_factor.reset': { ...AREA, ...ADMINISTRATOR },
  'figures.read': { district_officer: EVERYTHING, city_officer: EVERYTHING },
  'person_time.read': AREA,
  'rate_people.read': { ...INSTITUTION, ...AREA },
  'target.edit': CITY,
  'rule.edit': CITY,
  'rate.rebuild': CITY,
  'account.administer': ADMINISTRATOR,
  'job.administer': ADMINISTRATOR,
  'outbox.read': ADMINISTRATOR,
  'event.read': { auditor: EVERYTHING },
  'health_care.read': { ...INSTITUTION, ...AREA },
  'health_care_rule.edit': CITY,
  'checklist.edit': CITY,
  'visit.manage': AREA,
  'visit.read': { ...INSTITUTION, ...AREA },
  'finding.answer': INSTITUTION,
  'finding.decide': AREA,
  'major.edit': CITY,
  'point.manage': PROVIDER,
  'point.confirm': CITY,
  'point.read': { ...PROVIDER, ...AREA },
  'student.manage': PROVIDER,
  'student.read': { ...PROVIDER, ...AREA },
  'agreement.manage': PROVIDER,
  'agreement.decide': INSTITUTION,
  'agreement.read': { ...PROVIDER, ...INSTITUTION, ...AREA },
  'enterprise.keep': AREA,
  'practice.manage': PROVIDER,
  'practice.read': { ...PROVIDER, ...INSTITUTION, ...AREA },
  'placement.manage': PROVIDER,
  'placement.accept': INSTITUTION,
  'placement.log': TRAINEE,
  'placement.check': { ...PROVIDER, ...INSTITUTION },
  'placement.read': { ...TRAINEE, ...PROVIDER, ...INSTITUTION, ...AREA },
  'funnel.read': { ...PROVIDER, ...AREA },
  'lecturer.propose': PROVIDER,
  'lecturer.enter': AREA,
  'lecturer.decide': REVIEWERS,
  'lecturer.read': { ...PROVIDER, ...AREA },
  'feedback.give': TRAINEE,
  'feedback.read': { ...PROVIDER, ...AREA },
} as Record<Action, Partial<Record<Role, Thing[]>>>;

/** Asked of providers too, and answered by maternal and child health centres alone; the provider above is a college. */
const GUIDANCE: Action[] = ['health_care.read', 'visit.manage', 'visit.read', 'finding.decide'];

const allowedTo = (role: Role, action: Action): Thing[] => {
  const actor = actorIn(role);
  return (Object.keys(THINGS) as Thing[]).filter((thing) => can(actor, action, THINGS[thing](actor)));
};

test('every action of the policy is written down here, and no other', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...ACTIONS].sort());
});

test.each(ACTIONS.flatMap((action) => ROLES.map((role) => [action, role] as const)))('%s as %s', (action, role) => {
  const expected = EXPECTED[action][role] ?? NOBODY;
  expect(allowedTo(role, action)).toEqual(EVERYTHING.filter((thing) => expected.includes(thing)));
  expect(hasLine(actorIn(role), action)).toBe(expected.length > 0 || (role === 'provider_staff' && GUIDANCE.includes(action)));
});

/** What a client key may do: what its scope names, on the things of its own organisation alone. */
const SCOPED: Record<ApiScope, Action[]> = {
  'institutions:read': [],
  'rate:read': [],
  'certificates:check': [],
  'roster:write': ['staff.manage'],
  'attendance:write': ['class.read', 'attendance.record'],
  'scores:write': ['class.read', 'score.record'],
  'results:write': ['result.record'],
};

test.each(API_SCOPES.flatMap((scope) => ROLES.map((role) => [scope, role] as const)))('a key with %s in the role %s', (scope, role) => {
  const home = HOMES[role];
  if (!home) return;
  const client: Actor = { kind: 'api', client: 'client', key: { organisation: home, role, scopes: [scope] } };
  for (const action of ACTIONS) {
    const named = SCOPED[scope].includes(action);
    const member = named ? allowedTo(role, action) : NOBODY;
    expect((Object.keys(THINGS) as Thing[]).filter((thing) => can(client, action, THINGS[thing](actorIn(role))))).toEqual(member);
    expect(hasLine(client, action)).toBe(named && hasLine(actorIn(role), action));
  }
});

test('imports, API clients without a key and visitors may do nothing; jobs act on what somebody allowed', () => {
  for (const action of ACTIONS) {
    expect(can({ kind: 'api', client: 'visitor' }, action, { organisationId: 'x', districtCode: DISTRICT })).toBe(false);
    expect(can({ kind: 'import', file: 'x', accountId: 'account' }, action)).toBe(false);
    expect(can({ kind: 'system', job: 'x' }, action)).toBe(true);
  }
});

test.each(['district_officer', 'city_officer'] as const)(
  'as %s nobody verifies what she handed in herself, or her own certificate',
  (role) => {
    const thing = { organisationId: 'other', districtCode: DISTRICT, personId: 'somebody', accountId: 'other' };
    expect(can(actorIn(role), 'held_certificate.verify', thing)).toBe(true);
    for (const own of [{ accountId: 'account' }, { personId: 'self' }, { organisationId: HOMES[role]?.id }])
      expect(can(actorIn(role), 'held_certificate.verify', { ...thing, ...own })).toBe(false);
  },
);

test('only a college registers candidates: another provider has no students', () => {
  const centre: UserActor = {
    ...actorIn('provider_staff'),
    organisation: { id: 'centre', kind: 'service_centre', districtCode: DISTRICT },
  };
  expect(can(centre, 'candidate.register', { organisationId: 'centre' })).toBe(false);
  expect(can(centre, 'candidate.withdraw', { organisationId: 'centre' })).toBe(false);
});

test('guidance is the work of maternal and child health centres, of a district or of the whole city', () => {
  const centre = (districtCode: string | null): UserActor => ({
    ...actorIn('provider_staff'),
    organisation: { id: 'centre', kind: 'mch_centre', districtCode },
  });
  for (const action of GUIDANCE) {
    expect(can(centre(DISTRICT), action, { organisationId: 'other', districtCode: DISTRICT })).toBe(true);
    expect(can(centre(DISTRICT), action, { organisationId: 'other', districtCode: '110108' })).toBe(false);
    expect(can(centre(null), action, { organisationId: 'other', districtCode: '110108' })).toBe(true);
    expect(can(actorIn('provider_staff'), action, { organisationId: 'provider', districtCode: DISTRICT })).toBe(false);
  }
});

test('a person whose claim still waits acts on nobody’s things', () => {
  const nobody: UserActor = { ...actorIn('trainee'), personId: null };
  for (const action of ACTIONS) expect(can(nobody, action, { personId: null })).toBe(false);
});
