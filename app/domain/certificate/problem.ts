import type { CertificateFamily, CertificateLevel, Occupation } from './certificate';

/** What is known of a certificate when it is looked at; the number normalised. */
export interface CertificateFacts {
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  number: string;
  issuedOn: string | null;
  validUntil: string | null;
  /** Of a 1+X certificate: its entry in the catalogue. */
  xKind?: { levels: readonly CertificateLevel[]; numberPrefix: string } | null;
}

/** Cannot be: the entry contradicts itself or a document, and is not taken. */
export const ERROR_CODES = [
  'certificate_number_format',
  'certificate_number_level',
  'certificate_number_year',
  'certificate_before_scheme',
  'certificate_level_missing',
  'certificate_level_not_of_occupation',
  'certificate_occupation_missing',
  'certificate_occupation_unfit',
  'certificate_kind_missing',
  'certificate_issued_in_future',
  'certificate_issued_before_birth',
  'certificate_ends_before_issue',
] as const;

/** Look twice: it may be right, and an officer reads why. */
export const WARNING_CODES = [
  'certificate_number_letter',
  'certificate_number_province',
  'certificate_number_prefix',
  'certificate_after_scheme',
  'certificate_holder_young',
  'issuer_not_listed',
  'name_commercial',
  'name_not_official',
  'number_of_another',
  'number_in_other_family',
  'rejected_before',
] as const;

export type EntryErrorCode = (typeof ERROR_CODES)[number];
export type ProblemCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];
export type ProblemField = 'number' | 'level' | 'occupation' | 'xKindId' | 'issuedOn' | 'validUntil' | 'issuer' | 'name';

export interface CertificateProblem {
  field: ProblemField;
  code: ProblemCode;
  params: Record<string, string | number>;
  severity: 'error' | 'warning';
}

type Params = CertificateProblem['params'];

export const cannotBe = (field: ProblemField, code: (typeof ERROR_CODES)[number], params: Params = {}): CertificateProblem => ({
  field,
  code,
  params,
  severity: 'error',
});

/** A code that elsewhere is an error may be a warning here, never the other way round. */
export const lookTwice = (field: ProblemField, code: ProblemCode, params: Params = {}): CertificateProblem => ({
  field,
  code,
  params,
  severity: 'warning',
});

/** Contradictions alone stop an entry from being handed in. */
export const isEntryError = (problem: CertificateProblem): problem is CertificateProblem & { code: EntryErrorCode } =>
  problem.severity === 'error';
