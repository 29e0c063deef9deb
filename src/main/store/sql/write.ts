import { countWrite } from './changes';
import type { Store } from '../store';
import { holdPlace } from '../disk/place';
import { isDiskFull } from '../disk/storeFailure';
import { spendReserve } from '../disk/reserve';
import { notedFailure } from '../safety/recoveryMark';

/**
 * Runs a write in one transaction that takes the write lock at once (BEGIN IMMEDIATE), and answers once it is on
 * the disk; inside another write it is a part of that one. On a full disk the reserve is given up and the write
 * done again, once. Throws what the write throws, and NutgrafError `disk_full`, `disk_failed`, `store_busy`,
 * `store_damaged`, `store_not_writable`; nothing was written then. Throws `store_displaced` when the database's file
 * is no longer in its place and could not be written anew.
 */
export function write<T>(store: Store, action: () => T): T {
  return transact(store, () => {
    const result = action();
    countWrite(store.db);
    return result;
  });
}

/** The same for what can be made anew, as the search index can: no backup is due for it. */
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
    // A write that failed may have done so since the file is gone.
    holdPlace(store);
  }
}

function commit<T>(store: Store, action: () => T): T {
  const transaction = store.db.transaction(action);
  try {
    return transaction.immediate();
  } catch (thrown) {
    if (!isDiskFull(thrown) || !spendReserve(store.folder)) throw notedFailure(store.folder, thrown);
  }
  try {
    return transaction.immediate();
  } catch (thrown) {
    throw notedFailure(store.folder, thrown);
  }
}
