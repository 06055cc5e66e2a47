import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileProblem } from './file-problem';

/** The two namespaces of spreadsheets: the one that programs write, and the one of the strict form. */
const SPREADSHEET = new Set(['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main']);

export interface XmlReader {
  /** Elements of spreadsheets by local name; those of other namespaces arrive as ''. */
  open(name: string, tag: SaxesTagNS): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Whatever prefix its program likes: the value of an attribute by its local name. */
export const attribute = (tag: SaxesTagNS, name: string): string | undefined => {
  const plain = tag.attributes[name];
  if (plain) return plain.value;
  for (const key in tag.attributes) if (tag.attributes[key]?.local === name) return tag.attributes[key].value;
  return undefined;
};

/** As OOXML writes true. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/**
 * Reads XML piece by piece; after each piece the caller takes what has been found. `anyNamespace` for the parts around
 * the sheets, which have namespaces of their own.
 * @throws FileProblem when the text is no XML, or one with a document type, which no spreadsheet has
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader, { anyNamespace = false } = {}): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = (tag: SaxesTagNS) => (anyNamespace || SPREADSHEET.has(tag.uri) ? tag.local : '');
  parser.on('opentag', (tag) => reader.open(nameOf(tag), tag));
  parser.on('closetag', (tag) => reader.close(nameOf(tag)));
  if (reader.text) {
    const take = reader.text.bind(reader);
    parser.on('text', take);
    parser.on('cdata', take);
  }
  const stop = () => {
    throw new FileProblem('workbook_damaged');
  };
  parser.on('doctype', stop);
  parser.on('error', stop);
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) {
    parser.write(decoder.write(piece));
    yield;
  }
  parser.write(decoder.end()).close();
  yield;
}

/** The whole of a small part. */
export async function readXmlPart(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, reader, { anyNamespace: true }));
}

/** `_x000D_` stands for a sign that XML cannot hold. */
export const unescapeOoxml = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
