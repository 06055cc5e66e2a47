import { addWorkingDays } from '../shared/period';

const DECIDE_WORKING_DAYS = 2;

/** By when the provider decides about a class below its minimum: two working days, but before the class begins. */
export const minimumDecisionDueOn = (today: string, startsOn: string): string => {
  const due = addWorkingDays(today, DECIDE_WORKING_DAYS);
  return due < startsOn ? due : startsOn;
};
