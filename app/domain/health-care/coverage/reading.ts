import { COVERED_STANDINGS, HEALTH_CARE_STANDINGS, type HealthCareStanding } from '../requirement';

/** Institutions that a list shows of a figure: one standing, N (`covered`), or D without N (`owing`). */
export const WHICH_INSTITUTIONS = [...HEALTH_CARE_STANDINGS, 'covered', 'owing'] as const;
export type WhichInstitutions = (typeof WHICH_INSTITUTIONS)[number];

export const standingsIn = (which: WhichInstitutions | undefined): readonly HealthCareStanding[] => {
  if (which === undefined) return HEALTH_CARE_STANDINGS;
  if (which === 'covered') return COVERED_STANDINGS;
  return which === 'owing' ? ['waiting', 'overdue'] : [which];
};

export const INSTITUTION_SORTS = ['due', 'filed', 'name'] as const;
export type InstitutionSort = (typeof INSTITUTION_SORTS)[number];

/** The day that is looked at: never one to come. */
export const dayAsked = (asked: string | undefined, today: string): string => (asked !== undefined && asked < today ? asked : today);
