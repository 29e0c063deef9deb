import { copyFileSync, lstatSync, renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How long to wait, ms, for a process that is recovering the store; and for one that is just closing it. */
const PATIENCE = { toEnter: 5000, toBeAlone: 500 } as const;

/** The files of the locks, in the store's folder: who has it open, and who is opening it. */
const FILES = { use: 'in-use', turn: 'opening' } as const;

/**
 * Runs what opens a store, or brings it back, while no other process does: so whoever is not alone then shares the
 * store with one that has found it sound. Throws SQLITE_BUSY when another's turn takes too long.
 */
export function inTurn<T>(folder: string, action: () => T): T {
  const leave = locked(join(folder, FILES.turn), PATIENCE.toEnter, 'BEGIN EXCLUSIVE');
  try {
    return action();
  } finally {
    leave();
  }
}

/**
 * Marks the store as open in this process, until the function it returns is called or the process ends, however that
 * happens. The lock is on a file of its own, so that it holds while the database itself is being replaced. Throws
 * SQLITE_BUSY while another process has the store to itself.
 */
export function enter(folder: string): () => void {
  return locked(join(folder, FILES.use), PATIENCE.toEnter, 'BEGIN; SELECT count(*) FROM sqlite_schema');
}

export type Alone<T> = { readonly kind: 'alone'; readonly result: T } | { readonly kind: 'others' };

/**
 * Runs something for which no other process may have the store open; `others` when one has, and nothing was done.
 * `patience` is how long to wait for one that is just closing, ms.
 */
export function alone<T>(folder: string, action: () => T, patience: number = PATIENCE.toBeAlone): Alone<T> {
  let leave: () => void;
  try {
    leave = locked(join(folder, FILES.use), patience, 'BEGIN EXCLUSIVE');
  } catch (thrown) {
    if (isBusy(thrown)) return { kind: 'others' };
    throw thrown;
  }
  try {
    return { kind: 'alone', result: action() };
  } finally {
    leave();
  }
}

const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY');

/**
 * The lock of a transaction that writes nothing and stays open; the file stays empty. Anything else in its place is
 * set aside, so that it locks nobody out.
 */
function locked(file: string, timeout: number, begin: string): () => void {
  emptyLock(file);
  try {
    return lockFile(file, timeout, begin);
  } catch (thrown) {
    if (isBusy(thrown) || !putAside(file)) throw thrown;
    return lockFile(file, timeout, begin);
  }
}

/**
 * If something was written into a lock file, a copy is kept beside it; the file itself stays, since others may hold a
 * lock on it.
 */
function emptyLock(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size === 0) return;
  copyFileSync(file, freeName(file));
  truncateSync(file);
}

/** Renames what cannot serve as a lock, with SQLite's files beside it; false when nothing was there. */
function putAside(file: string): boolean {
  const found = ['', '-journal', '-wal', '-shm'].map((suffix) => file + suffix).filter(exists);
  for (const part of found) renameSync(part, freeName(part));
  return found.length > 0;
}

const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

function freeName(file: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${file}.aside-${count}`;
    if (!exists(name)) return name;
  }
}

function lockFile(file: string, timeout: number, begin: string): () => void {
  const lock = new Database(file, { timeout });
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
