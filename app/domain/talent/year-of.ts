import { beijingDate } from '../shared/period';

/** The calendar year of a moment in Beijing. */
export const yearOf = (now: Date): number => Number(beijingDate(now).slice(0, 4));
