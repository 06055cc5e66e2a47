import { storeFile } from '~/platform/files.server';
import { cleanCopy } from '../certificate/clean-copy.server';

/** The columns of a file beside a record. */
export interface KeptFile {
  fileName: string;
  fileMediaType: string;
  fileBytes: number;
  fileSha256: string;
  fileStoredAs: string;
}

/** Keeps a scan or PDF: what it is, its bytes say; pictures are drawn anew. @throws Refusal at the field `file` */
export async function keepAgreementFile(file: { name: string; bytes: Uint8Array }): Promise<KeptFile> {
  const { name, mediaType, bytes } = await cleanCopy(file);
  const { sha256, storageKey } = await storeFile(bytes);
  return { fileName: name, fileMediaType: mediaType, fileBytes: bytes.byteLength, fileSha256: sha256, fileStoredAs: storageKey };
}
