import type { EngagementRole } from '../person/person';
import type { CertificateFamily, CertificateLevel, CertificateStatus, Occupation } from './certificate';
import { type RuleClause, type RuleVersion, ruleInForce } from './counting-rule';

export type Verdict = 'counts' | 'needs_document' | 'does_not';

/** Why a certificate, or a person, does not count or not yet; words: app/i18n, `rule:why.<code>`. */
export const NOT_COUNTING_REASONS = [
  'no_rule',
  'role_not_counted',
  'no_certificate',
  'family_not_accepted',
  'occupation_not_accepted',
  'level_not_accepted',
  'not_childcare_related',
  'issued_outside',
  'not_submitted',
  'not_verified',
  'rejected',
  'issued_later',
  'expired',
  'revoked',
  'copy_missing',
  'health_certificate_expired',
  'health_certificate_missing',
] as const;
export type NotCountingReason = (typeof NOT_COUNTING_REASONS)[number];

export interface HeldCertificate {
  id: string;
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  /** 1+X: as the catalogue says of its kind; false for others. */
  childcareRelated: boolean;
  issuedOn: string;
  /** Last valid day; null = none printed. */
  validUntil: string | null;
  status: CertificateStatus;
  /** Counts no more from this day. */
  revokedOn: string | null;
  /** A copy is kept; asked for by some clauses alone. */
  hasCopy: boolean;
}

export interface Holder {
  role: EngagementRole;
  certificates: readonly HeldCertificate[];
  /** Last valid day of the health certificate, where it is known. */
  healthCertValidUntil: string | null;
}

export interface CertificateAnswer {
  certificateId: string;
  verdict: Verdict;
  /** Null when it counts. */
  reason: NotCountingReason | null;
  /** The line of the rule that accepts it, were everything in order. */
  clause: RuleClause | null;
}

export interface Answer {
  verdict: Verdict;
  /** The version in force on the day. */
  rule: RuleVersion | null;
  clause: RuleClause | null;
  /** The certificate that makes her count, or would once the document is there. */
  certificateId: string | null;
  reason: NotCountingReason | null;
  certificates: readonly CertificateAnswer[];
}

const NEAREST: readonly NotCountingReason[] = ['not_childcare_related', 'level_not_accepted', 'issued_outside', 'occupation_not_accepted'];

/** The clause that accepts the certificate as it is printed, one that asks for nothing more first; or the nearest miss. */
function clauseFor(rule: RuleVersion, held: HeldCertificate): RuleClause | NotCountingReason {
  const misses = new Set<NotCountingReason>();
  let accepted: RuleClause | null = null;
  for (const clause of rule.clauses) {
    if (clause.family !== held.family) continue;
    if (clause.occupations && !(held.occupation !== null && clause.occupations.includes(held.occupation)))
      misses.add('occupation_not_accepted');
    else if (clause.levels && !(held.level !== null && clause.levels.includes(held.level))) misses.add('level_not_accepted');
    else if (clause.childcareRelated && !held.childcareRelated) misses.add('not_childcare_related');
    else if ((clause.issuedFrom ?? '') > held.issuedOn || (clause.issuedUntil ?? '9999') < held.issuedOn) misses.add('issued_outside');
    else if (clause.verdict === 'counts') return clause;
    else accepted ??= clause;
  }
  if (accepted !== null) return accepted;
  return NEAREST.find((reason) => misses.has(reason)) ?? 'family_not_accepted';
}

function standing(held: HeldCertificate, clause: RuleClause, day: string): [Verdict, NotCountingReason | null] {
  if (held.status === 'draft') return ['does_not', 'not_submitted'];
  if (held.status === 'rejected') return ['does_not', 'rejected'];
  if (held.issuedOn > day) return ['does_not', 'issued_later'];
  if (held.revokedOn !== null && held.revokedOn <= day) return ['does_not', 'revoked'];
  if (held.validUntil !== null && held.validUntil < day) return ['does_not', 'expired'];
  if (held.status === 'submitted') return ['needs_document', 'not_verified'];
  return clause.verdict === 'needs_document' && !held.hasCopy ? ['needs_document', 'copy_missing'] : ['counts', null];
}

const answerFor = (rule: RuleVersion, held: HeldCertificate, day: string): CertificateAnswer => {
  const found = clauseFor(rule, held);
  if (typeof found === 'string') return { certificateId: held.id, verdict: 'does_not', reason: found, clause: null };
  const [verdict, reason] = standing(held, found, day);
  return { certificateId: held.id, verdict, reason, clause: found };
};

/**
 * Does what she holds count on that day? `versions`: the published versions of one rule (or those and a draft).
 * `needs_document`: it would, once it is verified or a copy is there. Asked by her own page, the roster, the queue and the
 * rate alike. Of several certificates the one issued first answers.
 */
export function doesItCount(versions: readonly RuleVersion[], holder: Holder, day: string): Answer {
  const rule = ruleInForce(versions, day);
  const none = { rule, clause: null, certificateId: null, certificates: [] };
  if (rule === null) return { ...none, verdict: 'does_not', reason: 'no_rule' };
  if (holder.role !== 'caregiver') return { ...none, verdict: 'does_not', reason: 'role_not_counted' };
  const ordered = [...holder.certificates].sort((a, b) =>
    a.issuedOn === b.issuedOn ? (a.id < b.id ? -1 : 1) : a.issuedOn < b.issuedOn ? -1 : 1,
  );
  const certificates = ordered.map((held) => answerFor(rule, held, day));
  const best = certificates.find(({ verdict }) => verdict === 'counts') ?? certificates.find(({ verdict }) => verdict === 'needs_document');
  if (!best) {
    // The nearest to counting explains most: one that a clause accepts, else any.
    const near = certificates.findLast(({ clause }) => clause !== null) ?? certificates.at(-1);
    return { ...none, verdict: 'does_not', clause: near?.clause ?? null, reason: near?.reason ?? 'no_certificate', certificates };
  }
  const health = rule.requireValidHealthCert ? healthReason(holder.healthCertValidUntil, day) : null;
  if (health !== null) return { ...none, verdict: 'does_not', clause: best.clause, reason: health, certificates };
  return { verdict: best.verdict, rule, clause: best.clause, certificateId: best.certificateId, reason: best.reason, certificates };
}

const healthReason = (validUntil: string | null, day: string): NotCountingReason | null =>
  validUntil === null ? 'health_certificate_missing' : validUntil < day ? 'health_certificate_expired' : null;
