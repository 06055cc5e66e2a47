/** What a client key may do, each within what its organisation's role may. */
export const API_SCOPES = [
  'institutions:read',
  'rate:read',
  'certificates:check',
  'roster:write',
  'attendance:write',
  'scores:write',
  'results:write',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];
