import { toHalfWidth } from '../shared/text';

/** What may be attached to a course, by the type that the bytes themselves show. */
export const ATTACHMENT_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
/** For `<input accept>`. */
export const ATTACHMENT_ACCEPT = Object.keys(ATTACHMENT_TYPES)
  .map((extension) => `.${extension}`)
  .join(',');

export const isAttachmentType = (extension: string): extension is AttachmentType => Object.hasOwn(ATTACHMENT_TYPES, extension);

const MAX_NAME = 100;

/** A name to show and to save under: no folders, no control signs, and the ending that the content has. */
export const attachmentName = (given: string, type: AttachmentType): string => {
  const bare = given.split(/[\\/]/).at(-1) ?? '';
  const stem = toHalfWidth(bare.replace(/\.[^.]*$/, ''))
    .replace(/[\p{C}"*:<>?|\\/]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...stem].slice(0, MAX_NAME).join('') || 'file'}.${type}`;
};
