/** A file field as operations take it; null where none was chosen. */
export const uploadOf = async (file: File | undefined): Promise<{ name: string; bytes: Uint8Array } | null> =>
  file && file.size > 0 ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null;
