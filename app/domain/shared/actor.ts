import type { ApiScope } from './api-scopes';

/** Kinds of organisations that have members. */
export const ORGANISATION_KINDS = [
  'commission_city',
  'commission_district',
  'institution',
  'college',
  'service_centre',
  'mch_centre',
  'evaluation_organisation',
  'operations',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ROLES = [
  'trainee',
  'institution_admin',
  'provider_staff',
  'evaluator',
  'district_officer',
  'city_officer',
  'system_admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that must pass a second factor. */
export const SECOND_FACTOR_ROLES: readonly Role[] = [
  'provider_staff',
  'evaluator',
  'district_officer',
  'city_officer',
  'system_admin',
  'auditor',
];
/** Roles whose session goes idle after 15 minutes; the others after 30. */
export const SHORT_IDLE_ROLES: readonly Role[] = ['district_officer', 'city_officer', 'system_admin', 'auditor'];
export const idleMinutes = (role: Role): number => (SHORT_IDLE_ROLES.includes(role) ? 15 : 30);

export interface ActorOrganisation {
  id: string;
  kind: OrganisationKind;
  /** null = city level */
  districtCode: string | null;
}

export interface UserActor {
  kind: 'user';
  accountId: string;
  /** null while the claim on a person known before waits, and for accounts that are nobody's record. */
  personId: string | null;
  role: Role;
  /** null when acting as oneself (trainee) */
  organisation: ActorOrganisation | null;
}

/** Another system with a client key, bounded by the role of its organisation's members and by the key's scopes. */
export interface ClientKey {
  organisation: ActorOrganisation;
  role: Role;
  scopes: readonly ApiScope[];
}

export type Actor =
  | UserActor
  | { kind: 'system'; job: string }
  | { kind: 'import'; file: string; accountId: string }
  // Without a key: somebody who has not signed in.
  | { kind: 'api'; client: string; key?: ClientKey };

/** Who an event names as its author. */
export const authorOf = (actor: Actor): string =>
  actor.kind === 'user' ? actor.accountId : actor.kind === 'system' ? actor.job : actor.kind === 'import' ? actor.file : actor.client;

/** The organisation that the actor acts for. */
export const organisationOf = (actor: Actor): ActorOrganisation | null =>
  actor.kind === 'user' ? actor.organisation : actor.kind === 'api' ? (actor.key?.organisation ?? null) : null;
