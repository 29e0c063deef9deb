import { listBackups } from '../backups';
import { databaseFile } from '../../opening/database';
import { newestVersion, storeVersion, versionBySchema } from '../../opening/migrate';
import { readDatabase } from '../../opening/readDatabase';

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
    readDatabase(databaseFile(folder), versionBySchema) !== null
  );
}

/** The version for whose migration a backup was made; 0 for any other backup. */
const madeBefore = (file: string): number => Number(/-before-migration-(\d+)\.db$/.exec(file)?.[1] ?? 0);

/** A backup that cannot be read says nothing. */
const versionIn = (file: string): number => readDatabase(file, storeVersion) ?? 0;
