import { and, count, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificateFile } from '#db/schema';
import { removeFile, storeFile } from '~/platform/files.server';
import { newId } from '../shared/id';
import { Refusal } from '../shared/refusals';
import type { CleanCopy } from './clean-copy.server';
import { MAX_COPIES } from './copy-file';

interface Keeping {
  certificateId: string;
  purpose: 'copy' | 'receipt';
  by: string | null;
  now: Date;
  /** The uploader agreed that it is kept; a receipt of an office needs no consent. */
  consentedAt: Date | null;
}

/** Keeps a file with its certificate; the same file twice is one. @returns its id, and whether it was not there before */
export async function keepFile(
  tx: Tx,
  copy: CleanCopy,
  { certificateId, purpose, by, now, consentedAt }: Keeping,
): Promise<{ id: string; isNew: boolean }> {
  const { sha256, storageKey } = await storeFile(copy.bytes);
  const here = and(eq(certificateFile.certificateId, certificateId), eq(certificateFile.purpose, purpose));
  const [again] = await tx
    .select({ id: certificateFile.id })
    .from(certificateFile)
    .where(and(here, eq(certificateFile.sha256, sha256)));
  if (again) return { id: again.id, isNew: false };
  const [present] = await tx.select({ n: count() }).from(certificateFile).where(here);
  if (purpose === 'copy' && (present?.n ?? 0) >= MAX_COPIES)
    throw new Refusal('too_many_files', { field: 'file', params: { max: MAX_COPIES } });
  const id = newId();
  await tx.insert(certificateFile).values({
    id,
    certificateId,
    purpose,
    name: copy.name,
    mediaType: copy.mediaType,
    bytes: copy.bytes.byteLength,
    sha256,
    storedAs: storageKey,
    uploadedAt: now,
    uploadedBy: by,
    consentedAt,
  });
  return { id, isNew: true };
}

/** Takes what nobody refers to any more out of the store: a copy that was taken back is not kept. Call it after the commit. */
export async function dropUnused(tx: Tx, storageKeys: readonly string[]): Promise<void> {
  for (const key of storageKeys) {
    const [used] = await tx.execute<{ used: boolean }>(sql`
      select exists (select 1 from certificate_file where stored_as = ${key})
        or exists (select 1 from course_attachment where storage_key = ${key})
        or exists (select 1 from guidance_photo where stored_as = ${key})
        or exists (select 1 from cooperation_agreement where file_stored_as = ${key})
        or exists (select 1 from import_run where stored_as = ${key}) as used`);
    if (!used?.used) await removeFile(key);
  }
}
