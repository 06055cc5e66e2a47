import type { OrganisationKind, Role } from '../shared/actor';
import type { Action } from '../shared/policy';

/** Kinds that teach: colleges, district service centres, maternal and child health centres. */
export const PROVIDER_KINDS = ['college', 'service_centre', 'mch_centre'] as const satisfies readonly OrganisationKind[];
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

export const COMMISSION_KINDS = ['commission_city', 'commission_district'] as const satisfies readonly OrganisationKind[];

export const ORGANISATION_STATUSES = ['applied', 'approved', 'returned', 'suspended'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];

export interface OrganisationMove {
  from: OrganisationStatus;
  to: OrganisationStatus;
  by: string;
  who: 'applicant' | 'officer';
}

export const ORGANISATION_MOVES: readonly OrganisationMove[] = [
  { from: 'applied', to: 'approved', by: 'approve', who: 'officer' },
  { from: 'applied', to: 'returned', by: 'return', who: 'officer' },
  { from: 'returned', to: 'applied', by: 'apply', who: 'applicant' },
  { from: 'approved', to: 'suspended', by: 'suspend', who: 'officer' },
  { from: 'suspended', to: 'approved', by: 'restore', who: 'officer' },
];

export const mayOrganisationMove = (from: OrganisationStatus, to: OrganisationStatus): boolean =>
  ORGANISATION_MOVES.some((move) => move.from === from && move.to === to);

/** How an institution is run (京政办发〔2023〕6号, parts 3 to 6). */
export const OPERATOR_TYPES = [
  'community',
  'employer',
  'kindergarten_class',
  'kindergarten_site_converted',
  'private',
  'public',
  'family_site',
  'service_centre',
] as const;
export type OperatorType = (typeof OPERATOR_TYPES)[number];

/** Filing (国卫办人口发〔2019〕25号); `licensed` is kept for the coming law. */
export const FILING_STATUSES = ['not_filed', 'filed', 'changed_pending', 'cancelled', 'licensed'] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

export const LEGAL_NATURES = ['public_institution', 'social_service_org', 'enterprise', 'individual_business', 'other'] as const;
export type LegalNature = (typeof LEGAL_NATURES)[number];

/** Health-care staff are trained by maternal and child health centres alone (托儿所幼儿园卫生保健管理办法, clause 13). */
export const mayTeach = (kind: OrganisationKind, category: string): boolean => category !== 'health_staff' || kind === 'mch_centre';

export const isProviderKind = (kind: OrganisationKind): kind is ProviderKind => (PROVIDER_KINDS as readonly string[]).includes(kind);

/** The roles that an organisation's members may have. */
const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  commission_city: ['city_officer'],
  commission_district: ['district_officer'],
  institution: ['institution_admin'],
  college: ['provider_staff'],
  service_centre: ['provider_staff'],
  mch_centre: ['provider_staff'],
  evaluation_organisation: ['evaluator'],
  operations: ['system_admin', 'auditor'],
};
export const rolesOfKind = (kind: OrganisationKind): readonly Role[] => ROLES_OF_KIND[kind];

/** What giving somebody a role there is called in the policy: the nearer to the centre, the fewer may. */
export const grantAction = (kind: OrganisationKind): Action =>
  kind === 'commission_district'
    ? 'membership.grant_district'
    : kind === 'commission_city' || kind === 'operations'
      ? 'membership.grant_city'
      : 'membership.grant';

/** Kinds that officers enter themselves; commissions and the operations team come with the installation. */
export const CREATABLE_KINDS = ['institution', ...PROVIDER_KINDS, 'evaluation_organisation'] as const satisfies readonly OrganisationKind[];
