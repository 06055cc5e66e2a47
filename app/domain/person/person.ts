/** Posts a person holds at an institution (托育机构设置标准, clause 18). */
export const ENGAGEMENT_ROLES = ['principal', 'caregiver', 'health_staff', 'other'] as const;
export type EngagementRole = (typeof ENGAGEMENT_ROLES)[number];

export const GENDERS = ['male', 'female'] as const;
export type Gender = (typeof GENDERS)[number];

export const EDUCATION_LEVELS = [
  'junior_secondary',
  'senior_secondary',
  'secondary_vocational',
  'associate',
  'bachelor',
  'master',
  'doctor',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** Health-care staff have finished senior secondary or secondary vocational school (国卫办妇幼发〔2022〕11号). */
export const meetsHealthCareEducation = (education: EducationLevel): boolean => education !== 'junior_secondary';

/** Staff are adults (WS/T 821-2023); interns may be sixteen. Nobody is too old, but an age above 65 deserves a look. */
export const STAFF_MIN_AGE = 18;
export const INTERN_MIN_AGE = 16;
export const AGE_TO_CHECK = 65;
