import { expect, test } from 'vitest';
import { type ActorOrganisation, ROLES, type Role, type UserActor } from '~/domain/shared/actor';
import { ACTIONS, type Action, can, hasLine, type Subject } from '~/domain/shared/policy';

const DISTRICT = '110105';
const HOMES: Readonly<Record<Role, ActorOrganisation | null>> = {
  trainee: null,
  institution_admin: { id: 'institution', kind: 'institution', districtCode: DISTRICT },
  provider_staff: { id: 'provider', kind: 'college', districtCode: DISTRICT },
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
  'certificate.read': { ...TRAINEE, ...PROVIDER, ...AREA },
  'enrolment.request': TRAINEE,
  'enrolment.answer_offer': { ...TRAINEE, ...INSTITUTION },
  'enrolment.withdraw': { ...TRAINEE, ...INSTITUTION },
  'enrolment.confirm': INSTITUTION,
  'enrolment.nominate': INSTITUTION,
  'enrolment.decide': PROVIDER,
  'person.read_own': TRAINEE,
  'person.unmask': { ...INSTITUTION, ...PROVIDER, ...AREA },
  'staff.manage': INSTITUTION,
  'claim.decide': { ...INSTITUTION, ...AREA },
  'organisation.create': AREA,
  'organisation.review': AREA,
  'membership.grant': { ...AREA, ...ADMINISTRATOR },
  'membership.grant_district': { ...CITY, ...ADMINISTRATOR },
  'membership.grant_city': ADMINISTRATOR,
  'password.reset': { ...INSTITUTION, ...AREA, ...ADMINISTRATOR },
  'second_factor.reset': { ...AREA, ...ADMINISTRATOR },
  'figures.read': { district_officer: EVERYTHING, city_officer: EVERYTHING },
  'person_time.read': AREA,
  'target.edit': CITY,
  'account.administer': ADMINISTRATOR,
  'job.administer': ADMINISTRATOR,
  'outbox.read': ADMINISTRATOR,
  'event.read': { auditor: EVERYTHING },
} as Record<Action, Partial<Record<Role, Thing[]>>>;

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
  expect(hasLine(actorIn(role), action)).toBe(expected.length > 0);
});

test('imports, API clients and visitors may do nothing; jobs act on what somebody allowed', () => {
  for (const action of ACTIONS) {
    expect(can({ kind: 'api', client: 'visitor' }, action, { organisationId: 'x', districtCode: DISTRICT })).toBe(false);
    expect(can({ kind: 'import', file: 'x', accountId: 'account' }, action)).toBe(false);
    expect(can({ kind: 'system', job: 'x' }, action)).toBe(true);
  }
});

test('a person whose claim still waits acts on nobody’s things', () => {
  const nobody: UserActor = { ...actorIn('trainee'), personId: null };
  for (const action of ACTIONS) expect(can(nobody, action, { personId: null })).toBe(false);
});
