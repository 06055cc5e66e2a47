/** Full-width Latin letters, digits, signs and the ideographic space become their ordinary forms. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ');

/** Without zero-width signs that copying from web pages brings along. */
export const withoutInvisible = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** Code points, so that a rare character beyond the basic plane is one. */
export const countCharacters = (text: string): number => [...text].length;

/** A form in which two spellings of one title, place or topic are equal. */
export const comparable = (text: string): string =>
  toHalfWidth(withoutInvisible(text))
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();
