import type { EducationLevel } from './person';

interface Facts {
  gender: 'male' | 'female' | null;
  bornOn: string | null;
  ethnicity: string | null;
  education: EducationLevel | null;
  fieldOfStudy: string | null;
  workStartedOn: string | null;
  healthCertValidUntil: string | null;
  backgroundCheckedOn: string | null;
  phoneEncrypted: string | null;
  phoneHash: string | null;
  phoneMasked: string | null;
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** What the kept record lacks and the other knows. */
export const gaps = (kept: Facts, merged: Facts): Partial<Facts> => ({
  gender: kept.gender ?? merged.gender,
  bornOn: kept.bornOn ?? merged.bornOn,
  ethnicity: kept.ethnicity ?? merged.ethnicity,
  education: kept.education ?? merged.education,
  fieldOfStudy: kept.fieldOfStudy ?? merged.fieldOfStudy,
  workStartedOn: kept.workStartedOn ?? merged.workStartedOn,
  healthCertValidUntil: later(kept.healthCertValidUntil, merged.healthCertValidUntil),
  backgroundCheckedOn: later(kept.backgroundCheckedOn, merged.backgroundCheckedOn),
  ...(kept.phoneHash === null && merged.phoneHash !== null
    ? { phoneEncrypted: merged.phoneEncrypted, phoneHash: merged.phoneHash, phoneMasked: merged.phoneMasked }
    : {}),
});
