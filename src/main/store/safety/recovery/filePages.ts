import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** A file that is read in places: what is past its end, or unreadable, is missing from the answer. */
export interface FileBytes {
  readonly size: number;
  /** The bytes from `at` on, as many as there are; null when the disk does not return them. */
  readonly read: (at: number, length: number) => Buffer | null;
  readonly close: () => void;
}

/**
 * Opens a file for reading. On POSIX, closing it releases the locks that this process holds on that file, SQLite's
 * too (sqlite.org/howtocorrupt.html, 2.2): only for files that no connection of this process has open. Throws for
 * anything that is not a file: opening a pipe would wait for its other end.
 */
export function openBytes(file: string): FileBytes {
  if (!statSync(file).isFile()) throw new Error(`${file} is no file`);
  const handle = openSync(file, 'r');
  const read = (at: number, length: number): Buffer | null => {
    const bytes = Buffer.alloc(length);
    try {
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
    } catch {
      return null;
    }
  };
  return { size: fstatSync(handle).size, read, close: () => closeSync(handle) };
}

/** Does something with a file's bytes; null when it is not a file, or cannot be opened. */
export function withBytes<T>(file: string, action: (bytes: FileBytes) => T): T | null {
  let bytes: FileBytes;
  try {
    bytes = openBytes(file);
  } catch {
    return null;
  }
  try {
    return action(bytes);
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  } finally {
    bytes.close();
  }
}

const isUnreadable = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'EISDIR';
