import type { ImportColumn } from '../excel/import-kind';

/** Optional columns of a filing list, by what their cells hold. */
export const text = (key: string, header: string, aliases: readonly string[], example: string, max = 100): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'text', max },
  example,
  width: 18,
});
export const choice = (
  key: string,
  header: string,
  aliases: readonly string[],
  words: Record<string, string>,
  example: string,
): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'choice', words },
  example,
  width: 16,
});
export const day = (key: string, header: string, aliases: readonly string[], example: string, future = false): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: future ? { is: 'day', future: true } : { is: 'day' },
  example,
  width: 14,
});
export const flag = (key: string, header: string, aliases: readonly string[], example: string): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'yes_no' },
  example,
  width: 10,
});
export const number = (
  key: string,
  header: string,
  aliases: readonly string[],
  max: number,
  whole: boolean,
  example = '',
): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'number', min: 0, max, whole },
  example,
  width: 12,
});
