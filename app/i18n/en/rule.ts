import type { Words } from '../words';
import type zh from '../zh-CN/rule';

export default {
  code: { strict: 'Strict rule', standard: 'Standard rule', broad: 'Broad rule' },
  codeHint: {
    strict: 'infant carer, childcare worker (old and new titles)',
    standard: 'strict, and 1+X certificates that concern childcare',
    broad: 'standard, and kindergarten teachers, nurses, physicians, health carers',
  },
  status: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  proposed: 'proposed (can be changed); no document says so yet',
  version: '{{code}}, version {{version}}, from {{from}}',
  verdict: { counts: 'Counts', needs_document: 'Needs a check or a document', does_not: 'Does not count' },
  by: 'By: {{clause}}',
  why: {
    no_rule: 'no rule is in force on that day',
    role_not_counted: 'the certified-on-post rate looks at caregivers only',
    no_certificate: 'no certificate is on record',
    family_not_accepted: 'this kind of certificate does not count under this rule',
    occupation_not_accepted: 'certificates of this occupation do not count under this rule',
    level_not_accepted: 'this level does not count under this rule',
    not_childcare_related: 'a 1+X certificate that the catalogue does not mark as childcare',
    issued_outside: 'issued outside the days that this rule accepts',
    not_submitted: 'still a draft, not handed in',
    not_verified: 'not verified yet',
    rejected: 'the check found against it',
    issued_later: 'issued after that day',
    expired: 'no longer valid',
    revoked: 'revoked',
    copy_missing: 'a copy or photo of the certificate is missing',
    health_certificate_expired: 'the health certificate is no longer valid',
    health_certificate_missing: 'no health certificate is on record',
  },
} satisfies Words<typeof zh>;
