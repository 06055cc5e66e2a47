/** One cell as read from a file: the text that its program keeps, and what kind of value that program took it for. */
export interface Cell {
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The value of a formula: taken as it was saved last. */
  formula?: true;
}

/** One row of a sheet. Cells stand at the index of their column, counted from 0. */
export interface SheetRow {
  /** As the program shows it, counted from 1. */
  number: number;
  cells: readonly (Cell | undefined)[];
  hidden: boolean;
}

export const textOf = (cell: Cell | undefined): string => cell?.text.trim() ?? '';

/** `A` is 0, `AB` is 27. -1 for a reference without letters. */
export const columnIndex = (reference: string): number => {
  let index = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    index = index * 26 + letter - 64;
  }
  return index - 1;
};

export const columnLetters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const EXPONENT = /^-?\d+(\.\d+)?E[+-]?\d+$/i;

/** The digits of a number as a program stores it: `1.38E10` becomes `13800000000`, `12.0` becomes `12`. */
export const plainNumber = (text: string): string => {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(value)) return trimmed;
  if (Number.isInteger(value) && (EXPONENT.test(trimmed) || trimmed.includes('.'))) return BigInt(value).toString();
  return EXPONENT.test(trimmed) ? String(value) : trimmed;
};
