import type { OrganisationKind, Role } from '../shared/actor';
import type { ApiScope } from '../shared/api-scopes';
import { rolesOfKind } from './organisation';

/** A key is good for so long at most; then a new one is granted. */
export const LONGEST_MONTHS = 24;

const READS: readonly ApiScope[] = ['institutions:read', 'rate:read', 'certificates:check'];

const WRITES: Partial<Record<Role, readonly ApiScope[]>> = {
  institution_admin: ['roster:write'],
  provider_staff: ['attendance:write', 'scores:write'],
  evaluator: ['results:write'],
};

/** The role that a key of such an organisation acts in; null = none is granted there. */
export const roleOfClients = (kind: OrganisationKind): Role | null => rolesOfKind(kind).find((role) => WRITES[role] !== undefined) ?? null;

/** What a key in that role can be for. */
export const scopesOf = (role: Role | null): readonly ApiScope[] => (role ? [...READS, ...(WRITES[role] ?? [])] : []);

export const CLIENT_STATES = ['active', 'expired', 'revoked'] as const;
export type ClientState = (typeof CLIENT_STATES)[number];

/** `expiresOn` is the last day; `today` is the Beijing day. */
export const clientState = ({ revokedAt, expiresOn }: { revokedAt: Date | null; expiresOn: string }, today: string): ClientState => {
  if (revokedAt) return 'revoked';
  return expiresOn < today ? 'expired' : 'active';
};
