import { usccCheckDigit } from '~/domain/organisation/uscc';
import type { Gender } from '~/domain/person/person';
import { identityCheckDigit } from '~/domain/shared/identity';
import { addDays } from '~/domain/shared/period';

/** The demo's people are numbered from one, builders from here, those of the scale seed from a million. */
let last = 600_000;
/** The next number of this process: what makes two built things differ. */
export const nextNumber = (): number => {
  last += 1;
  return last;
};

const DAYS = 12_000;
/** Coprime to DAYS, so that neighbours are not born on neighbouring days. */
const STEP = 7_477;

/** Born between 1971 and 2003. */
export const syntheticBirth = (n: number): string => addDays('1971-01-01', (n * STEP) % DAYS);

const identityOf = (bornOn: string, serial: number, gender: Gender): string => {
  const first = `119900${bornOn.replaceAll('-', '')}${String(2 * serial + (gender === 'male' ? 1 : 0)).padStart(3, '0')}`;
  return first + identityCheckDigit(first);
};

/** The nth resident identity number of area 119900, which exists nowhere; no two are alike below four million. */
export const syntheticIdentity = (n: number, gender: Gender = 'female'): string =>
  identityOf(syntheticBirth(n), Math.floor(n / DAYS), gender);

/** One of somebody born on a given day; unlike the others while fewer than a hundred share the day. */
export const syntheticIdentityOf = (bornOn: string, n: number, gender: Gender = 'female'): string =>
  identityOf(bornOn, 400 + (n % 100), gender);

/** Numbers that begin with 169 belong to no operator. */
export const syntheticPhone = (n: number): string => `169${String(n).padStart(8, '0')}`;

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'];
const FIRST = [...'秀桂淑玉春雪晓文静丽慧雅思佳梦子一若欣嘉海明建志'];
const SECOND = ['英', '兰', '珍', '梅', '琴', '华', '敏', '芳', '娟', '霞', '燕', '玲', '婷', '倩', '颖', '琳', '悦', '彤', '涵', '怡', ''];

/** A name made of frequent signs; it means nobody. */
export const syntheticName = (n: number): string =>
  `${SURNAMES[(n * 31) % SURNAMES.length]}${FIRST[(n * 7) % FIRST.length]}${SECOND[(n * 11) % SECOND.length]}`;

/** A unified social credit code of area 119900 with a right check digit. */
export function syntheticUscc(n: number, prefix: '12' | '52' | '91' = '91'): string {
  const first = `${prefix}119900MA0${String(n).padStart(6, '0')}`;
  return first + usccCheckDigit(first);
}
