import { Readable, Transform } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FILE_LIMITS, FileProblem } from './file-problem';

export interface ZipParts {
  /** Names as the archive's parts are called in relations: without a leading slash, with forward slashes, in lower case. */
  readonly names: ReadonlySet<string>;
  has(name: string): boolean;
  /** Bytes of one part as they are unpacked. @throws FileProblem when they are more than an honest file holds */
  read(name: string): AsyncIterable<Buffer>;
}

/** One spelling for a part: some programs write backslashes, a leading slash or other capitals. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names stay as bytes: they are never used as paths, so nothing is gained by refusing odd ones.
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const listEntries = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(partName(String(entry.fileName)), entry);
      if (entries.size > FILE_LIMITS.parts) reject(new FileProblem('workbook_expands'));
      else zip.readEntry();
    });
    zip.readEntry();
  });

/** Passes bytes on and counts them: what the archive claims about itself is not believed. */
function counting(entry: Entry, budget: { left: number }): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      budget.left -= chunk.length;
      const swells = size > FILE_LIMITS.ratioFromBytes && size > entry.compressedSize * FILE_LIMITS.ratio;
      done(budget.left < 0 || swells ? new FileProblem('workbook_expands') : null, chunk);
    },
  });
}

/** Opens an archive that stands in memory. @throws FileProblem */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const zip = await open(bytes).catch(() => {
    throw new FileProblem('workbook_damaged');
  });
  const entries = await listEntries(zip).catch((error: unknown) => {
    throw error instanceof FileProblem ? error : new FileProblem('workbook_damaged');
  });
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > FILE_LIMITS.unpackedBytes) throw new FileProblem('workbook_expands');
  return {
    names: new Set(entries.keys()),
    has: (name) => entries.has(partName(name)),
    async *read(name) {
      const entry = entries.get(partName(name));
      if (!entry) throw new FileProblem('workbook_damaged');
      if (entry.isEncrypted()) throw new FileProblem('workbook_encrypted');
      const budget = { left: FILE_LIMITS.unpackedBytes };
      try {
        const packed = await zip.openReadStreamPromise(entry);
        yield* Readable.from(packed).compose(counting(entry, budget)) as AsyncIterable<Buffer>;
      } catch (error) {
        throw error instanceof FileProblem ? error : new FileProblem('workbook_damaged');
      }
    },
  };
}
