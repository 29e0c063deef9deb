import { NutgrafError } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { listBackups } from './backups';
import { type StoreOptions, closeStore, databaseFile, openDatabase, openStore } from '../opening/database';
import type { Store } from '../store';
import { makeFolder } from '../disk/durableFile';
import { integrityOf } from '../disk/integrity';
import { versionBySchema } from '../opening/migrate';
import { alone } from '../disk/storeLock';
import { isFutureByMistake } from './recovery/futureVersion';
import { readLog } from './recovery/log';
import { type Fault, preflight } from './recovery/preflight';
import { recover } from './recovery/recover';
import { readDatabase } from '../opening/readDatabase';
import { rebuildSearch } from '../articles/search';
import { storeFailure } from '../disk/storeFailure';
import { clearRecoveryMark, hasRecoveryMark, recoveryBegun } from './recoveryMark';

export interface OpenedStore {
  readonly store: Store;
  /** What the person must be told at once. */
  readonly notices: readonly StoreNotice[];
}

/**
 * Opens a store as `openStore` does, and brings back one whose files are damaged, missing or cut, in whatever way:
 * a store is put together from what can be read of them and from the backups, and takes their place once it is
 * whole; the damaged files are renamed (`nutgraf.damaged-<time>.db`), and nothing is deleted. Throws the other
 * errors of `openStore`, and `store_in_use` when another process has a damaged store open: what it saves must not
 * go aside with it.
 */
export function openSafely(folder: string, options: StoreOptions = {}): OpenedStore {
  try {
    makeFolder(folder);
    return openOrRecover(folder, options);
  } catch (thrown) {
    throw notOpened(storeFailure(thrown));
  }
}

/** Nothing was there to be saved yet, which is what a full disk is told of everywhere else. */
const notOpened = (thrown: unknown): unknown =>
  thrown instanceof NutgrafError && thrown.code === 'disk_full'
    ? new NutgrafError(
        'disk_full',
        'The disk is full, so the store could not be opened. What is in it is safe: free some space, and try again.',
        thrown.detail,
      )
    : thrown;

/** A store that was opened, or why it was not. */
type Attempt =
  | { readonly kind: 'open'; readonly store: Store }
  /** `cause` is what was thrown, if anything was. */
  | { readonly kind: 'damaged'; readonly fault: Fault; readonly cause?: unknown };

function openOrRecover(folder: string, options: StoreOptions): OpenedStore {
  const open: Opener = { open: () => openStore(folder, options), look: lookIfAlone };
  const first = tryOpen(open, folder, options);
  if (first.kind === 'open') return { store: first.store, notices: [] };
  const recovered = alone(folder, () => recoverUnlessSound(folder, options));
  if (recovered.kind === 'alone') return { store: openStore(folder, options), notices: recovered.result };
  const second = tryOpen(open, folder, options);
  if (second.kind === 'open') return { store: second.store, notices: [] };
  throw new NutgrafError(
    'store_in_use',
    'The store on the disk is damaged, and another Nutgraf has it open. Close that one and start again: what can be read is brought back then, and the damaged file is kept.',
  );
}

interface Opener {
  readonly open: () => Store;
  /** Looks whether the log is that of the database. */
  readonly look: (folder: string) => Fault | null;
}

/** Opens a store that nothing speaks against; what speaks against it is looked for before SQLite opens anything. */
function tryOpen({ open, look }: Opener, folder: string, options: StoreOptions): Attempt {
  const fault = preflight(folder) ?? unfinished(folder) ?? look(folder);
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

/**
 * A log that SQLite would take over page by page may be that of another database, one that was put back by hand for
 * instance: then the two make no database together. Looked at before anything is written, by the first process only.
 */
function wrongLog(folder: string): Fault | null {
  const database = databaseFile(folder);
  if ((readLog(`${database}-wal`)?.read ?? 0) === 0) return null;
  const what = readDatabase(database, (db) => integrityOf(db).damage);
  return what === null ? null : { kind: 'damaged', what };
}

function lookIfAlone(folder: string): Fault | null {
  const looked = alone(folder, () => wrongLog(folder), 0);
  return looked.kind === 'alone' ? looked.result : null;
}

const unfinished = (folder: string): Fault | null =>
  recoveryBegun(folder) === null ? null : { kind: 'damaged', what: 'its recovery was cut off' };

const always = (): boolean => true;

/**
 * What keeps a store closed though its files may be sound, and whether it does so here; anything else is taken for
 * damage, known or not. A backup says that a store lay here, whatever lies here now.
 */
const noDamage: Readonly<Record<string, (folder: string) => boolean>> = {
  disk_full: always,
  folder_blocked: always,
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

/** Looks at every page; a search index that is damaged is made anew. */
function damageIn(store: Store): string | null {
  const { damage, searchDamaged } = integrityOf(store.db);
  if (damage !== null) return damage;
  if (searchDamaged) rebuildSearch(store);
  clearRecoveryMark(store.folder);
  return null;
}

/** Another process may have recovered the store while this one waited to be alone in it. */
function recoverUnlessSound(folder: string, options: StoreOptions): readonly StoreNotice[] {
  const open: Opener = { open: () => openDatabase(folder, options), look: wrongLog };
  const attempt = tryOpen(open, folder, options);
  if (attempt.kind === 'damaged') return [recover(folder, attempt.fault, options)];
  closeStore(attempt.store);
  return [];
}
