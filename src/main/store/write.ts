import type { Store } from './database';
import { isDiskFull, storeFailure } from './storeFailure';
import { spendReserve } from './reserve';

/**
 * Runs a write in one transaction that takes the write lock at once (BEGIN IMMEDIATE), and answers once it is on
 * the disk; inside another write it is a part of that one. On a full disk the reserve is given up and the write
 * done again, once. Throws what the write throws, and DeskError `disk_full`, `disk_failed`, `store_busy`,
 * `store_damaged`, `store_not_writable`; nothing was written then.
 */
export function write<T>({ db, folder }: Store, action: () => T): T {
  if (db.inTransaction) return action();
  const transaction = db.transaction(action);
  try {
    return transaction.immediate();
  } catch (thrown) {
    if (!isDiskFull(thrown) || !spendReserve(folder)) throw storeFailure(thrown);
  }
  try {
    return transaction.immediate();
  } catch (thrown) {
    throw storeFailure(thrown);
  }
}
