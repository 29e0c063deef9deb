import Database from 'better-sqlite3';
import { listBackups } from '../backups';
import { databaseFile } from '../database';
import { newestVersion, storeVersion, versionBySchema } from '../migrate';

/**
 * Whether a store that names a later version than this Nutgraf knows cannot have been written by a later one: its
 * tables are those of a version known here, and no backup is of a later one, nor was made before going on to one.
 */
export function isFutureByMistake(folder: string): boolean {
  const backups = listBackups(folder);
  const newest = newestVersion();
  return (
    backups.length > 0 &&
    backups.every(({ file }) => madeBefore(file) <= newest && versionIn(file) <= newest) &&
    readWith(databaseFile(folder), versionBySchema) !== null
  );
}

/** The version for whose migration a backup was made; 0 for any other backup. */
const madeBefore = (file: string): number => Number(/-before-migration-(\d+)\.db$/.exec(file)?.[1] ?? 0);

/** A backup that cannot be read says nothing. */
const versionIn = (file: string): number => readWith(file, storeVersion) ?? 0;

function readWith<T>(file: string, read: (db: Database.Database) => T): T | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
