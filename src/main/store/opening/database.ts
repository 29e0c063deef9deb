import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { usualAdSlots } from '#shared/domain/adSlot';
import { NutgrafError } from '#shared/domain/failure';
import { type Id, type Time, makeId, timeOfId } from '#shared/domain/id';
import { usualSections } from '#shared/domain/section';
import { say } from '#shared/language/say';
import { addAdSlots } from '../articles/adSlots';
import { addSection } from '../articles/sectionRecord';
import { listBackups } from '../safety/backups';
import { forgetWrites } from '../sql/changes';
import { statement } from '../sql/statement';
import { write } from '../sql/write';
import { migrate } from './migrate';
import { makeFolder } from '../disk/durableFile';
import { alone, enter } from '../disk/storeLock';
import { rememberPlace } from '../disk/place';
import { keepReserve } from '../disk/reserve';
import { steadyClock } from './steadyClock';
import { storeFailure } from '../disk/storeFailure';
import type { Db, Reader, Store } from '../store';

export interface StoreOptions {
  readonly now?: () => Time;
  /** Whether damage was found earlier, so that every page must be checked: `openSafely` does that. */
  readonly hasRecoveryMark?: boolean;
  /** Random bytes for ids. */
  readonly random?: (bytes: number) => Uint8Array;
  /** Hears at once that a store has the form of this Nutgraf from now on, which one before it may not know; throws nothing. */
  readonly onMigrated?: () => void;
}

/** How long a write waits for another process's write, ms. */
const BUSY_TIMEOUT = 5000;
/**
 * KiB of pages that a connection keeps. The system keeps them too: a list or a search is no quicker with more. A start
 * is slower with more: its counts fill them all, and memory that is used for the first time takes longest.
 */
const CACHE = 2000;

export const databaseFile = (folder: string): string => join(folder, 'nutgraf.db');

/**
 * Opens the store of a folder for writing: creates it if it is new, migrates it if it is old (after a verified
 * backup). Throws NutgrafError `store_from_future`, `not_a_store`, `disk_full`, `store_damaged`, `store_busy`; then
 * nothing was changed. `openSafely` does the same and recovers from damage.
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

/** Releases the lock that marks the store as open in this process; called when a connection closes. */
const locks = new WeakMap<Db, () => void>();

/** The same for a process that has the store to itself. */
export function openDatabase(
  folder: string,
  { now = Date.now, random = randomBytes, onMigrated }: StoreOptions = {},
): Store {
  try {
    requireWritable(folder);
    const db = new Database(databaseFile(folder), { timeout: BUSY_TIMEOUT });
    try {
      if (migrate({ db, folder, now })) onMigrated?.();
      const steady = steadyClock(now, latestTime({ db, folder }));
      const store: Store = { db, folder, now: steady, newId: () => makeId(steady(), random(10)) };
      makeDurable(db);
      db.pragma(`cache_size = -${CACHE}`);
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

/** SQLite silently opens a file that it cannot write for reading: the first save would be the first to fail. */
function requireWritable(folder: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const file = databaseFile(folder) + suffix;
    if (existsSync(file)) accessSync(file, constants.W_OK);
  }
}

/**
 * The latest time, ms UTC, known from before: of what was saved (by the time indexes), kept as a revision (from its
 * id), worked on, or backed up; 0 for a new store.
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

/** Switches everybody who holds a store to the connection of another. */
export function reconnect(store: Store, { db }: Store): void {
  const held: { db: Db } = store;
  held.db = db;
}

/**
 * A separate read-only connection, for a worker thread. Throws NutgrafError `store_displaced` if there is no file.
 */
export function openReader(folder: string): Reader {
  if (!existsSync(databaseFile(folder)))
    throw new NutgrafError(
      'store_displaced',
      say('The store’s database ({folder}) is no longer there. Put it back, or start Nutgraf again.', {
        folder: databaseFile(folder),
      }),
    );
  const db = new Database(databaseFile(folder), {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT,
  });
  return { db, folder };
}

/** Whether no other process has the store open, as far as the lock in its folder shows. */
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
 * better-sqlite3 compiles WAL with `synchronous=NORMAL`, which SQLite adopts at the first write unless the connection
 * has set a level of its own; so FULL is set. On macOS only F_FULLFSYNC reaches the disk.
 */
function makeDurable(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
}

/** Gives a new store its default sections and ad slots; a store that had them once is left alone. */
function seed(store: Store): void {
  if (isSeeded(store)) return;
  const isSeededNow = write(store, () => {
    if (isSeeded(store)) return false;
    for (const { name, colour } of usualSections) addSection(store, { name, colour, parentId: null });
    addAdSlots(store, usualAdSlots);
    statement(store.db, `INSERT INTO settings (key, value) VALUES ('seeded', 'true')`).run();
    return true;
  });
  if (isSeededNow) forgetWrites(store.db);
}

function isSeeded({ db }: Store): boolean {
  return statement(db, `SELECT 1 FROM settings WHERE key = 'seeded'`).get() !== undefined;
}
