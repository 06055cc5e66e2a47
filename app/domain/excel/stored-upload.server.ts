import { createHash } from 'node:crypto';
import { decryptField, encryptField } from '~/platform/crypto.server';
import { openFile, storeFile } from '~/platform/files.server';
import { Unavailable } from '../shared/refusals';

const FIELD = 'import_run.file';

/** Workbooks hold identity numbers: they are kept encrypted, like the numbers themselves. */
export async function storeUpload(bytes: Buffer): Promise<{ sha256: string; storedAs: string }> {
  const sealed = Buffer.from(encryptField(bytes.toString('base64'), FIELD));
  const { storageKey } = await storeFile(sealed);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), storedAs: storageKey };
}

/** @throws Unavailable when the store no longer has it */
export async function readUpload(storedAs: string): Promise<Buffer> {
  const file = await openFile(storedAs);
  if (!file) throw new Unavailable();
  const sealed = Buffer.from(await new Response(file.body).arrayBuffer()).toString();
  return Buffer.from(decryptField(sealed, FIELD), 'base64');
}
