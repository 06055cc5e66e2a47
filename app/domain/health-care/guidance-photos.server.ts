import { and, count, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { guidancePhoto } from '#db/schema';
import { storeFile } from '~/platform/files.server';
import { type CleanCopy, cleanCopy } from '../certificate/clean-copy.server';
import { newId } from '../shared/id';
import type { Context } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { accountOf } from './find-visit.server';
import { MAX_PHOTOS } from './photo';

/** A photo as it will be kept: drawn anew, without what the camera wrote beside it. */
export interface GivenPhoto extends CleanCopy {
  id: string;
}

interface Sent {
  name: string;
  bytes: Uint8Array;
}

/** Photos alone: what it is, its bytes say. @throws Refusal at the field `file` */
export async function readPhoto(sent: Sent, id: string = newId()): Promise<GivenPhoto> {
  const copy = await cleanCopy(sent);
  if (!copy.mediaType.startsWith('image/')) throw new Refusal('file_type', { field: 'file', params: { types: 'jpg png webp' } });
  return { ...copy, id };
}

/** The photos of a form, read before anything is written. */
export async function readPhotos(files: readonly File[]): Promise<GivenPhoto[]> {
  if (files.length > MAX_PHOTOS) throw new Refusal('too_many_photos', { field: 'file', params: { max: MAX_PHOTOS } });
  const photos: GivenPhoto[] = [];
  for (const file of files) photos.push(await readPhoto({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return photos;
}

export interface Keeper {
  tx: Tx;
  now: Date;
  actor: Context['actor'];
}

interface Belongs {
  visitId: string;
  findingId: string | null;
  answerId: string | null;
}

/** Keeps photos with a visit, a finding or an answer, inside the caller's operation; the same picture twice is one. @returns how many were new */
export async function keepPhotos({ tx, now, actor }: Keeper, to: Belongs, photos: readonly GivenPhoto[]): Promise<number> {
  const here = and(
    eq(guidancePhoto.visitId, to.visitId),
    to.findingId === null ? isNull(guidancePhoto.findingId) : eq(guidancePhoto.findingId, to.findingId),
    to.answerId === null ? isNull(guidancePhoto.answerId) : eq(guidancePhoto.answerId, to.answerId),
  );
  let kept = 0;
  for (const { id, name, mediaType, bytes } of photos) {
    const { sha256, storageKey } = await storeFile(bytes);
    const [again] = await tx
      .select({ id: guidancePhoto.id })
      .from(guidancePhoto)
      .where(and(here, eq(guidancePhoto.sha256, sha256)));
    if (again) continue;
    const [present] = await tx.select({ n: count() }).from(guidancePhoto).where(here);
    if ((present?.n ?? 0) >= MAX_PHOTOS) throw new Refusal('too_many_photos', { field: 'file', params: { max: MAX_PHOTOS } });
    const stored = { name, mediaType, bytes: bytes.byteLength, sha256, storedAs: storageKey };
    await tx.insert(guidancePhoto).values({ id, ...to, ...stored, uploadedAt: now, uploadedBy: accountOf(actor) });
    kept += 1;
  }
  return kept;
}
