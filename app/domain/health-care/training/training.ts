import type { PassRule } from '../../course/course';
import { addDays, addMonths } from '../../shared/period';

/** What is known of a completed training of category `health_staff`. */
export interface CompletedTraining {
  /** Maternal and child health centres alone train health-care staff (托儿所幼儿园卫生保健管理办法, clause 13). */
  byMchCentre: boolean;
  /** Taken over from a workbook of the years before: its tests were not the platform's. */
  isHistoric: boolean;
  passRule: PassRule;
  /** It offers less than the outline of pre-job training. */
  isRefresher: boolean;
  /** She had a certificate of health-care training before this one. */
  heldBefore: boolean;
}

export type TrainingKind = 'pre_job' | 'refresher';

const examinesBoth = ({ minTheoryScore, minPracticalScore }: PassRule): boolean => minTheoryScore !== null && minPracticalScore !== null;

/**
 * What a completion gives a certificate for, or null for none: the first one needs the whole outline with a theory and a
 * skills test; a refresher renews what somebody holds and gives nobody a first one.
 */
export const certifies = (training: CompletedTraining): TrainingKind | null => {
  if (!training.byMchCentre || !(training.isHistoric || examinesBoth(training.passRule))) return null;
  if (training.heldBefore) return 'refresher';
  return training.isRefresher ? null : 'pre_job';
};

/** Last valid day of a certificate that is good for so many months; null = without an end. */
export const lastValidDay = (issuedOn: string, months: number | null): string | null =>
  months === null ? null : addDays(addMonths(issuedOn, months), -1);
