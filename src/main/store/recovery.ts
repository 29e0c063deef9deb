import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { type Backup, listBackups } from './backups';
import { stamp } from './copyDatabase';
import { type Store, type StoreOptions, closeStore, databaseFile, openDatabase, openStore } from './database';
import { syncFile, syncFolder } from './durableFile';
import { integrityOf } from './integrity';
import { alone } from './occupancy';
import { salvage } from './salvage';
import { rebuildSearch } from './search';
import { storeFailure } from './storeFailure';
import { beginRecovery, clearSuspicion, isSuspect, recoveryBegun } from './suspicion';

export interface OpenedStore {
  readonly store: Store;
  /** What the person must be told at once. */
  readonly notices: readonly StoreNotice[];
}

/**
 * Opens a store as `openStore` does, and brings back one that is damaged: its files are renamed aside
 * (`nutgraf.damaged-<time>.db`), the newest good backup takes their place, and every sound article that the
 * damaged file holds in a later version is taken over. Nothing is deleted. Throws the other errors of `openStore`,
 * and `store_in_use` when another process has a damaged store open: what it saves must not go aside with it.
 */
export function openSafely(folder: string, options: StoreOptions = {}): OpenedStore {
  try {
    return openOrRecover(folder, options);
  } catch (thrown) {
    throw storeFailure(thrown);
  }
}

function openOrRecover(folder: string, options: StoreOptions): OpenedStore {
  const sound = openSound(() => openStore(folder, options), folder);
  if (sound !== null) return { store: sound, notices: [] };
  const recovered = alone(folder, () => recoverUnlessSound(folder, options));
  if (recovered.kind === 'alone') return { store: openStore(folder, options), notices: recovered.result };
  const recoveredByOther = openSound(() => openStore(folder, options), folder);
  if (recoveredByOther !== null) return { store: recoveredByOther, notices: [] };
  throw new DeskError(
    'store_in_use',
    'The store on the disk is damaged, and another Nutgraf has it open. Close that one and start again: the last good backup is restored, and the damaged file is kept.',
  );
}

/** The opened store; null when it is damaged, or its recovery was cut off. */
function openSound(open: () => Store, folder: string): Store | null {
  if (isHollow(folder) || recoveryBegun(folder) !== null) return null;
  try {
    const store = open();
    if (!isSuspect(folder) || isWhole(store)) return store;
    closeStore(store);
    return null;
  } catch (thrown) {
    if (thrown instanceof DeskError && thrown.code === 'store_damaged') return null;
    throw thrown;
  }
}

/** Looks at every page; a search index that is damaged is made anew. */
function isWhole(store: Store): boolean {
  const { damage, searchDamaged } = integrityOf(store.db);
  if (damage !== null) return false;
  if (searchDamaged) rebuildSearch(store);
  clearSuspicion(store.folder);
  return true;
}

/** Whether a store that once was here is gone or empty: SQLite would take that for a new one. */
function isHollow(folder: string): boolean {
  const size = statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  const log = statSync(`${databaseFile(folder)}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 && log === 0 && listBackups(folder).length > 0;
}

/** Another process may have recovered the store while this one waited to be alone in it. */
function recoverUnlessSound(folder: string, options: StoreOptions): readonly StoreNotice[] {
  const sound = openSound(() => openDatabase(folder, options), folder);
  if (sound === null) return [recover(folder, options)];
  closeStore(sound);
  return [];
}

function recover(folder: string, options: StoreOptions): StoreNotice {
  const damagedFile = setAside(folder, (options.now ?? Date.now)());
  const backup = listBackups(folder).find(({ file }) => isGoodBackup(file));
  if (backup !== undefined && !existsSync(databaseFile(folder))) restore(folder, backup);
  const store = openDatabase(folder, options);
  try {
    salvage(store, damagedFile);
  } finally {
    closeStore(store);
  }
  clearSuspicion(folder);
  return { kind: 'recovered', damagedFile, backupFrom: backup?.madeAt ?? null };
}

/**
 * Renames the database with its log and its index of the log, the database last: where it stands aside already,
 * an earlier recovery was cut off after this and what lies in its place is a backup.
 */
function setAside(folder: string, now: number): string {
  const name = recoveryBegun(folder) ?? `nutgraf.damaged-${stamp(now)}.db`;
  const aside = join(folder, name);
  if (existsSync(aside)) return aside;
  beginRecovery(folder, name);
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(databaseFile(folder) + suffix)) renameSync(databaseFile(folder) + suffix, aside + suffix);
  }
  syncFolder(folder);
  return aside;
}

function restore(folder: string, { file }: Backup): void {
  const part = `${databaseFile(folder)}.part`;
  copyFileSync(file, part);
  syncFile(part);
  renameSync(part, databaseFile(folder));
  syncFolder(folder);
}

function isGoodBackup(file: string): boolean {
  try {
    const db = new Database(file, { readonly: true });
    try {
      return integrityOf(db).damage === null;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
