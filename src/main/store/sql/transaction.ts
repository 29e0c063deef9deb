import type { Transaction } from 'better-sqlite3';
import type { Db, Reader } from '../store';

type Action = () => unknown;
const transactions = new WeakMap<Db, Transaction<(action: Action) => unknown>>();

/** What runs an action in a transaction, made once for a connection: that takes longer than to begin and to end one. */
export function transactionOf(db: Db): Transaction<(action: Action) => unknown> {
  const known = transactions.get(db);
  if (known !== undefined) return known;
  const transaction = db.transaction((action: Action) => action());
  transactions.set(db, transaction);
  return transaction;
}

/**
 * What several reads return, all of the store as it is at one moment, whatever other connections write meanwhile. Many
 * short ones are also quicker this way than each alone, which would lock the store and let go of it every time. `read`
 * may be called again: a damaged disk may end the moment before its time.
 */
export function atOneMoment<T>({ db }: Reader, read: () => T): T {
  try {
    return transactionOf(db).deferred(read) as T;
  } catch {
    return read();
  }
}
