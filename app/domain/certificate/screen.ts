import { comparable } from '../shared/text';
import type { CertificateFamily } from './certificate';
import { type Circumstances, certificateProblems } from './consistency';
import { type CertificateFacts, type CertificateProblem, lookTwice } from './problem';

/** An entry of the list that the city keeps. Under `commercial_training` stand words of papers sold as if an office had given them. */
export interface ListedIssuer {
  family: CertificateFamily;
  name: string;
}

export interface Screened extends CertificateFacts {
  name: string;
  issuer: string;
}

/** What else the registry knows that speaks for a second look. */
export interface Surroundings extends Circumstances {
  /** Issuers known for the family; an empty list means that none has been entered yet, and nothing is said. */
  issuers: readonly ListedIssuer[];
  /** Other people whose standing entry has this number in this family. */
  holdersOfNumber: number;
  /** Standing entries with this number in another family. */
  otherFamilies: number;
  /** Entries of the same number by the same person that were rejected or revoked before. */
  endedBefore: number;
}

/** Since 2019 the occupation is 育婴员; 育婴师 on a newer paper is the commonest look-alike. */
const OLD_NAME = /育婴师/;

/** Families whose issuer can be checked against a list; the others are given by offices of the state. */
const PRIVATE_LOOKING: readonly CertificateFamily[] = ['hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate'];

export const isListed = (issuer: string, family: CertificateFamily, issuers: readonly ListedIssuer[]): boolean =>
  issuers.some((listed) => listed.family === family && comparable(listed.name) === comparable(issuer));

function issuerProblems({ family, name, issuer, issuedOn }: Screened, issuers: readonly ListedIssuer[]): CertificateProblem[] {
  if (family === 'commercial_training') return [];
  const problems: CertificateProblem[] = [];
  const words = comparable(`${name} ${issuer}`);
  const isCommercial = issuers.some((listed) => listed.family === 'commercial_training' && words.includes(comparable(listed.name)));
  const ofFamily = issuers.filter((listed) => listed.family === family);
  if (isCommercial) problems.push(lookTwice('name', 'name_commercial'));
  else if (PRIVATE_LOOKING.includes(family) && OLD_NAME.test(name) && (issuedOn ?? '') >= '2019-01-01')
    problems.push(lookTwice('name', 'name_not_official'));
  if (ofFamily.length > 0 && !isListed(issuer, family, ofFamily)) problems.push(lookTwice('issuer', 'issuer_not_listed'));
  return problems;
}

/**
 * Everything that speaks for looking twice at a certificate, with its reason; nothing here decides.
 * Contradictions come first: entries brought in from elsewhere may have some.
 */
export function screen(certificate: Screened, around: Surroundings): CertificateProblem[] {
  const problems = [...certificateProblems(certificate, around), ...issuerProblems(certificate, around.issuers)];
  if (around.holdersOfNumber > 0) problems.push(lookTwice('number', 'number_of_another', { persons: around.holdersOfNumber }));
  if (around.otherFamilies > 0) problems.push(lookTwice('number', 'number_in_other_family'));
  if (around.endedBefore > 0) problems.push(lookTwice('number', 'rejected_before', { times: around.endedBefore }));
  return [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity === 'warning')];
}
