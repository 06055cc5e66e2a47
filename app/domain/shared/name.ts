import { countCharacters, toHalfWidth, withoutInvisible } from './text';

export const NAME_REFUSALS = ['field_required', 'name_invalid'] as const;
export type NameRefusal = (typeof NAME_REFUSALS)[number];

export type NameCheck = { ok: true; value: string } | { ok: false; code: NameRefusal };

const HAN = /\p{Script=Han}/u;
// The separator of minority names is U+00B7; these are what people and input methods type instead.
const DOT_VARIANTS = /[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF0E\uFF65.]/g;
const HAN_NAME = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u;
const FOREIGN_NAME = /^\p{Script=Latin}+([ '-]\p{Script=Latin}+)*$/u;

/** One spelling per name: half width, one kind of dot, no spaces in a Chinese name, single spaces in a foreign one. */
export const normaliseName = (raw: string): string => {
  const text = toHalfWidth(withoutInvisible(raw)).replace(/\s+/g, ' ').trim();
  if (HAN.test(text)) return text.replaceAll(' ', '').replace(DOT_VARIANTS, '·');
  return text
    .normalize('NFC')
    .replace(/[’‘`]/g, "'")
    .replace(/ ?([-']) ?/g, '$1');
};

/** Chinese names of 2 to 50 characters, rare ones included (GB 18030-2022); foreign names of 2 to 80 Latin signs. */
export const checkName = (raw: string): NameCheck => {
  const value = normaliseName(raw);
  if (value === '') return { ok: false, code: 'field_required' };
  const isHan = HAN.test(value);
  const length = countCharacters(value);
  const fits = length >= 2 && length <= (isHan ? 50 : 80) && (isHan ? HAN_NAME : FOREIGN_NAME).test(value);
  return fits ? { ok: true, value } : { ok: false, code: 'name_invalid' };
};

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 ' +
    '梁丘 左丘 西门 第五 南荣 东里 即墨 达奚 纳兰'
  ).split(' '),
);

/** For public pages: `张*`, `欧阳**`, `阿**`, `J*** S***`. The given name's length shows up to two signs. */
export const maskName = (name: string): string => {
  if (!HAN.test(name)) {
    return name
      .split(' ')
      .map((word) => `${[...word][0] ?? ''}***`)
      .join(' ');
  }
  const signs = [...name];
  if (name.includes('·')) return `${signs[0] ?? ''}**`;
  const surname = signs.length > 2 && COMPOUND_SURNAMES.has(signs.slice(0, 2).join('')) ? 2 : 1;
  return signs.slice(0, surname).join('') + '*'.repeat(Math.min(2, Math.max(1, signs.length - surname)));
};
