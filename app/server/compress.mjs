// Squeezes what the browser downloads as far as it goes, once, when building. Node built-ins only.
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const TEXT = /\.(js|css|svg)$/;
/** Below this an envelope costs more than it saves. */
const MIN_BYTES = 1024;

/**
 * Puts `<file>.br` and `<file>.gz` beside every script, style sheet and drawing of a folder.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const names = (await fs.readdir(folder)).filter((name) => TEXT.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const bytes = await fs.readFile(file);
      if (bytes.length < MIN_BYTES) return;
      await fs.writeFile(`${file}.br`, await brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      await fs.writeFile(`${file}.gz`, await gzip(bytes, { level: 9 }));
    }),
  );
}
