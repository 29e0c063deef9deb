import { type FileHandle, open } from 'node:fs/promises';
import { NutgrafError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/domain/importReport';

/**
 * The bytes of a file to import; at most one byte more than an import takes, since that is enough to refuse it.
 * Throws NutgrafError `unreadable_file` for a file that is missing, a folder, not ours to read, or not whole.
 */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      return await readWhole(file, (await file.stat()).size);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (thrown instanceof NutgrafError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new NutgrafError(
      'unreadable_file',
      'This file cannot be read. Check its name and its rights.',
      why,
    );
  }
}

/** What is asked of a file; a network disk may give less at once than was asked for. */
export type ReadableFile = Pick<FileHandle, 'read'>;

/** Reads until all of `size` bytes are there. Throws NutgrafError `unreadable_file` where the file ends before. */
export async function readWhole(file: ReadableFile, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(size, IMPORT_LIMIT + 1));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) throw cutOff(filled, size);
    filled += bytesRead;
  }
  return bytes;
}

function cutOff(read: number, size: number): NutgrafError {
  return new NutgrafError(
    'unreadable_file',
    'Only a part of this file could be read: it was changed meanwhile, or its disk did not answer. Nothing of it was imported; try again.',
    `${read} of ${size} bytes`,
  );
}
