import { comparable } from '../shared/text';
import { type SheetRow, textOf } from './cell';
import type { ImportColumn } from './import-kind';

/** Titles, 填报单位 and two-level headers stand above the rows: the headers are looked for in this many rows. */
export const HEADER_WITHIN = 30;

export interface Header {
  /** Row of the headers (the lower one of two levels). */
  row: number;
  /** Columns up to the last header. */
  width: number;
  /** Column of the sheet → key. */
  columns: ReadonlyMap<number, string>;
  /** Key → the header as the file writes it. */
  labels: Readonly<Record<string, string>>;
  /** Headers that no column of ours has. */
  unknown: readonly string[];
  /** Required columns that are not there, by our header. */
  missing: readonly string[];
  /** Keys that two columns claim. */
  twice: readonly string[];
}

const bare = (header: string): string => comparable(header.replace(/[(（][^)）]*[)）]/g, '').replace(/必填|选填/g, ''));

/** Header word → key, by each spelling that is known; the full text first, then without what stands in brackets. */
const dictionaryOf = (columns: readonly ImportColumn[]): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  for (const { key, header, aliases } of columns) for (const word of [header, ...aliases]) words.set(comparable(word), key);
  return words;
};

function keyOf(words: ReadonlyMap<string, string>, own: string, above: string): string | undefined {
  // 技能证书 over 编号 is a certificate's number, not the row's.
  const both = above === own ? [] : [comparable(above + own), bare(above) + bare(own)];
  const tries = [...both, comparable(own), bare(own)];
  return tries.map((word) => words.get(word)).find((key) => key !== undefined);
}

function readHeader(
  row: SheetRow,
  above: SheetRow | undefined,
  columns: readonly ImportColumn[],
  words: ReadonlyMap<string, string>,
): Header {
  const found = new Map<number, string>();
  const labels: Record<string, string> = {};
  const unknown: string[] = [];
  const twice = new Set<string>();
  row.cells.forEach((cell, at) => {
    const own = textOf(cell);
    const key = keyOf(words, own, textOf(above?.cells[at])) ?? (own === '' ? keyOf(words, textOf(above?.cells[at]), '') : undefined);
    if (key === undefined) {
      if (own !== '') unknown.push(own);
      return;
    }
    if (labels[key] !== undefined) {
      twice.add(key);
      return;
    }
    found.set(at, key);
    labels[key] = (own || textOf(above?.cells[at])).replace(/\s+/g, '');
  });
  const missing = columns.filter(({ key, required }) => required && labels[key] === undefined).map(({ header }) => header);
  return { row: row.number, width: row.cells.length, columns: found, labels, unknown, missing, twice: [...twice] };
}

/**
 * The row that holds most of the headers, among the first rows. A lower row of sub-headers wins over the row above it where
 * it knows more columns. Null when no row knows at least two of them.
 */
export function findHeader(rows: readonly SheetRow[], columns: readonly ImportColumn[]): Header | null {
  const words = dictionaryOf(columns);
  let best: Header | null = null;
  rows.slice(0, HEADER_WITHIN).forEach((row, at) => {
    const header = readHeader(row, rows[at - 1], columns, words);
    if (header.columns.size >= 2 && header.columns.size > (best?.columns.size ?? 0)) best = header;
  });
  return best;
}
