import { columnLetters } from '~/domain/excel/cell';
import { type ZipEntry, zipFile } from './zip-file';

/** A cell as a test writes it down; a number is stored as the program would store it. */
export type TestCell =
  | string
  | number
  | null
  | { serial: number }
  | { formula: string; value: string | number | null }
  | { bool: boolean }
  | { error: string }
  | { rich: string[] }
  | { text: string; reading: string }
  | { iso: string };

/** What Excel, WPS and LibreOffice do differently. Everything off is Excel's usual way with shared strings. */
export interface Habits {
  sheet?: string;
  inline?: boolean;
  /** The strict form of the standard: other namespaces, other relation types. */
  strict?: boolean;
  /** Elements with a prefix, as some libraries write them. */
  prefix?: string;
  date1904?: boolean;
  /** No dimension, no references at rows and cells. */
  bare?: boolean;
  /** Names of parts: absolute in relations, backslashes or a leading slash in the archive. */
  names?: 'relative' | 'absolute' | 'backslash' | 'slash';
  merges?: string[];
  /** Numbers of hidden columns, from 1, and of hidden rows. */
  hiddenColumns?: number[];
  hiddenRows?: number[];
  hidden?: boolean;
  /** Sheets before and after the one with the rows. */
  before?: { name: string; rows: TestCell[][] }[];
  extra?: ZipEntry[];
  contentTypes?: string;
}

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  rel: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = { main: 'http://purl.oclc.org/ooxml/spreadsheetml/main', rel: 'http://purl.oclc.org/ooxml/officeDocument/relationships' };
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

class Writer {
  readonly strings: string[] = [];
  readonly #habits: Habits;
  readonly p: string;

  constructor(habits: Habits) {
    this.#habits = habits;
    this.p = habits.prefix ? `${habits.prefix}:` : '';
  }

  get declaration(): string {
    const { main, rel } = this.#habits.strict ? STRICT : TRANSITIONAL;
    return `xmlns${this.#habits.prefix ? `:${this.#habits.prefix}` : ''}="${main}" xmlns:r="${rel}"`;
  }

  #shared(content: string): string {
    const at = this.strings.push(content) - 1;
    return `t="s"><${this.p}v>${at}</${this.p}v>`;
  }

  #text(text: string): string {
    const { p } = this;
    const content = `<${p}t xml:space="preserve">${escaped(text)}</${p}t>`;
    return this.#habits.inline ? `t="inlineStr"><${p}is>${content}</${p}is>` : this.#shared(content);
  }

  #inner(cell: Exclude<TestCell, null>): string {
    const { p } = this;
    if (typeof cell === 'string') return this.#text(cell);
    if (typeof cell === 'number') return `><${p}v>${cell >= 1e15 ? cell.toExponential().toUpperCase() : cell}</${p}v>`;
    if ('serial' in cell) return `s="1"><${p}v>${cell.serial}</${p}v>`;
    if ('iso' in cell) return `t="d"><${p}v>${cell.iso}</${p}v>`;
    if ('bool' in cell) return `t="b"><${p}v>${cell.bool ? 1 : 0}</${p}v>`;
    if ('error' in cell) return `t="e"><${p}v>${cell.error}</${p}v>`;
    if ('rich' in cell) return this.#shared(cell.rich.map((run) => `<${p}r><${p}rPr/><${p}t>${escaped(run)}</${p}t></${p}r>`).join(''));
    if ('reading' in cell)
      return this.#shared(`<${p}t>${escaped(cell.text)}</${p}t><${p}rPh sb="0" eb="1"><${p}t>${cell.reading}</${p}t></${p}rPh>`);
    const value = cell.value === null ? '' : `<${p}v>${escaped(String(cell.value))}</${p}v>`;
    return `${typeof cell.value === 'number' ? '' : 't="str"'}><${p}f>${escaped(cell.formula)}</${p}f>${value}`;
  }

  sheet(rows: readonly TestCell[][]): string {
    const { p } = this;
    const { bare, merges = [], hiddenColumns = [], hiddenRows = [] } = this.#habits;
    const lines = rows.map((cells, at) => {
      const row = at + 1;
      const content = cells.map((cell, column) => {
        if (cell === null && !bare) return '';
        const reference = bare ? '' : ` r="${columnLetters(column)}${row}"`;
        return cell === null ? `<${p}c${reference}/>` : `<${p}c${reference} ${this.#inner(cell)}</${p}c>`;
      });
      return `<${p}row${bare ? '' : ` r="${row}"`}${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${content.join('')}</${p}row>`;
    });
    const dimension = bare ? '' : `<${p}dimension ref="A1:Z${rows.length}"/>`;
    const hidden = hiddenColumns.map((column) => `<${p}col min="${column}" max="${column}" hidden="1" width="9"/>`).join('');
    const merged = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
    return `${HEAD}<${p}worksheet ${this.declaration}>${dimension}${hidden && `<${p}cols>${hidden}</${p}cols>`}<${p}sheetData>${lines.join('')}</${p}sheetData>${
      merged && `<${p}mergeCells count="${merges.length}">${merged}</${p}mergeCells>`
    }</${p}worksheet>`;
  }
}

const relations = (list: readonly [string, string, string][]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook with these rows, written as one program or another writes it. */
export function workbook(rows: readonly TestCell[][], habits: Habits = {}): Buffer {
  const writer = new Writer(habits);
  const { p } = writer;
  const { rel } = habits.strict ? STRICT : TRANSITIONAL;
  const sheets = [...(habits.before ?? []), { name: habits.sheet ?? '花名册', rows, hidden: habits.hidden }];
  const contents = sheets.map((sheet) => writer.sheet(sheet.rows as TestCell[][]));
  const at = (target: string) => (habits.names === 'absolute' ? `/xl/${target}` : target);
  const list = sheets
    .map(
      ({ name }, nth) =>
        `<${p}sheet name="${name}" sheetId="${nth + 1}"${nth === sheets.length - 1 && habits.hidden ? ' state="hidden"' : ''} r:id="rId${nth + 1}"/>`,
    )
    .join('');
  const parts: ZipEntry[] = [
    { name: '[Content_Types].xml', bytes: habits.contentTypes ?? `${HEAD}<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      bytes: relations([['rId1', `${rel}/officeDocument`, habits.names === 'absolute' ? '/xl/workbook.xml' : 'xl/workbook.xml']]),
    },
    {
      name: 'xl/workbook.xml',
      bytes: `${HEAD}<${p}workbook ${writer.declaration}><${p}workbookPr${habits.date1904 ? ' date1904="1"' : ''}/><${p}sheets>${list}</${p}sheets></${p}workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations([
        ...sheets.map((_, nth) => [`rId${nth + 1}`, `${rel}/worksheet`, at(`worksheets/sheet${nth + 1}.xml`)] as [string, string, string]),
        ['rIdS', `${rel}/sharedStrings`, at('sharedStrings.xml')],
        ['rIdT', `${rel}/styles`, at('styles.xml')],
      ]),
    },
    ...contents.map((bytes, nth) => ({ name: `xl/worksheets/sheet${nth + 1}.xml`, bytes })),
    {
      name: 'xl/sharedStrings.xml',
      bytes: `${HEAD}<${p}sst ${writer.declaration}>${writer.strings.map((text) => `<${p}si>${text}</${p}si>`).join('')}</${p}sst>`,
    },
    {
      name: 'xl/styles.xml',
      bytes: `${HEAD}<${p}styleSheet ${writer.declaration}><${p}numFmts><${p}numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></${p}numFmts><${p}cellXfs><${p}xf numFmtId="0"/><${p}xf numFmtId="176"/></${p}cellXfs></${p}styleSheet>`,
    },
    ...(habits.extra ?? []),
  ];
  const spelled = (name: string) =>
    habits.names === 'backslash' ? name.replaceAll('/', '\\') : habits.names === 'slash' ? `/${name}` : name;
  return zipFile(parts.map((part) => ({ ...part, name: spelled(part.name) })));
}
