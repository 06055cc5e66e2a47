import type { CourseCategory, PassRule } from '../course/course';

export const CLOSING_KINDS = ['main', 'supplementary'] as const;
export type ClosingKind = (typeof CLOSING_KINDS)[number];

export const CLOSING_STATUSES = ['submitted', 'approved', 'returned'] as const;
export type ClosingStatus = (typeof CLOSING_STATUSES)[number];

/** Working days that the officer has for a closing. */
export const CLOSING_REVIEW_WORKING_DAYS = 5;

/** Entries of the counting ledger: one `completed`, later at most one `revoked` and one `voided`. */
export const COMPLETION_ENTRY_KINDS = ['completed', 'revoked', 'voided'] as const;
export type CompletionEntryKind = (typeof COMPLETION_ENTRY_KINDS)[number];

/** What a result was decided on, frozen with the completion. Minutes; scores 0–100. */
export interface Evidence {
  passRule: PassRule;
  scheduled: { theory: number; practice: number };
  credited: { theory: number; practice: number };
  attendancePercent: number;
  scores: { kind: string; points: number; assessedOn: string }[];
  /** Taken over from a workbook (补录): which file, which row. */
  source?: { importId: string; rowNo: number; fileSha256: string };
}

/** What a completion certificate says, frozen at issue. */
export interface CertificateContent {
  name: string;
  idNumberMasked: string;
  courseTitle: string;
  category: CourseCategory;
  classCode: string;
  providerName: string;
  institutionName: string | null;
  startsOn: string;
  endsOn: string;
  completedOn: string;
  theoryMinutes: number;
  practiceMinutes: number;
  syllabusVersion: number;
  /** From before the platform, taken over from a ledger (补录). */
  isTakenOver?: true;
}
