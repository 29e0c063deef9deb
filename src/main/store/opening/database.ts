import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';
import { type Id, type Time, makeId, timeOfId } from '#shared/domain/id';
import { listBackups } from '../safety/backups';
import { migrate } from './migrate';
import { makeFolder } from '../disk/durableFile';
import { alone, enter } from '../disk/storeLock';
import { rememberPlace } from '../disk/place';
import { keepReserve } from '../disk/reserve';
import { seed } from './seed';
import { steadyClock } from './steadyClock';
import { storeFailure } from '../disk/storeFailure';
import type { Db, Reader, Store } from '../store';

export interface StoreOptions {
  readonly now?: () => Time;
  /** Whether damage was met in it, so that every page is to be looked at: `openSafely` does. */
  readonly hasRecoveryMark?: boolean;
  /** Random bytes for ids. */
  readonly random?: (bytes: number) => Uint8Array;
}

/** How long a write waits for another process's write, ms. */
const BUSY_TIMEOUT = 5000;

export const databaseFile = (folder: string): string => join(folder, 'nutgraf.db');

/**
 * Opens the store of a folder for writing: made when it is new, migrated when it is old (a verified backup is made
 * first). Throws NutgrafError `store_from_future`, `not_a_store`, `disk_full`, `store_damaged`, `store_busy`; nothing
 * is changed then. `openSafely` does the same and recovers from damage.
 */
export function openStore(folder: string, options: StoreOptions = {}): Store {
  try {
    makeFolder(folder);
    const leave = enter(folder);
    try {
      const store = openDatabase(folder, options);
      keepReserve(folder);
      locks.set(store.db, leave);
      rememberPlace(store);
      return store;
    } catch (thrown) {
      leave();
      throw thrown;
    }
  } catch (thrown) {
    throw storeFailure(thrown);
  }
}

/** What ends with a connection: that this process is in the store. */
const locks = new WeakMap<Db, () => void>();

/** The same for a process that is alone in the store. */
export function openDatabase(
  folder: string,
  { now = Date.now, random = randomBytes }: StoreOptions = {},
): Store {
  try {
    requireWritable(folder);
    const db = new Database(databaseFile(folder), { timeout: BUSY_TIMEOUT });
    try {
      migrate({ db, folder, now });
      const steady = steadyClock(now, latestTime({ db, folder }));
      const store: Store = { db, folder, now: steady, newId: () => makeId(steady(), random(10)) };
      makeDurable(db);
      seed(store);
      return store;
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  } catch (thrown) {
    throw storeFailure(thrown);
  }
}

/** SQLite opens what it may not write to for reading, without a word: the first save would be the first to tell. */
function requireWritable(folder: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const file = databaseFile(folder) + suffix;
    if (existsSync(file)) accessSync(file, constants.W_OK);
  }
}

/**
 * The newest time, ms UTC, that is known from before: of what was saved (by the indexes of time), kept as a version
 * (its id tells), worked on, or backed up; 0 for a new store.
 */
function latestTime({ db, folder }: Reader): Time {
  const times = db
    .prepare<[], Time | null>(
      `SELECT max(updated_at) FROM articles WHERE trashed_at IS NULL
       UNION ALL SELECT max(updated_at) FROM articles WHERE trashed_at IS NOT NULL
       UNION ALL SELECT max(heartbeat) FROM jobs
       UNION ALL SELECT max(queued_at) FROM cms_outbox`,
    )
    .pluck()
    .all();
  const version = db.prepare<[], Id | null>('SELECT max(id) FROM revisions').pluck().get();
  const backup = listBackups(folder)[0]?.madeAt ?? 0;
  return Math.max(0, backup, version ? timeOfId(version) : 0, ...times.map((time) => time ?? 0));
}

/** Lets everybody who holds on to a store go on with the connection of another. */
export function reconnect(store: Store, { db }: Store): void {
  const held: { db: Db } = store;
  held.db = db;
}

/** A read-only connection of its own, for a worker thread. Throws NutgrafError `store_displaced` where there is no file. */
export function openReader(folder: string): Reader {
  if (!existsSync(databaseFile(folder)))
    throw new NutgrafError(
      'store_displaced',
      `The database of the store (${databaseFile(folder)}) is not there any more. Put it back, or start again.`,
    );
  const db = new Database(databaseFile(folder), {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT,
  });
  return { db, folder };
}

/** Whether no other process has the store open, as far as the lock in its folder tells. */
export function isAlone({ db, folder }: Reader): boolean {
  locks.get(db)?.();
  try {
    return alone(folder, () => true, 0).kind === 'alone';
  } finally {
    locks.set(db, enter(folder));
  }
}

export function closeStore({ db }: Reader): void {
  db.close();
  locks.get(db)?.();
  locks.delete(db);
}

/**
 * better-sqlite3 compiles WAL with `synchronous=NORMAL`, which SQLite takes on at the first write unless the
 * connection has named a level of its own; so FULL is named. On macOS only F_FULLFSYNC reaches the disk.
 */
function makeDurable(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
}
