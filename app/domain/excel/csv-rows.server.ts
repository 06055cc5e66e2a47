import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { SheetRow } from './cell';
import { FILE_LIMITS, FileProblem } from './file-problem';

/** Excel in Chinese writes GB18030, other programs UTF-8; `Unicode 文本` is UTF-16 with tabs. */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

const PIECE = 256 * 1024;

function* decoded(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    yield decoder.decode();
  } catch {
    throw new FileProblem('workbook_not_one');
  }
}

/** The sign that parts most of the first lines; a comma where none does. */
export function delimiterOf(head: string): string {
  const lines = head.split(/\r?\n/).slice(0, 10).join('\n');
  const count = (sign: string) => lines.split(sign).length - 1;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** Rows of a text table. A record that spans lines is one row, as in Excel. */
export async function* csvRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  const head = decoded(bytes.subarray(0, PIECE));
  const parser = Readable.from(decoded(bytes), { objectMode: true }).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(firstOf(head, bytes)),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1024 * 1024,
    }),
  );
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number > FILE_LIMITS.rows + 100) throw new FileProblem('workbook_too_many_rows', { max: FILE_LIMITS.rows });
      const cells = record.slice(0, FILE_LIMITS.columns).map((text) => (text === '' ? undefined : { text, kind: 'text' as const }));
      yield { number, cells: cells.every((cell) => cell === undefined) ? [] : cells, hidden: false };
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('workbook_damaged');
  }
}

function firstOf(head: Generator<string>, bytes: Buffer): string {
  // The first piece may end inside a character: lenient, it is only looked at for its delimiter.
  try {
    return head.next().value ?? '';
  } catch {
    return bytes.subarray(0, PIECE).toString('latin1');
  }
}
