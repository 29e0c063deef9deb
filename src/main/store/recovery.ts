import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { type Backup, listBackups } from './backups';
import { stamp } from './copyDatabase';
import { type Store, type StoreOptions, closeStore, databaseFile, openStore } from './database';
import { syncFile, syncFolder } from './durableFile';
import { integrityOf } from './integrity';
import { salvage } from './salvage';
import { clearSuspicion, isSuspect } from './suspicion';

export interface OpenedStore {
  readonly store: Store;
  /** What the person must be told at once. */
  readonly notices: readonly StoreNotice[];
}

/**
 * Opens a store as `openStore` does, and brings back one that is damaged: its files are renamed aside
 * (`nutgraf.damaged-<time>.db`), the newest good backup takes their place, and every sound article that the
 * damaged file holds in a later version is taken over. Nothing is deleted. Throws the other errors of `openStore`.
 */
export function openSafely(folder: string, options: StoreOptions = {}): OpenedStore {
  try {
    if (isHollow(folder)) return recover(folder, options);
    const store = openStore(folder, options);
    if (!isSuspect(folder)) return { store, notices: [] };
    const sound = isWhole(store.db);
    if (sound) {
      clearSuspicion(folder);
      return { store, notices: [] };
    }
    closeStore(store);
  } catch (thrown) {
    if (!(thrown instanceof DeskError) || thrown.code !== 'store_damaged') throw thrown;
  }
  return recover(folder, options);
}

/** Whether a store that once was here is gone or empty: SQLite would take that for a new one. */
function isHollow(folder: string): boolean {
  const size = statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  const log = statSync(`${databaseFile(folder)}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 && log === 0 && listBackups(folder).length > 0;
}

function recover(folder: string, options: StoreOptions): OpenedStore {
  const now = (options.now ?? Date.now)();
  const damagedFile = setAside(folder, now);
  const backup = listBackups(folder).find(({ file }) => isGoodBackup(file));
  if (backup !== undefined) restore(folder, backup);
  const store = openStore(folder, options);
  salvage(store, damagedFile);
  clearSuspicion(folder);
  return { store, notices: [{ kind: 'recovered', damagedFile, backupFrom: backup?.madeAt ?? null }] };
}

/** Renames the database with its log and its index of the log. */
function setAside(folder: string, now: number): string {
  const aside = join(folder, `nutgraf.damaged-${stamp(now)}.db`);
  for (const suffix of ['', '-wal', '-shm']) {
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
      return isWhole(db);
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

const isWhole = (db: Store['db']): boolean => integrityOf(db).damage === null;
