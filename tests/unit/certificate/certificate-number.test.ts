import { describe, expect, test } from 'vitest';
import type { CertificateFamily } from '~/domain/certificate/certificate';
import { normaliseNumber, numberPattern, readQualificationNumber, readSkillNumber } from '~/domain/certificate/certificate-number';
import { certificateProblems } from '~/domain/certificate/consistency';
import type { CertificateFacts } from '~/domain/certificate/problem';

const VALID = 'S000011000123245000001';
const circumstances = { today: '2026-03-02', bornOn: '1990-03-07' };

const skill = (facts: Partial<CertificateFacts> = {}): CertificateFacts => ({
  family: 'hrss_skill_level',
  occupation: '4-10-01-02',
  level: '5',
  number: VALID,
  issuedOn: '2024-05-20',
  validUntil: null,
  ...facts,
});
const found = (facts: CertificateFacts, around = circumstances) =>
  certificateProblems(facts, around).map(({ field, code, severity }) => `${severity} ${field} ${code}`);

describe('the form of a number', () => {
  test.each<[CertificateFamily, string, boolean]>([
    ['hrss_skill_level', VALID, true],
    ['hrss_skill_level', 'Y001211000001195000010', true],
    ['hrss_skill_level', 'S00001100012324T000001', true],
    ['hrss_skill_level', 'SA00011000123245000001', true],
    ['hrss_skill_level', 'A000011000123245000001', false],
    ['hrss_skill_level', VALID.slice(0, 21), false],
    ['hrss_skill_level', `${VALID}0`, false],
    ['hrss_skill_level', 'S000011000123246000001', false],
    ['hrss_vocational_qualification', '1811010001011234', false],
    ['hrss_vocational_qualification', '1811000001512345', true],
    ['hrss_vocational_qualification', '181100000151234', false],
    ['hrss_vocational_qualification', '1811000001612345', false],
    ['x_certificate', 'YOUZHAO-2024-000123', true],
    ['x_certificate', 'A1234', false],
    ['x_certificate', 'A'.repeat(41), false],
    ['x_certificate', '幼照2024000123', false],
    ['teacher_qualification', '20191100512000001', true],
    ['special_ability', '京专能字〔2023〕第0012号', true],
    ['nurse_license', 'A1', false],
  ])('%s %s: %s', (family, number, fits) => {
    expect(numberPattern(family).test(normaliseNumber(number))).toBe(fits);
  });

  test.each([
    ['Ｓ０００0 1100 0123 2450 0000 1', VALID],
    ['s000011000123245000001', VALID],
    [' S0000110\u200B00123245000001　', VALID],
    ['yz\u20132024\u2212001', 'YZ-2024-001'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(normaliseNumber(typed)).toBe(kept);
  });

  test('a skill number is read position by position', () => {
    expect(readSkillNumber(VALID)).toEqual({ kind: 'S', organisation: '0000', province: '11', site: '000123', year: 2024, level: '5' });
    expect(readSkillNumber('S00001100012324T000001')?.level).toBeNull();
    expect(readSkillNumber('A000011000123245000001')).toBeNull();
  });

  test.each([
    ['1811000001512345', 2018, '5'],
    ['9811000001312345', 1998, '3'],
  ])('an old qualification number %s is of %i, level %s', (number, year, level) => {
    expect(readQualificationNumber(number)).toEqual({ year, level });
  });
});

describe('what a certificate says against itself', () => {
  test.each<[string, CertificateFacts, string[]]>([
    ['a right one', skill(), []],
    ['a right one typed full-width and in lower case', skill({ number: 'ｓ０００011000123245000001' }), []],
    ['another level declared', skill({ level: '3' }), ['error number certificate_number_level']],
    ['another year of issue', skill({ issuedOn: '2023-05-20' }), ['error number certificate_number_year']],
    [
      'before the scheme',
      skill({ number: 'S000011000123185000001', issuedOn: '2018-05-20' }),
      ['error number certificate_before_scheme', 'error issuedOn certificate_before_scheme'],
    ],
    ['a province that does not exist', skill({ number: 'S000019000123245000001' }), ['warning number certificate_number_province']],
    ['a letter for the level', skill({ number: 'S00001100012324T000001' }), ['warning number certificate_number_letter']],
    ['wrong letters', skill({ number: 'A000011000123245000001' }), ['error number certificate_number_format']],
    ['育婴员 of level two', skill({ level: '2', number: 'S000011000123242000001' }), ['error level certificate_level_not_of_occupation']],
    ['保育师 of level two', skill({ occupation: '4-10-01-03', level: '2', number: 'S000011000123242000001' }), []],
    ['no occupation', skill({ occupation: null }), ['error occupation certificate_occupation_missing']],
    ['no level', skill({ level: null }), ['error level certificate_level_missing']],
    [
      'issued tomorrow',
      skill({ number: 'S000011000123265000001', issuedOn: '2026-03-03' }),
      ['error issuedOn certificate_issued_in_future'],
    ],
    ['ended before it began', skill({ validUntil: '2024-05-19' }), ['error validUntil certificate_ends_before_issue']],
    ['valid on its only day', skill({ validUntil: '2024-05-20' }), []],
  ])('%s', (_name, facts, expected) => {
    expect(found(facts)).toEqual(expected);
  });

  const old = (facts: Partial<CertificateFacts> = {}) =>
    skill({
      family: 'hrss_vocational_qualification',
      occupation: '4-10-01-03',
      number: '1811000001512345',
      issuedOn: '2018-06-01',
      ...facts,
    });
  test.each<[string, CertificateFacts, string[]]>([
    ['a right one', old(), []],
    ['another level', old({ level: '4' }), ['error number certificate_number_level']],
    ['保育员 had no level two', old({ level: '2', number: '1811000001212345' }), ['error level certificate_level_not_of_occupation']],
    ['of an occupation that had none', old({ occupation: '4-14-01-03' }), ['error level certificate_level_not_of_occupation']],
    ['given after 2020', old({ number: '2111000001512345', issuedOn: '2021-06-01' }), ['warning number certificate_after_scheme']],
    ['year and day apart', old({ issuedOn: '2019-01-10' }), ['warning issuedOn certificate_number_year']],
  ])('an old qualification: %s', (_name, facts, expected) => {
    expect(found(facts)).toEqual(expected);
  });

  const xKind = { levels: ['junior', 'middle'] as const, numberPrefix: 'YZ' };
  const x = (facts: Partial<CertificateFacts> = {}) =>
    skill({ family: 'x_certificate', occupation: null, level: 'junior', number: 'YZ2024000123', xKind, ...facts });
  test.each<[string, CertificateFacts, string[]]>([
    ['a right one', x(), []],
    ['of no known kind', x({ xKind: null }), ['error xKindId certificate_kind_missing']],
    ['a level that the kind lacks', x({ level: 'senior' }), ['error level certificate_level_not_of_occupation']],
    ['a level of the other family', x({ level: '5' }), ['error level certificate_level_not_of_occupation']],
    ['an occupation', x({ occupation: '4-10-01-02' }), ['error occupation certificate_occupation_unfit']],
    ['other first letters', x({ number: 'AB2024000123' }), ['warning number certificate_number_prefix']],
    ['before 2019', x({ issuedOn: '2018-12-31' }), ['error issuedOn certificate_before_scheme']],
    ['on the first day of 2019', x({ issuedOn: '2019-01-01' }), []],
  ])('1+X: %s', (_name, facts, expected) => {
    expect(found(facts)).toEqual(expected);
  });

  test.each([
    ['1990-03-07', []],
    ['2024-05-20', ['error issuedOn certificate_issued_before_birth']],
    ['2008-05-21', ['warning issuedOn certificate_holder_young']],
    ['2008-05-20', []],
  ])('a holder born %s', (bornOn, expected) => {
    expect(found(skill(), { ...circumstances, bornOn })).toEqual(expected);
  });

  test('a teacher has no level', () => {
    const teacher = skill({ family: 'teacher_qualification', occupation: null, level: '5', number: '20191100512000001' });
    expect(found(teacher)).toEqual(['error level certificate_level_not_of_occupation']);
    expect(found({ ...teacher, level: null })).toEqual([]);
  });
});
