// PostgreSQL refuses to run as root. This file finds the account that it runs as instead, and a place that account can enter.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {{ uid?: number; gid?: number; name?: string }} Account */

/**
 * Nothing to change for an ordinary user; as root, "postgres" where that account exists, else "nobody".
 * @returns {Account}
 */
export function account() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (/** @type {string} */ flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
      return { uid: id('-u'), gid: id('-g'), name };
    } catch {
      // not on this machine: the next one
    }
  }
  throw new Error('Running as root, and this machine has no account "postgres" or "nobody" to run PostgreSQL as.');
}

/**
 * Whether the account could enter the folder, or its nearest parent that exists.
 * @param {string} folder
 * @param {Account} who
 */
export function canEnter(folder, who) {
  if (who.uid === undefined) return true;
  let place = path.resolve(folder);
  while (!fs.existsSync(place)) place = path.dirname(place);
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', place], { uid: who.uid, gid: who.gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * A folder of our own outside the checkout, for a checkout that the account cannot enter (a home of mode 700).
 * Its random name is kept in the data folder: a new data folder never meets an old cluster.
 */
export function folderOutside() {
  const parents = ['/var/lib', os.tmpdir()];
  for (const parent of parents) {
    try {
      const folder = path.join(parent, `yupei-${randomBytes(6).toString('hex')}`);
      fs.mkdirSync(folder, { mode: 0o711 });
      return folder;
    } catch {
      // not writable or not there
    }
  }
  throw new Error(`No folder that PostgreSQL's account can enter could be made under ${parents.join(' or ')}.`);
}
