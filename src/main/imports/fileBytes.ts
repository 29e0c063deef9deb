import { open } from 'node:fs/promises';
import { DeskError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/domain/importReport';

/**
 * The bytes of a file to import; at most one byte more than an import takes, since that is enough to refuse it.
 * Throws DeskError `unreadable_file` for a file that is missing, a folder or not ours to read.
 */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = new Uint8Array(Math.min(size, IMPORT_LIMIT + 1));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DeskError('unreadable_file', 'This file cannot be read. Check its name and its rights.', why);
  }
}
