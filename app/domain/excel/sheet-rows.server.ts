import type { SaxesTagNS } from 'saxes';
import { type Cell, columnIndex, type SheetRow } from './cell';
import { dateOfSerial } from './excel-date';
import { FILE_LIMITS, FileProblem } from './file-problem';
import { type Merge, MergedValues } from './merges.server';
import type { WorkbookParts } from './workbook-parts.server';
import { attribute, isOn, readXml, unescapeOoxml, type XmlReader } from './xml-events.server';
import type { ZipParts } from './zip-parts.server';

type CellType = 's' | 'inlineStr' | 'str' | 'b' | 'e' | 'd' | 'n';
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}/;

/** Builds rows out of the elements of a sheet; row and cell references may be missing, and then follow on. */
class RowBuilder implements XmlReader {
  readonly rows: SheetRow[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly #book: WorkbookParts;
  readonly #merged: MergedValues<Cell>;
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #hidden = false;
  #column = -1;
  #type: CellType = 'n';
  #style = 0;
  #formula = false;
  #value = '';
  #inline = '';
  #taking: 'value' | 'inline' | null = null;
  #phonetic = 0;

  constructor(book: WorkbookParts, merges: readonly Merge[]) {
    this.#book = book;
    this.#merged = new MergedValues(merges);
  }

  open(name: string, tag: SaxesTagNS): void {
    if (name === 'c') this.#beginCell(tag);
    else if (name === 'v') this.#taking = 'value';
    else if (name === 't') this.#taking = this.#phonetic === 0 ? 'inline' : null;
    else if (name === 'f') this.#formula = true;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'row') this.#beginRow(tag);
    else if (name === 'col' && isOn(attribute(tag, 'hidden'))) {
      const last = Math.min(Number(attribute(tag, 'max')), FILE_LIMITS.columns);
      for (let at = Number(attribute(tag, 'min')); at <= last; at += 1) this.hiddenColumns.add(at - 1);
    }
  }

  text(text: string): void {
    if (this.#taking === 'value') this.#value += text;
    else if (this.#taking === 'inline') this.#inline += text;
  }

  close(name: string): void {
    if (name === 'c') this.#endCell();
    else if (name === 'v' || name === 't') this.#taking = null;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'row') this.#endRow();
  }

  take(): SheetRow[] {
    return this.rows.splice(0);
  }

  #beginRow(tag: SaxesTagNS): void {
    const given = Number(attribute(tag, 'r'));
    this.#row = Number.isInteger(given) && given > this.#row ? given : this.#row + 1;
    this.#hidden = isOn(attribute(tag, 'hidden'));
    this.#cells = [];
    this.#column = -1;
  }

  #endRow(): void {
    if (!this.#merged.isEmpty) this.#merged.fill(this.#row, this.#cells);
    this.rows.push({ number: this.#row, cells: this.#cells, hidden: this.#hidden });
  }

  #beginCell(tag: SaxesTagNS): void {
    const reference = attribute(tag, 'r');
    const given = reference ? columnIndex(reference) : -1;
    this.#column = given > this.#column ? given : this.#column + 1;
    this.#type = (attribute(tag, 't') as CellType | undefined) ?? 'n';
    this.#style = Number(attribute(tag, 's') ?? 0);
    this.#formula = false;
    this.#value = '';
    this.#inline = '';
  }

  #endCell(): void {
    if (this.#column >= FILE_LIMITS.columns) return;
    const cell = this.#cell();
    if (this.#formula) cell.formula = true;
    if (cell.text !== '' || cell.formula) this.#cells[this.#column] = cell;
  }

  #cell(): Cell {
    switch (this.#type) {
      case 's':
        return { text: this.#book.strings[Number(this.#value)] ?? '', kind: 'text' };
      case 'inlineStr':
        return { text: unescapeOoxml(this.#inline || this.#value), kind: 'text' };
      case 'str':
        return { text: unescapeOoxml(this.#value), kind: 'text' };
      case 'b':
        return { text: isOn(this.#value.trim()) ? '是' : '否', kind: 'boolean' };
      case 'e':
        return { text: this.#value, kind: 'error' };
      case 'd':
        return { text: DAY_TEXT.exec(this.#value)?.[0] ?? this.#value, kind: 'date' };
      default:
        return this.#number();
    }
  }

  #number(): Cell {
    const text = this.#value.trim();
    const day = this.#book.isDateStyle[this.#style] && text !== '' ? dateOfSerial(Number(text), this.#book.date1904) : null;
    return day === null ? { text, kind: 'number' } : { text: day, kind: 'date' };
  }
}

/** The rows of one sheet as they are unpacked. `onHiddenColumns` is told before the first row comes. */
export async function* sheetRows(
  zip: ZipParts,
  book: WorkbookParts,
  part: string,
  merges: readonly Merge[],
  onHiddenColumns: (columns: ReadonlySet<number>) => void = () => {},
): AsyncGenerator<SheetRow> {
  const builder = new RowBuilder(book, merges);
  let told = false;
  let rows = 0;
  for await (const _ of readXml(zip.read(part), builder)) {
    for (const row of builder.take()) {
      if (!told) onHiddenColumns(builder.hiddenColumns);
      told = true;
      if (row.cells.length > 0) rows += 1;
      if (rows > FILE_LIMITS.rows + 100) throw new FileProblem('workbook_too_many_rows', { max: FILE_LIMITS.rows });
      yield row;
    }
  }
}
