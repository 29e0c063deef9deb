import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How long to wait, ms, for a process that brings the store back; and for one that is just leaving it. */
const PATIENCE = { toEnter: 5000, toBeAlone: 500 } as const;

/**
 * Says that this process has the store open; ends with what it answers, or with the process, however that ends.
 * The lock lies on a file of its own, so that it holds while the database itself is being replaced. Throws
 * SQLITE_BUSY while another process is alone in the store.
 */
export function enter(folder: string): () => void {
  return locked(folder, PATIENCE.toEnter, 'BEGIN; SELECT count(*) FROM sqlite_schema');
}

export type Alone<T> = { readonly kind: 'alone'; readonly result: T } | { readonly kind: 'others' };

/** Does what no other process may have the store open for; `others` when one has, and nothing was done. */
export function alone<T>(folder: string, action: () => T): Alone<T> {
  let leave: () => void;
  try {
    leave = locked(folder, PATIENCE.toBeAlone, 'BEGIN EXCLUSIVE');
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY'))
      return { kind: 'others' };
    throw thrown;
  }
  try {
    return { kind: 'alone', result: action() };
  } finally {
    leave();
  }
}

/** The lock of a transaction that writes nothing and stays open; the file stays empty. */
function locked(folder: string, timeout: number, begin: string): () => void {
  const lock = new Database(join(folder, 'in-use'), { timeout });
  try {
    lock.exec(begin);
  } catch (thrown) {
    lock.close();
    throw thrown;
  }
  return () => {
    lock.close();
  };
}
