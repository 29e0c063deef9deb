import type { AssetType } from '#shared/domain/asset';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );

/** A GIF of `width` pixels by one, padded to `size` bytes. */
export function gif(size = 32, width = 1): Uint8Array {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set(bytesOf('GIF89a', [width, 0, 1, 0, 0, 0, 0]));
  return bytes;
}

/** The smallest start of each type by which a reader recognises it. */
export const images: Readonly<Record<AssetType, Uint8Array>> = {
  'image/gif': gif(),
  'image/png': bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
    'IHDR',
    [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0, 0],
  ),
  'image/jpeg': bytesOf(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF',
    [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
  ),
  'image/webp': bytesOf(
    'RIFF',
    [22, 0, 0, 0],
    'WEBPVP8L',
    [10, 0, 0, 0, 0x2f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ),
  'image/avif': bytesOf([0, 0, 0, 24], 'ftypmif1', [0, 0, 0, 0], 'mif1avif', [0, 0, 0, 8], 'meta'),
};
