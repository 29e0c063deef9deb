import { NutgrafError } from '#shared/domain/failure';
import { saying } from '#shared/language/say';
import { listBackups } from './backups';
import { type StoreOptions, closeStore, databaseFile, openStore } from '../opening/database';
import type { Store } from '../store';
import { makeFolder } from '../disk/durableFile';
import { integrityOf } from '../disk/integrity';
import { versionBySchema, newestVersion, storeVersion } from '../opening/migrate';
import { alone, inTurn } from '../disk/storeLock';
import { readLog } from './recovery/log';
import { type Fault, absence, preflight } from './recovery/preflight';
import { readDatabase } from '../opening/readDatabase';
import { rebuildSearch } from '../articles/search';
import { storeFailure } from '../disk/storeFailure';
import { clearRecoveryMark, hasRecoveryMark, recoveryBegun } from './recoveryMark';

/**
 * Opens a store in which no fault is found, and returns null for one that `openSafely` must recover: the code for that
 * takes long to load, and few starts need it. Throws what `openSafely` throws.
 */
export function openIfSound(folder: string, options: StoreOptions = {}): Store | null {
  return opening(folder, () => {
    const attempt = openAtOnce(folder, options);
    return attempt.kind === 'open' ? attempt.store : null;
  });
}

/** Runs what opens a store, in turn with every other process; what it throws says why the store stays closed. */
export function opening<T>(folder: string, open: () => T): T {
  try {
    makeFolder(folder);
    return inTurn(folder, open);
  } catch (thrown) {
    throw notOpened(storeFailure(thrown));
  }
}

/** Nothing had been typed yet, so the usual words about a failed save do not fit. */
function notOpened(thrown: unknown): unknown {
  if (!(thrown instanceof NutgrafError)) return thrown;
  const words = closedWords[thrown.code];
  return words === undefined ? thrown : new NutgrafError(thrown.code, words(), thrown.detail);
}

const closedWords: Partial<Record<string, () => string>> = {
  disk_full: saying(
    'The disk is full, so the store could not be opened. What is in it is safe. Free some space and try again.',
  ),
  store_busy: saying(
    'Another Nutgraf is just opening or recovering this store, so it could not be opened. Start again in a moment.',
  ),
};

/** A store that was opened, or why it was not. */
type Attempt =
  | { readonly kind: 'open'; readonly store: Store }
  /** `cause` is what was thrown, if anything was. */
  | { readonly kind: 'damaged'; readonly fault: Fault; readonly cause?: unknown };

/** Opens it alongside any other process that has it open; `opening` runs it. */
export function openAtOnce(folder: string, options: StoreOptions = {}): Attempt {
  return tryOpen({ open: () => openStore(folder, options), look: lookIfAlone }, folder, options);
}

interface Opener {
  readonly open: () => Store;
  /** Checks the bytes of the files. */
  readonly look: (folder: string) => Fault | null;
}

/** Opens a store unless a check finds a fault; the checks run before SQLite opens anything. */
export function tryOpen({ open, look }: Opener, folder: string, options: StoreOptions): Attempt {
  const fault = absence(folder) ?? unfinished(folder) ?? look(folder);
  if (fault !== null) return { kind: 'damaged', fault };
  try {
    const store = open();
    const damage = (options.hasRecoveryMark ?? hasRecoveryMark(folder)) ? damageIn(store) : null;
    if (damage === null) return { kind: 'open', store };
    closeStore(store);
    return { kind: 'damaged', fault: { kind: 'damaged', what: damage } };
  } catch (thrown) {
    if (isNoDamage(thrown, folder)) throw thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'damaged', fault: { kind: 'damaged', what }, cause: thrown };
  }
}

/** Checks the bytes of files at rest, those of the log beside those of the database. */
export const lookAtRest = (folder: string): Fault | null => preflight(folder) ?? wrongLog(folder);

/**
 * A log that SQLite would apply page by page may belong to another database, for example one restored by hand: the
 * two together make no valid database.
 */
function wrongLog(folder: string): Fault | null {
  const database = databaseFile(folder);
  if ((readLog(`${database}-wal`)?.read ?? 0) === 0) return null;
  const what = readDatabase(database, (db) => integrityOf(db).damage);
  return what === null ? null : { kind: 'damaged', what };
}

/** Whoever has the store open already looked before it did, and writes to the files now. */
function lookIfAlone(folder: string): Fault | null {
  const looked = alone(folder, () => lookAtRest(folder), 0);
  return looked.kind === 'alone' ? looked.result : null;
}

const unfinished = (folder: string): Fault | null =>
  recoveryBegun(folder) === null ? null : { kind: 'damaged', what: 'its recovery was cut off' };

const always = (): boolean => true;

/**
 * Reasons for a store not to open though its files may be sound, and whether each applies here; anything else counts
 * as damage, known or not. A backup proves that there was a store here, whatever is here now.
 */
const noDamage: Readonly<Record<string, (folder: string) => boolean>> = {
  disk_full: always,
  folder_blocked: always,
  migration_failed: always,
  store_busy: always,
  store_not_writable: always,
  store_from_future: (folder) => !isFutureByMistake(folder),
  not_a_store: (folder) =>
    !listBackups(folder).some(({ file }) => readDatabase(file, versionBySchema) !== null),
  backup_unverified: (folder) =>
    readDatabase(databaseFile(folder), (db) => integrityOf(db).damage !== null) === false,
};

const isNoDamage = (thrown: unknown, folder: string): boolean =>
  thrown instanceof NutgrafError && (noDamage[thrown.code]?.(folder) ?? false);

/** Checks every page; a damaged search index is rebuilt. */
function damageIn(store: Store): string | null {
  const { damage, searchDamaged } = integrityOf(store.db);
  if (damage !== null) return damage;
  if (searchDamaged) rebuildSearch(store);
  clearRecoveryMark(store.folder);
  return null;
}

/**
 * Whether a store that claims a later version than this Nutgraf knows cannot have been written by a later one: its
 * tables are those of a known version, and no backup is of a later one, nor was made before migrating to one.
 */
function isFutureByMistake(folder: string): boolean {
  const backups = listBackups(folder);
  const newest = newestVersion();
  return (
    backups.length > 0 &&
    backups.every(({ file }) => madeBefore(file) <= newest && versionIn(file) <= newest) &&
    readDatabase(databaseFile(folder), versionBySchema) !== null
  );
}

/** The version for whose migration a backup was made; 0 for any other backup. */
const madeBefore = (file: string): number => Number(/-before-migration-(\d+)\.db$/.exec(file)?.[1] ?? 0);

/** A backup that cannot be read proves nothing. */
const versionIn = (file: string): number => readDatabase(file, storeVersion) ?? 0;
