import type { CertificateFamily, CertificateLevel, Occupation } from './certificate';

/** Names of the counting rules 口径; each has dated versions. `standard` is the plan's default (a proposal). */
export const RULE_CODES = ['strict', 'standard', 'broad'] as const;
export type RuleCode = (typeof RULE_CODES)[number];

export const RULE_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** One line of a rule: a certificate that fits all that is named counts, or needs a document first. */
export interface RuleClause {
  /** Printed beside every answer, such as 京政办发〔2023〕6号 第14项 or 建议口径. */
  clause: string;
  clauseEn?: string;
  family: CertificateFamily;
  /** Absent = any occupation. */
  occupations?: Occupation[];
  /** Absent = any level. */
  levels?: CertificateLevel[];
  /** 1+X: only kinds of the catalogue marked as childcare-related. */
  childcareRelated?: boolean;
  /** First and last day of issue that the line accepts. */
  issuedFrom?: string;
  issuedUntil?: string;
  /** `needs_document`: counts only once a copy of the certificate is kept. */
  verdict: 'counts' | 'needs_document';
}

/** What an answer needs of a version; whether it is published or a draft is the caller's business. */
export interface RuleVersion {
  id: string;
  code: RuleCode;
  version: number;
  inForceFromOn: string;
  clauses: readonly RuleClause[];
  requireValidHealthCert: boolean;
}

/** What an author writes of a version. */
export interface RuleText {
  titleZh: string;
  titleEn: string;
  inForceFromOn: string;
  /** A document of the city says so; its number is then named. Else it is a proposal. */
  isOfficial: boolean;
  documentNo: string;
  clauses: RuleClause[];
  requireValidHealthCert: boolean;
}

/** In force from its day until the next version of the same code; null before the first. */
export const ruleInForce = <Version extends RuleVersion>(versions: readonly Version[], day: string): Version | null => {
  let found: Version | null = null;
  for (const version of versions) {
    if (version.inForceFromOn <= day && (found === null || version.inForceFromOn > found.inForceFromOn)) found = version;
  }
  return found;
};

/** A version that is in force already, or was, stays as it is for good. */
export const isFuture = (rule: { inForceFromOn: string }, today: string): boolean => rule.inForceFromOn > today;

export const clauseText = (clause: RuleClause, language: 'zh-CN' | 'en'): string =>
  language === 'en' ? (clause.clauseEn ?? clause.clause) : clause.clause;
