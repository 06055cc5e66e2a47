/** What may be handed in as a copy of a certificate or as a receipt: a photo or a PDF. */
export const COPY_ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf';
export const MAX_COPY_BYTES = 5 * 1024 * 1024;
/** With room for the other fields of the form. */
export const MAX_COPY_FORM_BYTES = MAX_COPY_BYTES + 128 * 1024;
export const MAX_COPIES = 4;

export const COPY_TYPES = { jpg: 'image/jpeg', pdf: 'application/pdf' } as const;
export type CopyExtension = keyof typeof COPY_TYPES;

/** A PDF begins as one, ends as one with nothing behind, and holds no script, programme or further file. */
export const isPlainPdf = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  return (
    /^%PDF-[12]\.\d/.test(text) &&
    end > 0 &&
    /^[\s\0]*$/.test(text.slice(end + '%%EOF'.length)) &&
    !/\/(JavaScript|Launch|EmbeddedFile|RichMedia|SubmitForm)\b/.test(text)
  );
};

const MAX_NAME = 80;

/** A name to show: no folders, no control signs, and the ending that the kept file has. */
export const copyName = (given: string, extension: CopyExtension): string => {
  const bare = given.split(/[\\/]/).at(-1) ?? '';
  const stem = bare
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}"*:<>?|]/gu, '')
    .trim();
  return `${[...stem].slice(0, MAX_NAME).join('') || 'copy'}.${extension}`;
};
