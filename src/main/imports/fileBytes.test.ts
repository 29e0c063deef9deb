import { expect, test } from 'vitest';
import { type ReadableFile, readWhole } from './fileBytes';

/** A file that gives at most `most` bytes a read, as a network disk may. */
function slowFile(content: string, most: number): ReadableFile {
  const bytes = Buffer.from(content);
  const read = (buffer: Uint8Array, offset: number, length: number, position: number) => {
    const part = bytes.subarray(position, position + Math.min(most, length));
    buffer.set(part, offset);
    return Promise.resolve({ bytesRead: part.length, buffer });
  };
  return { read: read as ReadableFile['read'] };
}

test('a file that comes in small pieces is read to its end', async () => {
  const text = 'The whole story, to its last word.';
  expect(Buffer.from(await readWhole(slowFile(text, 7), text.length)).toString()).toBe(text);
});

test('a file that ends before its size is refused, and never taken for the whole', async () => {
  await expect(readWhole(slowFile('Half of', 7), 20)).rejects.toMatchObject({ code: 'unreadable_file' });
});
