/** One size of an icon, as PNG. */
export interface IconImage {
  /** px, of width and height. */
  readonly size: number;
  readonly png: Buffer;
}

/** What Windows asks for, from the list of files to the largest view, px. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** The types of macOS's icons that hold a PNG, and the size each is for, px: `ic11` to `ic14` are for dense screens. */
export const icnsTypes = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const satisfies Readonly<Record<string, number>>;

const HEADER = 6;
const ENTRY = 16;

/** An icon for Windows: a directory of images, and the images (ICONDIR; PNG within it since Windows Vista). */
export function icoOf(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = HEADER + ENTRY * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(ENTRY);
    // 256 does not fit into its byte, and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/** An icon for macOS: a file of parts, each with its type and length (Apple Icon Image format). */
export function icnsOf(pngOf: (size: number) => Buffer): Buffer {
  const parts = Object.entries(icnsTypes).map(([type, size]) => icnsPart(type, pngOf(size)));
  return icnsPart('icns', Buffer.concat(parts));
}

function icnsPart(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + data.length, 4);
  return Buffer.concat([head, data]);
}
