import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Temporary names start so; whoever finds one after a crash may delete it. */
export const TEMPORARY = '.nutgraf-';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file so that it is there whole or not at all: a temporary name in the same folder, synced, renamed.
 * Throws what the file system throws, and leaves nothing behind.
 */
export function writeAtomically(
  folder: string,
  name: string,
  content: string | Uint8Array,
  tag: string,
): WrittenFile {
  const data = typeof content === 'string' ? Buffer.from(content) : content;
  const path = join(folder, name);
  const temporary = join(folder, `${TEMPORARY}${tag}.tmp`);
  try {
    writeAndSync(temporary, data);
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
  return { path, bytes: data.length, sha256: sha256Of(data) };
}

function writeAndSync(path: string, data: Uint8Array): void {
  const file = openSync(path, 'w', 0o644);
  try {
    let written = 0;
    while (written < data.length) written += writeSync(file, data, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the renames of a folder durable. Windows has no handle of a folder to sync and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
