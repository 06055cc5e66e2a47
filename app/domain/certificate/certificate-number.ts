import { toHalfWidth, withoutInvisible } from '../shared/text';
import type { CertificateFamily, CertificateLevel } from './certificate';
import { type CertificateFacts, type CertificateProblem, cannotBe, lookTwice } from './problem';

/** Numbers as they are compared and kept: half-width, no spaces or invisible signs, upper case, plain hyphens. */
export const normaliseNumber = (raw: string): string =>
  withoutInvisible(toHalfWidth(raw))
    .replace(/\s+/g, '')
    .replace(/[‐-―−﹣]/g, '-')
    .toUpperCase();

/** Year from which 职业技能等级证书 (HRSS) and 1+X certificates exist. */
export const SCHEME_BEGAN = 2019;
/** Last two digits of the last year in which the old 职业资格证书 was given for these occupations (about the end of 2020). */
const OLD_QUALIFICATION_LAST_YEAR = 20;

/** First two digits of GB/T 2260. */
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(' ');

const SKILL = /^[YS]\d{14}[1-5A-Z]\d{6}$|^[YS][A-Z]\d{20}$/;
const QUALIFICATION = /^\d{10}[1-5]\d{5}$/;
const X_CERTIFICATE = /^[A-Z0-9-]{6,40}$/;
const OTHER = /^[\p{Script=Han}A-Z0-9()〔〕[\]/.\-_]{4,60}$/u;

/** Length and alphabet of a number: 22 signs, 16 digits, the proposal for 1+X; others are as their offices write them. */
export const numberPattern = (family: CertificateFamily): RegExp => {
  if (family === 'hrss_skill_level') return SKILL;
  if (family === 'hrss_vocational_qualification') return QUALIFICATION;
  return family === 'x_certificate' ? X_CERTIFICATE : OTHER;
};

export interface SkillNumber {
  /** Y 用人单位, S 社会培训评价组织 */
  kind: string;
  /** 0000 = filed with the province first. */
  organisation: string;
  province: string;
  site: string;
  year: number;
  /** null where the sign is a letter (特级技师, 首席技师). */
  level: CertificateLevel | null;
}

/** The parts of a 22-sign 职业技能等级证书 number, already normalised. */
export function readSkillNumber(number: string): SkillNumber | null {
  if (!/^[YS]\d{14}[1-5A-Z]\d{6}$/.test(number)) return null;
  const sign = number.charAt(15);
  return {
    kind: number.charAt(0),
    organisation: number.slice(1, 5),
    province: number.slice(5, 7),
    site: number.slice(7, 13),
    year: 2000 + Number(number.slice(13, 15)),
    level: /[1-5]/.test(sign) ? (sign as CertificateLevel) : null,
  };
}

/** Year and level of a 16-digit 职业资格证书 number, already normalised. */
export function readQualificationNumber(number: string): { year: number; level: CertificateLevel } | null {
  if (!QUALIFICATION.test(number)) return null;
  const year = Number(number.slice(0, 2));
  return { year: year > 50 ? 1900 + year : 2000 + year, level: number.charAt(10) as CertificateLevel };
}

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

function skillProblems({ number, level, issuedOn }: CertificateFacts): CertificateProblem[] {
  const parts = readSkillNumber(number);
  if (!parts) return [];
  const problems: CertificateProblem[] = [];
  const issued = yearOf(issuedOn);
  if (level !== null && parts.level !== null && parts.level !== level)
    problems.push(cannotBe('number', 'certificate_number_level', { inNumber: parts.level, declared: level }));
  if (level !== null && parts.level === null && level !== 'T' && level !== 'S')
    problems.push(lookTwice('number', 'certificate_number_letter', { letter: number.charAt(15) }));
  if (parts.year < SCHEME_BEGAN) problems.push(cannotBe('number', 'certificate_before_scheme', { year: SCHEME_BEGAN }));
  else if (issued !== null && issued !== parts.year)
    problems.push(cannotBe('number', 'certificate_number_year', { inNumber: parts.year, declared: issued }));
  if (!PROVINCES.includes(parts.province)) problems.push(lookTwice('number', 'certificate_number_province', { digits: parts.province }));
  return problems;
}

function qualificationProblems({ number, level, issuedOn }: CertificateFacts): CertificateProblem[] {
  const parts = readQualificationNumber(number);
  if (!parts) return [];
  const problems: CertificateProblem[] = [];
  const issued = yearOf(issuedOn);
  const lastYear = 2000 + OLD_QUALIFICATION_LAST_YEAR;
  if (level !== null && parts.level !== level)
    problems.push(cannotBe('number', 'certificate_number_level', { inNumber: parts.level, declared: level }));
  if (parts.year > lastYear) problems.push(lookTwice('number', 'certificate_after_scheme', { year: lastYear }));
  if (issued !== null && issued !== parts.year)
    problems.push(lookTwice('issuedOn', 'certificate_number_year', { inNumber: parts.year, declared: issued }));
  return problems;
}

/** What the number of a certificate says against the rest of it. `facts.number` is normalised. */
export function numberProblems(facts: CertificateFacts): CertificateProblem[] {
  if (!numberPattern(facts.family).test(facts.number)) return [cannotBe('number', 'certificate_number_format')];
  if (facts.family === 'hrss_skill_level') return skillProblems(facts);
  if (facts.family === 'hrss_vocational_qualification') return qualificationProblems(facts);
  const prefix = facts.xKind?.numberPrefix ?? '';
  if (facts.family === 'x_certificate' && prefix !== '' && !facts.number.startsWith(prefix))
    return [lookTwice('number', 'certificate_number_prefix', { prefix })];
  return [];
}
