import {
  type DueReason,
  type HealthCareStanding,
  type Requirement,
  type RequirementRule,
  requirementOf,
  type TrainedStaff,
} from '../requirement';
import { capacityOn, covers, cutsOf, type Days, ended, FOREVER, firstFiledOn, type HealthCareFacts, isInFiling, staffOn } from './facts';
import { type Clock, moveClock, standingsOf, startClock } from './obligations';

/** A published version of the rule. */
export interface HealthCareRuleVersion extends RequirementRule {
  id: string;
  inForceFromOn: string;
  newSinceOn: string;
  graceDays: number;
  replacementDays: number;
  certificateMonths: number | null;
}

/** Days of a newly filed institution on which its requirement is the same. */
export interface HealthCareSegment extends Days, Requirement, TrainedStaff {
  institutionId: string;
  districtCode: string;
  standing: HealthCareStanding;
  /** First filing ever. */
  filedOn: string;
  dueOn: string;
  dueReason: DueReason;
  ruleId: string;
}

/** The version that speaks of a day: the latest that had come into force. */
export const ruleOn = <Rule extends Pick<HealthCareRuleVersion, 'inForceFromOn'>>(rules: readonly Rule[], day: string): Rule | undefined =>
  [...rules].sort((a, b) => (a.inForceFromOn < b.inForceFromOn ? -1 : 1)).findLast(({ inForceFromOn }) => inForceFromOn <= day);

/**
 * What an institution owes and has, from its first filing on and into the days to come, as far as they are known
 * (京政办发〔2023〕6号, item 15; the days are a proposal). Each day is read by the version in force on it, as if that had
 * always been so. Days without a filing are left out; the clock stands still on them and does not start again.
 */
export function segmentsOf(facts: HealthCareFacts, rules: readonly HealthCareRuleVersion[]): HealthCareSegment[] {
  const filedOn = firstFiledOn(facts.periods);
  if (filedOn === null) return [];
  const versions = [...rules].sort((a, b) => (a.inForceFromOn < b.inForceFromOn ? -1 : 1));
  return versions.flatMap((rule, at) => {
    if (filedOn < rule.newSinceOn) return [];
    const days = { fromOn: rule.inForceFromOn, untilOn: versions[at + 1]?.inForceFromOn ?? null };
    return timeline(facts, rule, filedOn).flatMap((segment) => clipped(segment, days));
  });
}

function clipped(segment: HealthCareSegment, days: Days): HealthCareSegment[] {
  const fromOn = segment.fromOn > days.fromOn ? segment.fromOn : days.fromOn;
  const untilOn = ended(segment.untilOn) < ended(days.untilOn) ? segment.untilOn : days.untilOn;
  return fromOn < ended(untilOn) ? [{ ...segment, fromOn, untilOn }] : [];
}

/** Everything under one version, from the first filing on. */
function timeline(facts: HealthCareFacts, rule: HealthCareRuleVersion, filedOn: string): HealthCareSegment[] {
  const cuts = cutsOf(facts, rule.certificateMonths).filter((day) => day >= filedOn);
  const segments: HealthCareSegment[] = [];
  let clock: Clock | null = null;
  for (const [at, day] of cuts.entries()) {
    const until = cuts[at + 1];
    const period = facts.periods.find((each) => isInFiling(each) && covers(each, day));
    if (until === undefined || !period) continue;
    const need = requirementOf(rule, capacityOn(facts.capacities, day));
    const staff = staffOn(facts, day, rule.certificateMonths);
    clock = clock ? moveClock(clock, day, need, staff, rule) : startClock(day, need, staff, rule);
    const { trained, trainedFullTime } = staff;
    const here = { institutionId: facts.institutionId, districtCode: period.districtCode, ...need, trained, trainedFullTime, filedOn };
    for (const { reason, untilOn, ...now } of standingsOf(clock, day, until))
      add(segments, { ...here, ...now, untilOn: untilOn === FOREVER ? null : untilOn, dueReason: reason, ruleId: rule.id });
  }
  return segments;
}

const CONTENT = [
  'districtCode',
  'standing',
  'required',
  'requiredFullTime',
  'trained',
  'trainedFullTime',
  'filedOn',
  'dueOn',
  'dueReason',
  'ruleId',
] as const satisfies readonly (keyof HealthCareSegment)[];

/** Everything of a segment but its days, as one text. */
const contentOf = (segment: HealthCareSegment): string => CONTENT.map((key) => segment[key]).join('|');
export const segmentKey = (segment: HealthCareSegment): string =>
  [segment.institutionId, segment.fromOn, segment.untilOn, contentOf(segment)].join('|');

function add(segments: HealthCareSegment[], next: HealthCareSegment): void {
  const last = segments.at(-1);
  if (last && last.untilOn === next.fromOn && contentOf(last) === contentOf(next)) last.untilOn = next.untilOn;
  else segments.push(next);
}
