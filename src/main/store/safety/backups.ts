import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Asset } from '#shared/domain/asset';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { backUpAsset } from '../articles/assetFiles';
import { listAssets } from '../articles/assets';
import { stateOf } from '../sql/changes';
import { backupFolder, copyDatabase } from '../disk/copyDatabase';
import { damagedArticles } from './damagedRows';
import type { Reader, Store } from '../store';
import { readDatabase } from '../opening/readDatabase';
import { brokenRows } from '../sql/seals';

const DAY = 86_400_000;

/** How many of the newest backups are kept, and for how many days one per day is kept as well. */
const KEPT = { newest: 5, days: 7 } as const;

export interface Backup {
  readonly file: string;
  readonly madeAt: Time;
}

/** A backup that was opened, checked and read back. */
export interface MadeBackup {
  readonly file: string;
  /** Articles whose text was damaged on disk: then no older backup is deleted. */
  readonly damaged: readonly Id[];
}

/**
 * Makes a verified copy of the store and deletes the oldest ones. It reads and checks everything, so run it in idle
 * time or in a worker (a read-only connection is enough). Throws NutgrafError `backup_unverified`, `disk_full`.
 */
export function backUp(store: Pick<Store, 'db' | 'folder' | 'now'>): MadeBackup {
  const file = copyDatabase(store, 'rolling');
  const { damaged, isWhole } = lookInto(file);
  if (isWhole) {
    for (const { file: old } of backupsToDrop(listBackups(store.folder, 'rolling'), store.now())) rmSync(old);
  }
  return { file, damaged };
}

/**
 * Copies every image to the backups that do not have it yet, and checks each: returns those damaged on disk that no
 * backup has. Throws what the disk throws.
 */
export function backUpAssets(reader: Reader): readonly Asset[] {
  return listAssets(reader).filter((asset) => {
    try {
      backUpAsset(reader.folder, asset);
      return false;
    } catch (thrown) {
      if (thrown instanceof NutgrafError && thrown.code === 'picture_damaged') return true;
      throw thrown;
    }
  });
}

function lookInto(file: string): { readonly damaged: readonly Id[]; readonly isWhole: boolean } {
  const db = new Database(file, { readonly: true });
  try {
    const damaged = damagedArticles({ db });
    return { damaged, isWhole: damaged.length === 0 && brokenRows(db).length === 0 };
  } finally {
    db.close();
  }
}

/** The store's state when it was backed up; null when the file cannot tell. */
export function stateIn({ file }: Backup): string | null {
  return readDatabase(file, stateOf);
}

/** The backups of a store, newest first. */
export function listBackups(folder: string, what?: string): readonly Backup[] {
  return namesIn(backupFolder(folder))
    .flatMap((name) => {
      const parts = /^nutgraf-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(.+)\.db$/.exec(name);
      if (parts === null || (what !== undefined && parts[8] !== what)) return [];
      const [year = 0, month = 1, ...rest] = parts.slice(1, 8).map(Number);
      const file = join(backupFolder(folder), name);
      return isFile(file) ? [{ file, madeAt: Date.UTC(year, month - 1, ...rest) }] : [];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function namesIn(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
}

/** From a list with the newest first: all but the newest five and the last of each of the past seven days. */
export function backupsToDrop(backups: readonly Backup[], now: Time): readonly Backup[] {
  const days = new Set<number>();
  return backups.filter(({ madeAt }, index) => {
    const day = Math.floor(madeAt / DAY);
    const lastOfDay = !days.has(day) && now - madeAt < KEPT.days * DAY;
    days.add(day);
    return index >= KEPT.newest && !lastOfDay;
  });
}
