// One running program per data folder. Node built-ins only.
import fs from 'node:fs';
import path from 'node:path';
import { startTime } from '../../db/processes.mjs';

/** @typedef {{ pid: number; started: string | undefined; url?: string }} Holder */

const read = (/** @type {string} */ file) => {
  try {
    return /** @type {Holder} */ (JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

const lives = (/** @type {Holder} */ holder) => startTime(holder.pid) !== undefined && startTime(holder.pid) === holder.started;
const same = (/** @type {Holder | undefined} */ a, /** @type {Holder | undefined} */ b) => a?.pid === b?.pid && a?.started === b?.started;

/**
 * Takes the lock, or tells who holds it. The lock of a dead process is taken over.
 * @param {string} dataDir
 * @returns {{ holder: Holder } | { holder: undefined; announce: (url: string) => void; release: () => void }}
 */
export function takeLock(dataDir) {
  const file = path.join(dataDir, 'lock.json');
  const mine = { pid: process.pid, started: startTime(process.pid) };
  const draft = `${file}.${process.pid}`;
  const write = (/** @type {Holder} */ holder) => fs.writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  for (;;) {
    write(mine);
    try {
      fs.linkSync(draft, file); // whole or not at all, and only if there is none
      fs.rmSync(draft);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder && lives(holder)) {
      fs.rmSync(draft);
      return { holder };
    }
    // Two late-comers may clear the same dead lock: whoever moved a living one away by mistake puts it back.
    const aside = `${draft}.dead`;
    try {
      fs.renameSync(file, aside);
      if (!same(read(aside), holder)) fs.linkSync(aside, file);
      fs.rmSync(aside);
    } catch {
      // somebody else cleared it: look again
    }
  }
  return {
    holder: undefined,
    announce(url) {
      write({ ...mine, url });
      fs.renameSync(draft, file);
    },
    release() {
      if (same(read(file), mine)) fs.rmSync(file);
    },
  };
}
