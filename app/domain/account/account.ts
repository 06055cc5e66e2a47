export const ACCOUNT_STATUSES = ['active', 'suspended', 'closed'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export const CLAIM_STATUSES = ['pending', 'confirmed', 'refused'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Version of the privacy notice that a registration accepts; raise it when app/routes/privacy.tsx changes meaning. */
export const PRIVACY_VERSION = '2026-11';
