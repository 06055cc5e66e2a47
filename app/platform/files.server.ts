import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from './env.server';

export interface StoredFile {
  sha256: string;
  /** Where it lies inside the store. */
  storageKey: string;
}

// Outside the web root: nothing here is ever served by its path.
const root = () => path.resolve(env.dataDir, 'files');
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;

const placeOf = (storageKey: string): string => {
  if (!KEY.test(storageKey)) throw new RangeError('not a key of the file store');
  return path.join(root(), storageKey);
};

/** Keeps the bytes under their own hash: the same file twice is one, and a file is complete or not there. */
export async function storeFile(bytes: Uint8Array): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const storageKey = `${sha256.slice(0, 2)}/${sha256}`;
  const place = placeOf(storageKey);
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomUUID()}`;
  await fs.writeFile(draft, bytes, { mode: 0o600 });
  await fs.rename(draft, place);
  return { sha256, storageKey };
}

/** The bytes as a stream, or null when the store no longer has them. */
export async function openFile(storageKey: string): Promise<{ size: number; body: ReadableStream<Uint8Array> } | null> {
  const place = placeOf(storageKey);
  const found = await fs.stat(place).catch(() => null);
  if (!found) return null;
  return { size: found.size, body: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
}

/** Takes a file out of the store; that it is gone already is fine. The caller knows that nothing refers to it. */
export const removeFile = (storageKey: string): Promise<void> => fs.rm(placeOf(storageKey), { force: true });
