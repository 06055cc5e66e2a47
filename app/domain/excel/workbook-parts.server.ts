import { isDateFormat } from './excel-date';
import { FILE_LIMITS, FileProblem } from './file-problem';
import { attribute, isOn, readXml, readXmlPart, unescapeOoxml } from './xml-events.server';
import { partName, type ZipParts } from './zip-parts.server';

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  date1904: boolean;
  strings: readonly string[];
  /** Whether the nth cell format shows a date. */
  isDateStyle: readonly boolean[];
}

interface Relation {
  id: string;
  /** The last word of its type: `worksheet`, `sharedStrings` … whatever namespace stands before it. */
  type: string;
  target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Where a relation leads: an absolute name, or one relative to the part's own folder. */
function resolve(from: string, target: string): string {
  const given = target.replaceAll('\\', '/');
  const path = (given.startsWith('/') ? given : folderOf(from) + given).split('/');
  const whole: string[] = [];
  for (const step of path) {
    if (step === '..') whole.pop();
    else if (step !== '.' && step !== '') whole.push(step);
  }
  return partName(whole.join('/'));
}

async function relationsOf(zip: ZipParts, part: string): Promise<Relation[]> {
  const file = `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(file)) return relations;
  await readXmlPart(zip.read(file), {
    open(name, tag) {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const type = attribute(tag, 'Type') ?? '';
      relations.push({
        id: attribute(tag, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(part, attribute(tag, 'Target') ?? ''),
      });
    },
    close() {},
  });
  return relations;
}

async function readSheets(zip: ZipParts, part: string, relations: readonly Relation[]) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXmlPart(zip.read(part), {
    open(name, tag) {
      if (name === 'workbookPr') date1904 = isOn(attribute(tag, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === relationId(tag));
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return;
      sheets.push({ name: attribute(tag, 'name') ?? '', part: relation.target, hidden: /hidden/i.test(attribute(tag, 'state') ?? '') });
    },
    close() {},
  });
  return { sheets, date1904 };
}

/** `r:id`: the attribute `id` that has a namespace (a sheet has none of its own by that name). */
const relationId = (tag: Parameters<typeof attribute>[0]): string | undefined =>
  Object.values(tag.attributes).find(({ local, uri }) => local === 'id' && uri !== '')?.value;

/** Texts that cells share. Formatted runs are put together, readings above Chinese characters (rPh) left out. */
async function readStrings(zip: ZipParts, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part || !zip.has(part)) return strings;
  let current = '';
  let reading = false;
  let phonetic = 0;
  let size = 0;
  const pieces = readXml(zip.read(part), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') reading = phonetic === 0;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(unescapeOoxml(current));
    },
    text(text) {
      if (!reading) return;
      current += text;
      size += text.length;
    },
  });
  for await (const _ of pieces) if (size > FILE_LIMITS.sharedStringCharacters) throw new FileProblem('workbook_expands');
  return strings;
}

async function readStyles(zip: ZipParts, part: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!part || !zip.has(part)) return styles;
  const codes = new Map<number, string>();
  let inside = false;
  await readXmlPart(zip.read(part), {
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside) return;
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles;
}

/** What has to be known before a sheet can be read. @throws FileProblem */
export async function readWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const main = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(main)) throw new FileProblem('workbook_not_one');
  const relations = await relationsOf(zip, main);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const { sheets, date1904 } = await readSheets(zip, main, relations);
  if (sheets.length === 0) throw new FileProblem('workbook_no_sheet');
  return {
    sheets,
    date1904,
    strings: await readStrings(zip, partOf('sharedStrings')),
    isDateStyle: await readStyles(zip, partOf('styles')),
  };
}
