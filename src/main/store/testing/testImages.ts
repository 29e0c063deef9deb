/** The header of a GIF of one pixel, and as many bytes more as make up `size`. */
export function gif(size = 32): Uint8Array {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set([...'GIF89a'].map((letter) => letter.charCodeAt(0)));
  bytes.set([1, 0, 1, 0, 0, 0, 0], 6);
  return bytes;
}
