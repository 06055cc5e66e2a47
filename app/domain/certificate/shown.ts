import type {
  CertificateFamily,
  CertificateLevel,
  CertificateSource,
  CheckResult,
  Occupation,
  ShownStatus,
  VerifyChannel,
} from './certificate';
import type { NotCountingReason } from './does-it-count';
import type { ProblemCode } from './problem';

/** What the history of a certificate tells. */
export const HISTORY_KINDS = ['entered', 'edited', 'submitted', 'recalled', 'checked', 'verified', 'rejected', 'revoked'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface HistoryStep {
  id: string;
  at: string;
  kind: HistoryKind;
  /** The organisation it was done for; null = the person herself, or the platform. */
  by: string | null;
  reason: string | null;
  revokedOn: string | null;
  check: { channel: VerifyChannel; result: CheckResult; checkedOn: string; note: string; fileId: string | null } | null;
}

/** What a certificate is worth by itself, for somebody who works as a caregiver. */
export interface CertificateVerdict {
  /** `would`: once it is handed in, verified, or a copy is there. */
  verdict: 'counts' | 'would' | 'does_not';
  reason: NotCountingReason | null;
  /** The line of the rule, as printed beside every answer. */
  clause: string | null;
  ruleTitleZh: string;
  ruleTitleEn: string;
  version: number;
}

/** One line of the queue, the registry, the radar. */
export interface RegistryRow {
  id: string;
  personName: string;
  idNumberMasked: string;
  institutions: string[];
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
  validUntil: string | null;
  status: ShownStatus;
  source: CertificateSource;
  districtCode: string | null;
  submittedAt: string | null;
  warnings: ProblemCode[];
  copies: number;
}
