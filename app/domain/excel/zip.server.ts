import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

interface ZipPart {
  name: string;
  content: Iterable<string> | AsyncIterable<string>;
}

/** A workbook says when it was made on its sheet; the zip keeps one date, so equal tables are equal files. */
const MTIME = new Date(1980, 0, 1);

/** Files as a zip, made while it is read: a slow reader costs no memory, and a failure ends the stream. */
export function zipped(files: Iterable<ZipPart>): Readable {
  const zip = new ZipFile();
  // The type says ReadableStream; what yazl makes is a PassThrough.
  const out = zip.outputStream as unknown as Readable;
  zip.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  for (const { name, content } of files) {
    zip.addReadStreamLazy(name, { mtime: MTIME, compressionLevel: 4 }, (done) => {
      const part = Readable.from(content);
      part.on('error', (error) => out.destroy(error));
      // A reader that has gone asks for no more rows.
      out.on('close', () => part.destroy());
      done(null, part);
    });
  }
  zip.end();
  return out;
}
