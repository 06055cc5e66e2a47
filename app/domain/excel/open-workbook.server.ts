import type { SheetRow } from './cell';
import { csvRows } from './csv-rows.server';
import { FILE_LIMITS, FileProblem } from './file-problem';
import { readMerges } from './merges.server';
import { sheetRows } from './sheet-rows.server';
import { readWorkbookParts } from './workbook-parts.server';
import { openZip, type ZipParts } from './zip-parts.server';

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Reads it from the start each time it is asked. */
  rows(): AsyncGenerator<SheetRow>;
  /** Known once the first row has been read. */
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Workbook {
  format: 'xlsx' | 'csv';
  date1904: boolean;
  sheets: readonly Sheet[];
}

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const inUtf16 = (name: string) => Buffer.from(name, 'utf16le');

/** What the first bytes say, whatever the name says. @throws FileProblem for everything that cannot be read */
function sniffWorkbook(bytes: Buffer): 'zip' | 'text' {
  if (bytes.length === 0) throw new FileProblem('workbook_empty');
  if (bytes.length > FILE_LIMITS.bytes) throw new FileProblem('workbook_too_large', { max: `${FILE_LIMITS.bytes / 1024 / 1024} MB` });
  if (bytes.subarray(0, 8).equals(COMPOUND)) {
    if (bytes.includes(inUtf16('EncryptedPackage'))) throw new FileProblem('workbook_encrypted');
    if (bytes.includes(inUtf16('Workbook')) || bytes.includes(inUtf16('Book'))) throw new FileProblem('workbook_old_format');
    throw new FileProblem('workbook_not_one');
  }
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'zip';
  const head = bytes.subarray(0, 8_192);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.some((byte) => byte < 9 || (byte > 13 && byte < 27))) throw new FileProblem('workbook_not_one');
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  // Web pages and the XML tables of 2003 go by the name of workbooks, too.
  if (/^</.test(text)) throw new FileProblem('workbook_other_format');
  if (/^(%PDF|\{\\rtf)/.test(text)) throw new FileProblem('workbook_not_one');
  return 'text';
}

/** Refuses what is an archive and no plain workbook: macros, binary workbooks, documents of other programs. */
async function requirePlain(zip: ZipParts): Promise<void> {
  const has = (pattern: RegExp) => [...zip.names].some((name) => pattern.test(name));
  if (has(/vbaproject\.bin$/) || has(/\/macrosheets\//)) throw new FileProblem('workbook_macro');
  if (has(/(^|\/)workbook\.bin$/)) throw new FileProblem('workbook_binary');
  if (zip.has('mimetype') || zip.has('content.xml')) throw new FileProblem('workbook_other_format');
  if (!zip.has('[Content_Types].xml')) throw new FileProblem('workbook_not_one');
  const types: Buffer[] = [];
  for await (const piece of zip.read('[Content_Types].xml')) types.push(piece);
  if (/macroEnabled/i.test(Buffer.concat(types).toString('latin1'))) throw new FileProblem('workbook_macro');
}

async function openPlain(bytes: Buffer): Promise<ZipParts> {
  const zip = await openZip(bytes);
  await requirePlain(zip);
  return zip;
}

/** What can be said before a sheet is read. @throws FileProblem */
export async function inspectWorkbook(bytes: Buffer): Promise<void> {
  if (sniffWorkbook(bytes) === 'zip') await openPlain(bytes);
}

/** Opens an uploaded file for reading, row by row. @throws FileProblem with what to do next */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  if (sniffWorkbook(bytes) === 'text') {
    const sheet: Sheet = { name: 'CSV', hidden: false, hiddenColumns: new Set(), rows: () => csvRows(bytes) };
    return { format: 'csv', date1904: false, sheets: [sheet] };
  }
  const zip = await openPlain(bytes);
  const book = await readWorkbookParts(zip);
  const sheets = book.sheets.map(({ name, part, hidden }): Sheet => {
    let hiddenColumns: ReadonlySet<number> = new Set();
    return {
      name,
      hidden,
      get hiddenColumns() {
        return hiddenColumns;
      },
      async *rows() {
        const merges = await readMerges(zip, part);
        yield* sheetRows(zip, book, part, merges, (columns) => {
          hiddenColumns = columns;
        });
      },
    };
  });
  return { format: 'xlsx', date1904: book.date1904, sheets };
}
