import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  bytes: Buffer | string;
  /** What the directory claims about the size, where a test wants it to lie. */
  claims?: number;
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A zip archive of these parts, names as given (backslashes, leading slashes and all). */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims } of entries) {
    const plain = Buffer.from(bytes);
    const packed = deflateRawSync(plain);
    const label = Buffer.from(name);
    const facts = Buffer.concat([u32(crc32(plain)), u32(packed.length), u32(claims ?? plain.length), u16(label.length), u16(0)]);
    const head = Buffer.concat([u32(0x04034b50), u16(20), u16(0x0800), u16(8), u32(0), facts, label]);
    local.push(head, packed);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        u16(20),
        u16(0x0800),
        u16(8),
        u32(0),
        facts,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        label,
      ]),
    );
    offset += head.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(index.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...local, index, end]);
}
