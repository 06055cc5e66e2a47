import type { Actor, Role, UserActor } from './actor';
import type { ApiScope } from './api-scopes';

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
  /** Account that handed it in. */
  accountId?: string | null;
}

type Condition = (actor: UserActor, subject: Subject) => boolean;

const anything: Condition = () => true;
const ownOrganisation: Condition = (actor, subject) => !!actor.organisation && actor.organisation.id === subject.organisationId;
const oneself: Condition = (actor, subject) => !!actor.personId && actor.personId === subject.personId;
/** A district officer decides on what lies in her district. */
const inOwnDistrict: Condition = (actor, subject) => !!subject.districtCode && actor.organisation?.districtCode === subject.districtCode;
/** The city decides where no district does. */
const ofCityLevel: Condition = (_actor, subject) => subject.districtCode === null;
/** Colleges register their students for 1+X; other providers have none. */
const asCollege: Condition = (actor, subject) => actor.organisation?.kind === 'college' && ownOrganisation(actor, subject);
/** Health-care guidance is the work of maternal and child health centres: a city-level one goes everywhere. */
const asMchCentre: Condition = (actor, subject) =>
  actor.organisation?.kind === 'mch_centre' &&
  (actor.organisation.districtCode === null || actor.organisation.districtCode === subject.districtCode);
/** Nobody decides on what her own organisation handed in. */
const notOwn =
  (condition: Condition): Condition =>
  (actor, subject) =>
    condition(actor, subject) && actor.organisation?.id !== subject.organisationId;

/** Nor on what she handed in herself in another role, nor on what is about herself. */
const notOwnEntry = (condition: Condition): Condition =>
  notOwn((actor, subject) => condition(actor, subject) && actor.accountId !== subject.accountId && !oneself(actor, subject));

const REVIEW = { district_officer: notOwn(inOwnDistrict), city_officer: notOwn(ofCityLevel) };
const WATCH = { district_officer: inOwnDistrict, city_officer: anything };
const PROVIDER_OWN = { provider_staff: ownOrganisation };
const INSTITUTION_OWN = { institution_admin: ownOrganisation };
const COLLEGE_OWN = { provider_staff: asCollege };
const GUIDANCE = { ...WATCH, provider_staff: asMchCentre };
const EVALUATION_OWN = { evaluator: ownOrganisation };

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
  'post_training.read': { trainee: oneself, ...WATCH },
  'post_training.list': { ...PROVIDER_OWN, ...WATCH },
  'certificate.read': { trainee: oneself, ...PROVIDER_OWN, ...WATCH },
  // certificates that people hold from outside; `organisationId` = who handed it in, for reading also where she works
  'held_certificate.submit': { trainee: oneself, ...INSTITUTION_OWN },
  'held_certificate.read': { trainee: oneself, ...INSTITUTION_OWN, ...WATCH },
  'held_certificate.verify': { district_officer: notOwnEntry(inOwnDistrict), city_officer: notOwnEntry(anything) },
  'certificate_issuer.read': { district_officer: anything, city_officer: anything },
  'certificate_issuer.edit': { city_officer: anything },
  // enrolment
  'enrolment.request': { trainee: oneself },
  // An institution answers for its staff, who may have no account of their own.
  'enrolment.answer_offer': { trainee: oneself, institution_admin: ownOrganisation },
  'enrolment.withdraw': { trainee: oneself, institution_admin: ownOrganisation },
  'enrolment.confirm': INSTITUTION_OWN,
  'enrolment.nominate': INSTITUTION_OWN,
  'enrolment.decide': PROVIDER_OWN,
  // 1+X: the catalogue, sittings of evaluation organisations, and those who sit
  'x_kind.edit': { city_officer: anything },
  'site.manage': EVALUATION_OWN,
  'sitting.manage': EVALUATION_OWN,
  'candidate.register': { provider_staff: asCollege },
  'candidate.register_self': { trainee: oneself },
  'candidate.withdraw': { trainee: oneself, provider_staff: asCollege },
  'candidate.read': { trainee: oneself, provider_staff: asCollege, ...EVALUATION_OWN, ...WATCH },
  'result.record': EVALUATION_OWN,
  'result.publish': EVALUATION_OWN,
  'appeal.open': { trainee: oneself },
  'appeal.decide': EVALUATION_OWN,
  'batch.approve': EVALUATION_OWN,
  // health-care staff of new institutions, and guidance visits
  'health_care.read': { ...INSTITUTION_OWN, ...GUIDANCE },
  'health_care_rule.edit': { city_officer: anything },
  'checklist.edit': { city_officer: anything },
  'visit.manage': GUIDANCE,
  'visit.read': { ...INSTITUTION_OWN, ...GUIDANCE },
  'finding.answer': INSTITUTION_OWN,
  'finding.decide': GUIDANCE,
  // where the workforce comes from; `organisationId` = the college, or the institution for its own lines
  'major.edit': { city_officer: anything },
  'point.manage': COLLEGE_OWN,
  'point.confirm': { city_officer: anything },
  'point.read': { ...COLLEGE_OWN, ...WATCH },
  'student.manage': COLLEGE_OWN,
  'student.read': { ...COLLEGE_OWN, ...WATCH },
  'agreement.manage': COLLEGE_OWN,
  'agreement.decide': INSTITUTION_OWN,
  'agreement.read': { ...COLLEGE_OWN, ...INSTITUTION_OWN, ...WATCH },
  'enterprise.keep': WATCH,
  'practice.manage': COLLEGE_OWN,
  'practice.read': { ...COLLEGE_OWN, ...INSTITUTION_OWN, ...WATCH },
  'placement.manage': COLLEGE_OWN,
  'placement.accept': INSTITUTION_OWN,
  'placement.log': { trainee: oneself },
  'placement.check': { ...COLLEGE_OWN, ...INSTITUTION_OWN },
  'placement.read': { trainee: oneself, ...COLLEGE_OWN, ...INSTITUTION_OWN, ...WATCH },
  'funnel.read': { ...COLLEGE_OWN, ...WATCH },
  // lecturers, and what trainees say of their classes
  'lecturer.propose': PROVIDER_OWN,
  'lecturer.enter': WATCH,
  'lecturer.decide': { district_officer: notOwnEntry(inOwnDistrict), city_officer: notOwnEntry(ofCityLevel) },
  'lecturer.read': { ...PROVIDER_OWN, ...WATCH },
  'feedback.give': { trainee: oneself },
  'feedback.read': { ...PROVIDER_OWN, ...WATCH },
  // people and organisations
  'person.read_own': { trainee: oneself },
  'person.state_education': { trainee: oneself },
  'person.unmask': { ...INSTITUTION_OWN, ...PROVIDER_OWN, ...WATCH },
  'staff.manage': INSTITUTION_OWN,
  'claim.decide': { ...INSTITUTION_OWN, ...WATCH },
  // rosters
  'roster.read': { ...INSTITUTION_OWN, ...WATCH },
  'roster.confirm': INSTITUTION_OWN,
  'post.claim': { trainee: oneself },
  // Claims and disputes: the institution in time, afterwards its district.
  'post.decide': INSTITUTION_OWN,
  'post.decide_late': WATCH,
  'engagement.dispute': { trainee: oneself },
  'double_roster.decide': WATCH,
  'person.search': { district_officer: anything, city_officer: anything },
  'person.merge': WATCH,
  'setting.change': { city_officer: anything },
  'organisation.create': WATCH,
  'organisation.review': WATCH,
  // Client keys: officers grant them in their area; the organisation sees its own and may end them.
  'client.grant': WATCH,
  'client.revoke': { ...INSTITUTION_OWN, ...PROVIDER_OWN, ...EVALUATION_OWN, ...WATCH },
  // The file of an institution: kept by its district, which also decides on what the institution proposes.
  'institution.keep': WATCH,
  'institution.read': { ...INSTITUTION_OWN, ...WATCH },
  'institution.propose_change': INSTITUTION_OWN,
  // Accounts of institutions and providers, of district commissions, of the city commission and the operations team.
  'membership.grant': { ...WATCH, system_admin: anything },
  'membership.grant_district': { city_officer: anything, system_admin: anything },
  'membership.grant_city': { system_admin: anything },
  'password.reset': { ...INSTITUTION_OWN, ...WATCH, system_admin: anything },
  'second_factor.reset': { ...WATCH, system_admin: anything },
  // Workbooks brought in: each organisation sees its own; what a row may do is asked of each row.
  'import.manage': {
    institution_admin: ownOrganisation,
    provider_staff: ownOrganisation,
    evaluator: ownOrganisation,
    district_officer: ownOrganisation,
    city_officer: ownOrganisation,
  },
  // figures
  'figures.read': { district_officer: anything, city_officer: anything },
  'person_time.read': WATCH,
  // The people behind a rate; how many they are, officers see of every area.
  'rate_people.read': { ...INSTITUTION_OWN, ...WATCH },
  'target.edit': { city_officer: anything },
  // What counts as certified, and counting everybody anew.
  'rule.edit': { city_officer: anything },
  'rate.rebuild': { city_officer: anything },
  // running the system
  'account.administer': { system_admin: anything },
  'job.administer': { system_admin: anything },
  'outbox.read': { system_admin: anything },
  'event.read': { auditor: anything },
} as const satisfies Record<string, Partial<Record<Role, Condition>>>;

export type Action = keyof typeof RULES;

/** What a client key's scope adds up to; the role of its organisation's members must allow it as well. Reading has doors of its own. */
const SCOPE_ACTIONS: Readonly<Record<ApiScope, readonly Action[]>> = {
  'institutions:read': [],
  'rate:read': [],
  'certificates:check': [],
  'roster:write': ['staff.manage'],
  'attendance:write': ['class.read', 'attendance.record'],
  'scores:write': ['class.read', 'score.record'],
  'results:write': ['result.record'],
};
export const ACTIONS = Object.keys(RULES) as Action[];

/** Whom the table knows: a member in her role, or a client key in that of its organisation, as far as a scope names the action. */
function memberOf(actor: Actor, action: Action): UserActor | null {
  if (actor.kind === 'user') return actor;
  if (actor.kind !== 'api' || !actor.key?.scopes.some((scope) => SCOPE_ACTIONS[scope].includes(action))) return null;
  const { role, organisation } = actor.key;
  return { kind: 'user', accountId: actor.client, personId: null, role, organisation };
}

/** Whether the actor's role has a line for this at all: without one nothing is said about whether the thing exists. */
export function hasLine(actor: Actor, action: Action): boolean {
  const member = memberOf(actor, action);
  return actor.kind === 'system' || (member !== null && Object.hasOwn(RULES[action], member.role));
}

/** Whether the actor may do this to that. Jobs may: they act on what somebody allowed has set in motion. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (actor.kind === 'system') return true;
  const member = memberOf(actor, action);
  const rule: Partial<Record<Role, Condition>> = RULES[action];
  return member !== null && (rule[member.role]?.(member, subject) ?? false);
}
