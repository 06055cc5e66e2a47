import { ageOn } from '../shared/period';
import type { CertificateFamily, CertificateLevel, Occupation } from './certificate';
import { normaliseNumber, numberProblems, SCHEME_BEGAN } from './certificate-number';
import { type CertificateFacts, type CertificateProblem, cannotBe, lookTwice } from './problem';

const FIVE: readonly CertificateLevel[] = ['5', '4', '3', '2', '1'];
const THREE: readonly CertificateLevel[] = ['5', '4', '3'];
export const X_CERTIFICATE_LEVELS: readonly CertificateLevel[] = ['junior', 'middle', 'senior'];

/** 育婴员 has three levels, 保育师 five; the standards of the other two are not known, so all five pass. */
const LEVELS_OF_OCCUPATION: Readonly<Record<Occupation, readonly CertificateLevel[]>> = {
  '4-10-01-01': FIVE,
  '4-10-01-02': THREE,
  '4-10-01-03': FIVE,
  '4-14-01-03': FIVE,
};
/** 育婴员 and the old 保育员; the other occupations had no 职业资格. */
const LEVELS_OF_OLD_QUALIFICATION: Readonly<Partial<Record<Occupation, readonly CertificateLevel[]>>> = {
  '4-10-01-02': THREE,
  '4-10-01-03': THREE,
};

export const namesOccupation = (family: CertificateFamily): boolean =>
  family === 'hrss_skill_level' || family === 'hrss_vocational_qualification';
export const namesLevel = (family: CertificateFamily): boolean => namesOccupation(family) || family === 'x_certificate';

/** Levels that a certificate may have; empty for families without levels. */
export const levelsAllowed = (
  family: CertificateFamily,
  occupation: Occupation | null,
  xKind?: CertificateFacts['xKind'],
): readonly CertificateLevel[] => {
  if (family === 'x_certificate') return xKind?.levels ?? X_CERTIFICATE_LEVELS;
  if (!namesOccupation(family)) return [];
  if (occupation === null) return FIVE;
  return family === 'hrss_skill_level' ? LEVELS_OF_OCCUPATION[occupation] : (LEVELS_OF_OLD_QUALIFICATION[occupation] ?? []);
};

/** The least age at which somebody may sit for any of these. */
const LEAST_AGE = 16;

function kindProblems(facts: CertificateFacts): CertificateProblem[] {
  const { family, occupation, level, xKind } = facts;
  const problems: CertificateProblem[] = [];
  if (namesOccupation(family) && occupation === null) problems.push(cannotBe('occupation', 'certificate_occupation_missing'));
  if (!namesOccupation(family) && family !== 'special_ability' && occupation !== null)
    problems.push(cannotBe('occupation', 'certificate_occupation_unfit'));
  if (family === 'x_certificate' && xKind === null) problems.push(cannotBe('xKindId', 'certificate_kind_missing'));
  if (namesLevel(family) && level === null) problems.push(cannotBe('level', 'certificate_level_missing'));
  if (level !== null && !levelsAllowed(family, occupation, xKind).includes(level))
    problems.push(cannotBe('level', 'certificate_level_not_of_occupation'));
  return problems;
}

function dayProblems({ family, issuedOn, validUntil }: CertificateFacts, { bornOn, today }: Circumstances): CertificateProblem[] {
  if (issuedOn === null) return [];
  const problems: CertificateProblem[] = [];
  const isOfScheme = family === 'hrss_skill_level' || family === 'x_certificate';
  if (issuedOn > today) problems.push(cannotBe('issuedOn', 'certificate_issued_in_future'));
  if (isOfScheme && issuedOn < `${SCHEME_BEGAN}-01-01`)
    problems.push(cannotBe('issuedOn', 'certificate_before_scheme', { year: SCHEME_BEGAN }));
  if (validUntil !== null && validUntil < issuedOn) problems.push(cannotBe('validUntil', 'certificate_ends_before_issue'));
  if (bornOn !== null && issuedOn <= bornOn) problems.push(cannotBe('issuedOn', 'certificate_issued_before_birth'));
  else if (bornOn !== null && ageOn(bornOn, issuedOn) < LEAST_AGE)
    problems.push(lookTwice('issuedOn', 'certificate_holder_young', { age: ageOn(bornOn, issuedOn) }));
  return problems;
}

export interface Circumstances {
  /** Beijing day on which it is looked at. */
  today: string;
  bornOn: string | null;
}

/**
 * Everything that a certificate says against itself: family, occupation, level, number and days. Takes the number as typed.
 * Errors first in each group; an empty list says nothing about whether the certificate is genuine.
 */
export function certificateProblems(typed: CertificateFacts, circumstances: Circumstances): CertificateProblem[] {
  const facts = { ...typed, number: normaliseNumber(typed.number) };
  return [...kindProblems(facts), ...numberProblems(facts), ...dayProblems(facts, circumstances)];
}
