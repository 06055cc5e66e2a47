import type { CertificateFamily, CertificateLevel, Occupation } from '~/domain/certificate/certificate';
import type { Random } from '../random';

/** What is printed on a certificate. */
export interface Paper {
  family: CertificateFamily;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
}

export const DEMO_ISSUERS: readonly (readonly [CertificateFamily, string])[] = [
  ['hrss_skill_level', '演示技能评价中心'],
  ['hrss_skill_level', '演示托育人才评价中心'],
  ['hrss_skill_level', '演示职业技能服务中心'],
  ['hrss_vocational_qualification', '演示职业技能鉴定中心'],
];

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Numbers one after the other, each in the form of its family. */
export class Printer {
  #serial = 0;

  constructor(readonly random: Random) {}

  /** 育婴员 or 保育师 (育婴员 or 保育员 on the papers from before 2019). */
  skill(occupation: '4-10-01-02' | '4-10-01-03', issuedOn: string, level?: CertificateLevel): Paper {
    this.#serial += 1;
    const drawn = level ?? this.random.pick(['5', '5', '4', '4', '3'] as const);
    const year = issuedOn.slice(2, 4);
    const isOld = issuedOn < '2019-01-01';
    const name = occupation === '4-10-01-02' ? '育婴员' : isOld ? '保育员' : '保育师';
    const base = { occupation, level: drawn, name, issuedOn };
    if (isOld)
      return {
        ...base,
        family: 'hrss_vocational_qualification',
        number: `${year}11000001${drawn}${pad(this.#serial, 5)}`,
        issuer: '演示职业技能鉴定中心',
      };
    const site = this.random.int(1, 40);
    const number = `S000011${pad(site, 6)}${year}${drawn}${pad(this.#serial, 6)}`;
    return { ...base, family: 'hrss_skill_level', number, issuer: DEMO_ISSUERS[site % 3]?.[1] ?? '演示技能评价中心' };
  }

  /** 1+X 幼儿照护, with the issuer of the catalogue. */
  infantCare(issuedOn: string, issuer: string): Paper {
    this.#serial += 1;
    const level = this.random.pick(['junior', 'middle', 'middle', 'senior'] as const);
    const number = `YEZH-${issuedOn.slice(0, 4)}-${pad(this.#serial, 6)}`;
    return { family: 'x_certificate', occupation: null, level, name: '幼儿照护', number, issuer, issuedOn };
  }

  teacher(issuedOn: string): Paper {
    this.#serial += 1;
    const number = `${issuedOn.slice(0, 4)}11005${pad(this.#serial, 8)}`;
    const base = { family: 'teacher_qualification', occupation: null, level: null } as const;
    return { ...base, name: '幼儿园教师资格', number, issuer: '演示区教育委员会', issuedOn };
  }

  firstAid(issuedOn: string): Paper {
    this.#serial += 1;
    const number = `JJ${issuedOn.slice(0, 4)}${pad(this.#serial, 6)}`;
    const base = { family: 'first_aid', occupation: null, level: null } as const;
    return { ...base, name: '救护员证', number, issuer: '演示急救培训中心', issuedOn };
  }
}
