import type { Words } from '../words';
import type zh from '../zh-CN/client';

export default {
  state: { active: 'Valid', expired: 'Expired', revoked: 'Revoked' },
  scope: {
    institutions_read: 'Read institutions on file',
    rate_read: 'Read the certified-on-post rate',
    certificates_check: 'Check certificates',
    roster_write: 'Send roster changes',
    attendance_write: 'Send attendance',
    scores_write: 'Send scores',
    results_write: 'Send 1+X results',
  },
  field: {
    name: 'System',
    organisation: 'Organisation',
    district: 'District',
    prefix: 'Key begins with',
    scopes: 'Scopes',
    state: 'State',
    grantedAt: 'Granted at',
    grantedBy: 'Granted by',
    expiresOn: 'Valid until',
    lastUsedAt: 'Last used',
  },
  list: {
    title: 'Client keys',
    lead: 'Keys with which systems of organisations in your area talk to the platform. They are granted on the organisation’s page and can be revoked at any time.',
    search: 'Name of system or organisation',
    allStates: 'All states',
    empty: 'No key matches.',
  },
  grant: {
    title: 'Client keys',
    lead: 'With a key the organisation’s own system reads from or sends to the platform, by the same rules as on the pages.',
    open: 'Client keys',
    new: 'Grant a key',
    intro: 'The key is shown once. Hand it over in person or through a safe channel, and choose only the scopes that are needed.',
    nameHint: 'For example: kindergarten office system.',
    expiresHint: 'At most {{months}} months; afterwards grant a new one.',
    submit: 'Grant',
    none: 'No key has been granted yet.',
    notApproved: 'Keys can be granted once the organisation is approved.',
  },
  issued: {
    title: 'The key is made: save it now',
    text: 'The key of “{{name}}” is shown here once and cannot be read again. If it is lost, revoke it and grant a new one.',
    key: 'Key',
  },
  own: {
    title: 'Client keys',
    lead: 'Keys with which your own systems talk to the platform, granted by the health commission. Revoke a key at once when it is no longer used or may have leaked.',
    empty: 'Your organisation has no client key. Ask your district health commission when you need one.',
    description: 'Description of the interface',
  },
  revoke: {
    label: 'Revoke',
    text: 'The key of “{{name}}” ends at once and cannot be brought back.',
    done: 'The key is revoked.',
    reason: 'Reason: {{reason}}',
  },
  never: 'Never',
} satisfies Words<typeof zh>;
