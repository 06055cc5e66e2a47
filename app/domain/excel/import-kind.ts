import type { Choices } from './choices';

/** How the cells of a column are read. */
export type ColumnType =
  | { is: 'text'; max: number }
  | { is: 'code'; max: number }
  | { is: 'name' }
  | { is: 'identity'; typeColumn?: string }
  | { is: 'phone' }
  | { is: 'contact_phone' }
  | { is: 'day'; future?: true }
  | { is: 'yes_no' }
  | { is: 'number'; min: number; max: number; whole: boolean }
  | { is: 'choice'; words: Choices }
  /** Numbering and what the product works out itself: taken note of, not read. */
  | { is: 'ignored' };

export interface ImportColumn {
  key: string;
  /** As the ledgers print it. */
  header: string;
  aliases: readonly string[];
  required: boolean;
  type: ColumnType;
  /** A synthetic value for the row of the template that shows how to fill it in. */
  example: string;
  /** In characters, for the template. */
  width?: number;
}

/** What a row says once every cell has been read: keys of columns → values; absent where the cell was empty or wrong. */
export type RowValues = Readonly<Record<string, string | number | boolean | undefined>>;

export const textIn = (values: RowValues, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : null;
};
export const numberIn = (values: RowValues, key: string): number | null => {
  const value = values[key];
  return typeof value === 'number' ? value : null;
};
export const flagIn = (values: RowValues, key: string): boolean | null => {
  const value = values[key];
  return typeof value === 'boolean' ? value : null;
};
