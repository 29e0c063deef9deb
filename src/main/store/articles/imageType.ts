import type { AssetType } from '#shared/domain/asset';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One type by its signature, and whether its header describes an image of at least one pixel each way. */
interface ImageFormat {
  readonly type: AssetType;
  readonly matches: (bytes: Uint8Array) => boolean;
  readonly isWhole: (bytes: Uint8Array) => boolean;
}

const formats: readonly ImageFormat[] = [
  {
    /** PNG, section 5.2 and 11.2.1: the signature, then IHDR with width and height. */
    type: 'image/png',
    matches: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    isWhole: (bytes) =>
      bytes.length >= 33 &&
      ascii(bytes, 12, 16) === 'IHDR' &&
      view(bytes).getUint32(16) > 0 &&
      view(bytes).getUint32(20) > 0,
  },
  {
    /** JPEG (ITU T.81, annex B): SOI, then segments up to a frame header. */
    type: 'image/jpeg',
    matches: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]),
    isWhole: hasJpegFrame,
  },
  {
    /** GIF87a or GIF89a: the logical screen's width and height, little-endian. */
    type: 'image/gif',
    matches: (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6)),
    isWhole: (bytes) =>
      bytes.length >= 13 && view(bytes).getUint16(6, true) > 0 && view(bytes).getUint16(8, true) > 0,
  },
  {
    /** RFC 9649: RIFF of form WEBP, its first chunk one of three. */
    type: 'image/webp',
    matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    isWhole: (bytes) => bytes.length >= 30 && /^VP8[ LX]$/.test(ascii(bytes, 12, 16)),
  },
  {
    /** AVIF 1.1, section 6: an ISO file whose brands hold `avif` or `avis`. */
    type: 'image/avif',
    matches: (bytes) =>
      ascii(bytes, 4, 8) === 'ftyp' && brandsOf(bytes).some((brand) => /^avi[fs]$/.test(brand)),
    isWhole: (bytes) => bytes.length > view(bytes).getUint32(0),
  },
];

/**
 * The type that the bytes show, whatever the file is called; null for anything that is not a complete image of these
 * five types.
 */
export function imageTypeOf(bytes: Uint8Array): AssetType | null {
  const format = formats.find(({ matches }) => matches(bytes));
  return format?.isWhole(bytes) === true ? format.type : null;
}

/** Start-of-frame markers: 0xC0–0xCF without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function hasJpegFrame(bytes: Uint8Array): boolean {
  const data = view(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return data.getUint16(at + 5) > 0 && data.getUint16(at + 7) > 0;
    at += 2 + data.getUint16(at + 2);
  }
  return false;
}

/** The major brand and the compatible ones of an `ftyp` box, without its minor version. */
function brandsOf(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 16) return [];
  const end = Math.min(view(bytes).getUint32(0), bytes.length, 256);
  const starts = Array.from({ length: Math.max(0, Math.floor((end - 8) / 4)) }, (_, index) => 8 + 4 * index);
  return starts.filter((start) => start !== 12).map((start) => ascii(bytes, start, start + 4));
}
