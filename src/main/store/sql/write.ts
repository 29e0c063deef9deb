import { countWrite } from './changes';
import type { Store } from '../store';
import { holdPlace } from '../disk/place';
import { withReserve } from '../disk/reserve';
import { notedFailure } from '../safety/recoveryMark';
import { transactionOf } from './transaction';

/**
 * Runs a write in one transaction that takes the write lock at once (BEGIN IMMEDIATE), and returns once it is on
 * disk; inside another write it is part of that one. On a full disk, the reserve is released and the write repeated,
 * once. Throws what the write throws, and NutgrafError `disk_full`, `disk_failed`, `store_busy`, `store_damaged`,
 * `store_not_writable`; then nothing was written. Throws `store_displaced` when the database file is no longer in its
 * place and could not be rebuilt.
 */
export function write<T>(store: Store, action: () => T): T {
  return transact(store, () => {
    const result = action();
    countWrite(store.db);
    return result;
  });
}

/**
 * The same for a save, which is known by the article's new time: `action` counts one that has no later time than the
 * last. To count costs a page.
 */
export function writeSave<T>(store: Store, action: () => T): T {
  return transact(store, action);
}

/** The same for what can be rebuilt, such as the search index: no backup is needed for it. */
export function writeDerived<T>(store: Store, action: () => T): T {
  return transact(store, action);
}

const listeners = new WeakMap<Store, () => void>();

/** Calls `hear` after every write to this open store that reached the disk, from now on. */
export function hearWrites(store: Store, hear: () => void): void {
  listeners.set(store, hear);
}

function transact<T>(store: Store, action: () => T): T {
  if (store.db.inTransaction) return action();
  try {
    const result = commit(store, action);
    listeners.get(store)?.();
    return result;
  } finally {
    // A write may have failed because the file is gone.
    holdPlace(store);
  }
}

function commit<T>(store: Store, action: () => T): T {
  const transaction = transactionOf(store.db);
  try {
    return withReserve(store.folder, () => transaction.immediate(action) as T);
  } catch (thrown) {
    throw notedFailure(store.folder, thrown);
  }
}
