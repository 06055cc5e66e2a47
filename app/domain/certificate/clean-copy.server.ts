import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Refusal } from '../shared/refusals';
import { COPY_TYPES, type CopyExtension, copyName, isPlainPdf, MAX_COPY_BYTES } from './copy-file';

export interface CleanCopy {
  name: string;
  mediaType: (typeof COPY_TYPES)[CopyExtension];
  bytes: Uint8Array;
}

const IMAGES: readonly string[] = ['jpg', 'png', 'webp'];
/** A picture that claims to be larger would only fill the memory. */
const MAX_PIXELS = 60_000_000;
const LONGEST_SIDE = 2_400;
const field = { field: 'file' };

/** Draws the picture anew: upright, no larger than can be read, as JPEG, and without what the camera wrote beside it (place, time, device). */
async function redraw(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 84 })
      .toBuffer();
  } catch {
    throw new Refusal('copy_image_damaged', field);
  }
}

/**
 * A photo or PDF as it is kept. What it is, its bytes say; its name and the type that the browser sent say nothing.
 * @throws Refusal at the field `file`
 */
export async function cleanCopy(file: { name: string; bytes: Uint8Array }): Promise<CleanCopy> {
  const { bytes } = file;
  if (bytes.byteLength === 0) throw new Refusal('file_empty', field);
  if (bytes.byteLength > MAX_COPY_BYTES) throw new Refusal('file_too_large', { ...field, params: { max: '5 MB' } });
  const found = (await fileTypeFromBuffer(bytes))?.ext ?? '';
  if (IMAGES.includes(found)) return { name: copyName(file.name, 'jpg'), mediaType: COPY_TYPES.jpg, bytes: await redraw(bytes) };
  if (found !== 'pdf') throw new Refusal('file_type', { ...field, params: { types: 'jpg png webp pdf' } });
  if (!isPlainPdf(bytes)) throw new Refusal('copy_pdf_unsafe', field);
  return { name: copyName(file.name, 'pdf'), mediaType: COPY_TYPES.pdf, bytes };
}
