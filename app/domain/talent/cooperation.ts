import { addDays, daysBetween } from '../shared/period';

/** What a college and an institution do together (京政办发〔2023〕6号, item 13). */
export const AGREEMENT_SCOPES = ['standards', 'courses', 'teacher_practice', 'placements', 'employment'] as const;
export type AgreementScope = (typeof AGREEMENT_SCOPES)[number];

/** Written by the college, confirmed by the institution; over by its last day or ended before. */
export const AGREEMENT_STATUSES = ['proposed', 'confirmed', 'declined', 'ended'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** What an agreement is on a day; of the confirmed ones that follows from their days. */
export const AGREEMENT_PHASES = ['proposed', 'declined', 'coming', 'running', 'ending', 'over', 'ended'] as const;
export type AgreementPhase = (typeof AGREEMENT_PHASES)[number];

interface AgreementDays {
  status: AgreementStatus;
  fromOn: string;
  /** Last day. */
  untilOn: string;
  /** Another agreement that stands goes on from it. */
  isRenewed: boolean;
}

/** `endingDays`: the setting from how many days before its last one an agreement is shown as ending. */
export function agreementPhase({ status, fromOn, untilOn, isRenewed }: AgreementDays, today: string, endingDays: number): AgreementPhase {
  if (status !== 'confirmed') return status;
  if (today < fromOn) return 'coming';
  if (today > untilOn) return 'over';
  return !isRenewed && untilOn < addDays(today, endingDays) ? 'ending' : 'running';
}

export const isInForce = (phase: AgreementPhase): boolean => phase === 'running' || phase === 'ending';

const LONGEST_DAYS = 3660;

/** An agreement has a last day that is not before its first, was signed by that first day or before, and ends in ten years. */
export function agreementDaysGap(days: { signedOn: string; fromOn: string; untilOn: string }) {
  const { signedOn, fromOn, untilOn } = days;
  if (untilOn < fromOn) return { field: 'untilOn', code: 'agreement_days' } as const;
  if (signedOn > fromOn) return { field: 'signedOn', code: 'agreement_signed_late' } as const;
  return daysBetween(fromOn, untilOn) > LONGEST_DAYS ? ({ field: 'untilOn', code: 'agreement_too_long' } as const) : null;
}

/** 产教融合型企业: taken in for cultivation, then certified (发改社会〔2019〕590号). */
export const ENTERPRISE_STATUSES = ['cultivating', 'certified'] as const;
export type EnterpriseStatus = (typeof ENTERPRISE_STATUSES)[number];

export interface EnterpriseSpan {
  status: EnterpriseStatus;
  fromOn: string;
  /** First day on which it is so no more; null while it is. */
  untilOn: string | null;
  documentNo: string;
}

/** What keeps an entry from following the latest one of its institution: it says the same, or begins before that one did or ended. */
export function enterpriseGap(last: EnterpriseSpan | undefined, { status, fromOn }: Pick<EnterpriseSpan, 'status' | 'fromOn'>) {
  if (!last) return null;
  const isOpen = last.untilOn === null;
  if (isOpen && last.status === status) return { field: 'status', code: 'enterprise_same' } as const;
  if (last.untilOn === null ? fromOn > last.fromOn : fromOn >= last.untilOn) return null;
  return { field: 'fromOn', code: 'later_change', params: { date: last.untilOn ?? last.fromOn } } as const;
}

export const PRACTICE_STATUSES = ['planned', 'done', 'cancelled'] as const;
export type PracticeStatus = (typeof PRACTICE_STATUSES)[number];

export const MAX_PRACTICE_DAYS = 366;

/** Days of practice fit between the first and the last one. */
export const practiceGap = ({ fromOn, untilOn, days }: { fromOn: string; untilOn: string; days: number }) => {
  if (untilOn < fromOn) return { field: 'untilOn', code: 'practice_days_order' } as const;
  return days > daysBetween(fromOn, untilOn) + 1 ? ({ field: 'days', code: 'practice_too_many_days' } as const) : null;
};

export const COOPERATION_PER_PAGE = 30;
