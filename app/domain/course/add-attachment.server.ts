import { fileTypeFromBuffer } from 'file-type';
import { courseAttachment } from '#db/schema';
import { storeFile } from '~/platform/files.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Forbidden, Refusal } from '../shared/refusals';
import {
  ATTACHMENT_TYPES,
  type AttachmentType,
  attachmentName,
  isAttachmentType,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
} from './attachment';
import { attachmentsOf, lockCourse, requireEditable } from './find-course.server';

/** Attaches a file to a draft. Its type is what its bytes say, whatever its name says; the same file twice is one. */
export const addAttachment = (
  ctx: Context,
  courseId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<{ attachmentId: string }> =>
  operation(ctx, 'course.attachment_added', async (op) => {
    const found = await lockCourse(op, courseId, 'course.draft');
    if (op.actor.kind !== 'user') throw new Forbidden();
    requireEditable(found.status);
    const type = await typeOf(file.bytes);
    const present = await attachmentsOf(op.tx, courseId);
    const stored = await storeFile(file.bytes);
    const again = present.find((attachment) => attachment.sha256 === stored.sha256);
    if (again) return op.unchanged({ attachmentId: again.id });
    if (present.length >= MAX_ATTACHMENTS) throw new Refusal('too_many_files', { field: 'file', params: { max: MAX_ATTACHMENTS } });
    const attachmentId = newId();
    await op.tx.insert(courseAttachment).values({
      id: attachmentId,
      courseId,
      fileName: attachmentName(file.name, type),
      mediaType: ATTACHMENT_TYPES[type],
      sizeBytes: file.bytes.byteLength,
      ...stored,
      uploadedAt: op.now,
      uploadedBy: op.actor.accountId,
    });
    await op.record({ subject: { type: 'course', id: courseId }, data: { attachmentId, sha256: stored.sha256 } });
    return { attachmentId };
  });

async function typeOf(bytes: Uint8Array): Promise<AttachmentType> {
  if (bytes.byteLength === 0) throw new Refusal('file_empty', { field: 'file' });
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES) throw new Refusal('file_too_large', { field: 'file', params: { max: '10 MB' } });
  const extension = (await fileTypeFromBuffer(bytes))?.ext ?? '';
  if (!isAttachmentType(extension)) {
    throw new Refusal('file_type', { field: 'file', params: { types: Object.keys(ATTACHMENT_TYPES).join(' ') } });
  }
  return extension;
}
