import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { replaceFile } from '../store/disk/durableFile';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file of an export so that it is there whole or not at all. Throws what the file system throws, and
 * leaves nothing behind. The folder is synced once, at the export's end.
 */
export function writeAtomically(folder: string, name: string, data: Uint8Array): WrittenFile {
  const path = join(folder, name);
  replaceFile(path, data);
  return { path, bytes: data.length, sha256: sha256Of(data) };
}

export function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
