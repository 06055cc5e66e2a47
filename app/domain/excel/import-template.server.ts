import Excel from 'exceljs';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { columnLetters } from './cell';
import type { ImportKind } from './import-engine.server';
import type { ColumnType, ImportColumn } from './import-kind';

const FILLABLE_ROWS = 500;
const AS_TEXT = new Set<ColumnType['is']>(['identity', 'phone', 'contact_phone', 'code']);
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1F2' } } as const;

/** One word for each choice: the first that is known for it. */
const choicesOf = (type: ColumnType): string[] => {
  if (type.is === 'yes_no') return ['是', '否'];
  if (type.is !== 'choice') return [];
  const firsts = new Map<string, string>();
  for (const [word, code] of Object.entries(type.words)) if (!firsts.has(code)) firsts.set(code, word);
  return [...firsts.values()];
};

/** A workbook to fill in: instructions, a sheet with drop-downs and an example, and the choices behind it. */
export async function importTemplate(kind: ImportKind, language: Language): Promise<{ fileName: string; bytes: Buffer }> {
  const book = new Excel.Workbook();
  const [sheetName = ''] = kind.sheets;
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  addInstructions(book, kind, sheetName, language);
  const lists = book.addWorksheet(translate(language, 'import:template.lists'), { state: 'hidden' });
  sheet.columns = kind.columns.map(({ width = 14, type }) => ({ width, style: AS_TEXT.has(type.is) ? { numFmt: '@' } : {} }));
  let listed = 0;
  kind.columns.forEach((column, at) => {
    const head = sheet.getCell(1, at + 1);
    Object.assign(head, { value: column.required ? `${column.header}*` : column.header, font: { bold: true }, fill: HEAD });
    head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    const example = sheet.getCell(2, at + 1);
    Object.assign(example, { value: column.example, font: { italic: true, color: { argb: 'FF5B6B73' } } });
    const choices = choicesOf(column.type);
    if (choices.length === 0) return;
    listed += 1;
    choices.forEach((choice, row) => {
      lists.getCell(row + 1, listed).value = choice;
    });
    const letters = columnLetters(listed - 1);
    const source = `'${lists.name}'!$${letters}$1:$${letters}$${choices.length}`;
    offer(sheet, at + 1, source);
  });
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  return { fileName: `${translate(language, `import:kind.${kind.name}`)}.xlsx`, bytes };
}

/** Other words for the same are understood, so a value outside the list is no error of Excel's. */
function offer(sheet: Excel.Worksheet, column: number, source: string): void {
  for (let row = 2; row <= FILLABLE_ROWS; row += 1) {
    sheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [source] };
  }
}

function addInstructions(book: Excel.Workbook, kind: ImportKind, sheetName: string, language: Language): void {
  const say = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) => translate(language, key, params);
  const sheet = book.addWorksheet(say('import:template.instructions'));
  sheet.columns = [{ width: 24 }, { width: 14 }, { width: 44 }, { width: 28 }];
  sheet.addRow([say(`import:kind.${kind.name}`)]).font = { bold: true, size: 14 };
  for (const line of [
    say('import:template.intro', { sheet: sheetName }),
    say('import:template.text'),
    say('import:template.dates'),
    say('import:template.example'),
    say('import:template.again'),
  ])
    sheet.addRow([line]);
  sheet.addRow([]);
  const heads = ['columnName', 'required', 'fill', 'exampleValue'] as const;
  sheet.addRow(heads.map((head) => say(`import:template.${head}`))).font = { bold: true };
  for (const column of kind.columns) {
    const row = sheet.addRow([
      column.header,
      say(column.required ? 'import:template.must' : 'import:template.may'),
      fillOf(column, language),
      column.example,
    ]);
    row.getCell(3).alignment = { wrapText: true };
    row.getCell(4).numFmt = '@';
  }
}

function fillOf({ type }: ImportColumn, language: Language): string {
  switch (type.is) {
    case 'ignored':
      return translate(language, 'import:template.ignored');
    case 'choice':
      return `${translate(language, 'import:template.type.choice')}: ${choicesOf(type).join('、')}`;
    case 'text':
      return translate(language, 'import:template.type.text', { max: type.max });
    case 'number':
      return translate(language, 'import:template.type.number', { min: type.min, max: type.max });
    default:
      return translate(language, `import:template.type.${type.is}`);
  }
}
