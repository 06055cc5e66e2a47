import { addDays, addMonths, ageOn } from '../../shared/period';
import type { PlacementKind } from '../placement';

/** What deserves a look about a placement. Warnings never stop anything. */
export const PLACEMENT_WARNINGS = [
  'too_short',
  'too_long',
  'hours',
  'insurance_missing',
  'insurance_ends',
  'agreement_missing',
  'agreement_late',
  'guardian_consent',
  'no_cooperation',
  'overlap',
] as const;
export type PlacementWarning = (typeof PLACEMENT_WARNINGS)[number];

/** Only worth knowing; the others ask for something to be put right. */
export const HINTS: readonly PlacementWarning[] = ['too_short', 'too_long', 'no_cooperation'];

const MOST_HOURS_PER_DAY = 8;
const ADULT = 18;
/** How far from the usual length a placement may be without a word. */
const MONTHS_OFF = 1;

export interface PlacementFacts {
  kind: PlacementKind;
  fromOn: string;
  /** Last day. */
  untilOn: string;
  /** Null where an old ledger does not say. */
  hoursPerDay: number | null;
  agreementSignedOn: string | null;
  guardianConsent: boolean;
  insuranceNo: string;
  insuredUntilOn: string | null;
  bornOn: string | null;
  /** Institution and college have a confirmed agreement for placements that holds on the first day. */
  hasCooperation: boolean;
  /** Another placement of hers, neither declined nor broken off before, has days in common. */
  overlaps: boolean;
}

/**
 * 教职成〔2021〕4号: 岗位实习 of six months as a rule, three-party agreement before the start, consent of the guardian of a minor,
 * no more than eight hours a day, insurance for the whole time. `months`: the usual length of a placement on a post.
 */
export function warningsOf(facts: PlacementFacts, months: number): PlacementWarning[] {
  const { kind, fromOn, untilOn, hoursPerDay, insuranceNo, insuredUntilOn, agreementSignedOn, bornOn } = facts;
  const warnings: PlacementWarning[] = [];
  const endOn = addDays(untilOn, 1);
  if (kind === 'post' && endOn < addMonths(fromOn, months - MONTHS_OFF)) warnings.push('too_short');
  if (kind === 'post' && endOn > addMonths(fromOn, months + MONTHS_OFF)) warnings.push('too_long');
  if (hoursPerDay !== null && hoursPerDay > MOST_HOURS_PER_DAY) warnings.push('hours');
  if (insuranceNo === '') warnings.push('insurance_missing');
  else if (insuredUntilOn === null || insuredUntilOn < untilOn) warnings.push('insurance_ends');
  if (agreementSignedOn === null) warnings.push('agreement_missing');
  else if (agreementSignedOn > fromOn) warnings.push('agreement_late');
  if (bornOn !== null && ageOn(bornOn, fromOn) < ADULT && !facts.guardianConsent) warnings.push('guardian_consent');
  if (!facts.hasCooperation) warnings.push('no_cooperation');
  if (facts.overlaps) warnings.push('overlap');
  return warnings;
}
