import type { Cell } from './cell';
import { cellText, type Parsed, tidy } from './cell-values';

/** Word → code. */
export type Choices = Readonly<Record<string, string>>;

const simplified = (text: string): string =>
  tidy(text)
    .replace(/[\s()/·、]/g, '')
    .toLowerCase();

/** One of a list, by any of the words that people write for it. `words`: word → code. */
export const parseChoice = (cell: Cell | undefined, words: Choices): Parsed<string> => {
  const text = simplified(cellText(cell));
  const found = Object.entries(words).find(([word]) => simplified(word) === text);
  return found
    ? { ok: true, value: found[1] }
    : { ok: false, code: 'not_in_list', params: { list: [...new Set(Object.keys(words))].slice(0, 8).join('、') } };
};
