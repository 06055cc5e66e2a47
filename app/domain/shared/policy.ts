import type { Actor, Role, UserActor } from './actor';

/**
 * Who may do what. Read it as a table: action → role → on whose things. What is not written here is refused.
 * Operations ask it (the gate), pages ask it (courtesy), and queries narrow by the same ideas (`scopeOf`).
 */
export interface Subject {
  /** The organisation that the thing belongs to (provider of a course, institution of an engagement …). */
  organisationId?: string | null;
  /** District of that organisation; null = city level. */
  districtCode?: string | null;
  personId?: string | null;
}

type Condition = (actor: UserActor, subject: Subject) => boolean;

const anything: Condition = () => true;
const ownOrganisation: Condition = (actor, subject) => !!actor.organisation && actor.organisation.id === subject.organisationId;
const oneself: Condition = (actor, subject) => !!actor.personId && actor.personId === subject.personId;
/** A district officer decides on what lies in her district. */
const inOwnDistrict: Condition = (actor, subject) => !!subject.districtCode && actor.organisation?.districtCode === subject.districtCode;
/** The city decides where no district does. */
const ofCityLevel: Condition = (_actor, subject) => subject.districtCode === null;
/** Nobody decides on what her own organisation handed in. */
const notOwn =
  (condition: Condition): Condition =>
  (actor, subject) =>
    condition(actor, subject) && actor.organisation?.id !== subject.organisationId;

const REVIEW = { district_officer: notOwn(inOwnDistrict), city_officer: notOwn(ofCityLevel) };
const WATCH = { district_officer: inOwnDistrict, city_officer: anything };
const PROVIDER_OWN = { provider_staff: ownOrganisation };
const INSTITUTION_OWN = { institution_admin: ownOrganisation };

const RULES = {
  // courses
  'course.draft': PROVIDER_OWN,
  'course.submit': PROVIDER_OWN,
  'course.review': REVIEW,
  'course.publish': PROVIDER_OWN,
  'course.read': { ...PROVIDER_OWN, ...WATCH },
  'outline.edit': { city_officer: anything },
  // classes
  'class.manage': PROVIDER_OWN,
  'class.read': { ...PROVIDER_OWN, ...WATCH },
  'attendance.record': PROVIDER_OWN,
  'score.record': PROVIDER_OWN,
  'closing.submit': PROVIDER_OWN,
  'closing.review': REVIEW,
  'completion.revoke': REVIEW,
  'certificate.read': { trainee: oneself, ...PROVIDER_OWN, ...WATCH },
  // enrolment
  'enrolment.request': { trainee: oneself },
  // An institution answers for its staff, who may have no account of their own.
  'enrolment.answer_offer': { trainee: oneself, institution_admin: ownOrganisation },
  'enrolment.withdraw': { trainee: oneself, institution_admin: ownOrganisation },
  'enrolment.confirm': INSTITUTION_OWN,
  'enrolment.nominate': INSTITUTION_OWN,
  'enrolment.decide': PROVIDER_OWN,
  // people and organisations
  'person.read_own': { trainee: oneself },
  'person.unmask': { ...INSTITUTION_OWN, ...PROVIDER_OWN, ...WATCH },
  'staff.manage': INSTITUTION_OWN,
  'claim.decide': { ...INSTITUTION_OWN, ...WATCH },
  'organisation.create': WATCH,
  'organisation.review': WATCH,
  // Accounts of institutions and providers, of district commissions, of the city commission and the operations team.
  'membership.grant': { ...WATCH, system_admin: anything },
  'membership.grant_district': { city_officer: anything, system_admin: anything },
  'membership.grant_city': { system_admin: anything },
  'password.reset': { ...INSTITUTION_OWN, ...WATCH, system_admin: anything },
  'second_factor.reset': { ...WATCH, system_admin: anything },
  // figures
  'figures.read': { district_officer: anything, city_officer: anything },
  'person_time.read': WATCH,
  'target.edit': { city_officer: anything },
  // running the system
  'account.administer': { system_admin: anything },
  'job.administer': { system_admin: anything },
  'outbox.read': { system_admin: anything },
  'event.read': { auditor: anything },
} as const satisfies Record<string, Partial<Record<Role, Condition>>>;

export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as Action[];

/** Whether the actor's role has a line for this at all: without one nothing is said about whether the thing exists. */
export const hasLine = (actor: Actor, action: Action): boolean =>
  actor.kind === 'system' || (actor.kind === 'user' && Object.hasOwn(RULES[action], actor.role));

/** Whether the actor may do this to that. Jobs may: they act on what somebody allowed has set in motion. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user') return false;
  const rule: Partial<Record<Role, Condition>> = RULES[action];
  return rule[actor.role]?.(actor, subject) ?? false;
}
