import { describe, expect, test } from 'vitest';
import { type Screened, type Surroundings, screen } from '~/domain/certificate/screen';

const nothing: Surroundings = {
  today: '2026-03-02',
  bornOn: '1990-03-07',
  issuers: [],
  holdersOfNumber: 0,
  otherFamilies: 0,
  endedBefore: 0,
};
const issuers: Surroundings['issuers'] = [
  { family: 'hrss_skill_level', name: '演示技能评价中心' },
  { family: 'commercial_training', name: 'CVEQC' },
  { family: 'commercial_training', name: '全国职业教育资格认证' },
];
const genuine: Screened = {
  family: 'hrss_skill_level',
  occupation: '4-10-01-02',
  level: '5',
  number: 'S000011000123245000001',
  issuedOn: '2024-05-20',
  validUntil: null,
  name: '育婴员',
  issuer: '演示技能评价中心',
};
const codes = (certificate: Partial<Screened>, around: Partial<Surroundings> = {}) =>
  screen({ ...genuine, ...certificate }, { ...nothing, issuers, ...around }).map(({ code }) => code);

describe('look-alikes', () => {
  test.each<[string, Partial<Screened>, Partial<Surroundings>, string[]]>([
    ['a genuine one', {}, {}, []],
    ['an issuer written full-width, with a space', { issuer: '演示技能 评价中心' }, {}, []],
    ['an issuer that nobody listed', { issuer: '演示育婴培训网' }, {}, ['issuer_not_listed']],
    ['no list for the family yet', { issuer: '演示育婴培训网' }, { issuers: [] }, []],
    ['a commercial name', { name: '育婴师（CVEQC）' }, {}, ['name_commercial']],
    ['a commercial issuer', { issuer: '全国职业教育资格认证中心' }, {}, ['name_commercial', 'issuer_not_listed']],
    ['the old word for the occupation', { name: '高级育婴师' }, {}, ['name_not_official']],
    [
      'recorded as what it is',
      { family: 'commercial_training', occupation: null, level: null, name: 'CVEQC 育婴师', issuer: 'CVEQC' },
      {},
      [],
    ],
    ['a number that another person holds', {}, { holdersOfNumber: 1 }, ['number_of_another']],
    ['a number of another family', {}, { otherFamilies: 1 }, ['number_in_other_family']],
    ['once rejected', {}, { endedBefore: 2 }, ['rejected_before']],
    ['contradictions before doubts', { level: '3', issuer: '某网' }, {}, ['certificate_number_level', 'issuer_not_listed']],
    ['a day of issue to come', { issuedOn: '2026-04-01', number: 'S000011000123265000001' }, {}, ['certificate_issued_in_future']],
  ])('%s', (_name, certificate, around, expected) => {
    expect(codes(certificate, around)).toEqual(expected);
  });

  test('before 2019 育婴师 was a usual word', () => {
    const old = { family: 'hrss_vocational_qualification', number: '1811000001512345', issuedOn: '2018-06-01', name: '育婴师' } as const;
    expect(codes(old)).toEqual([]);
  });
});
