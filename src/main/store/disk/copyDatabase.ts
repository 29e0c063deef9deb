import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import type { Db, Store } from '../store';
import { makeFolderFor, syncFile, syncFolder } from './durableFile';
import { integrityOf } from './integrity';
import { storeFailure } from './storeFailure';

export const backupFolder = (folder: string): string => join(folder, 'backups');

/**
 * Writes the whole store to one file in its backup folder and returns that file. The copy gets its name only once it
 * has been opened, has passed `integrity_check`, and has as many rows as the store. Throws NutgrafError
 * `backup_unverified`, `disk_full`, `store_damaged`.
 */
export function copyDatabase(
  { db, folder, now }: Pick<Store, 'db' | 'folder' | 'now'>,
  what: string,
): string {
  const home = backupFolder(folder);
  makeFolderFor('backups', home);
  const file = freeFile(home, now(), what);
  const part = `${file}.part`;
  dropUnfinished(home);
  try {
    const before = rowCounts(db);
    db.prepare('VACUUM INTO ?').run(part);
    verifyCopy(part, before, rowCounts(db));
    syncFile(part);
    renameSync(part, file);
    syncFolder(home);
    return file;
  } catch (thrown) {
    throw storeFailure(thrown);
  } finally {
    rmSync(part, { force: true });
  }
}

/** A backup of the same moment is never overwritten. */
function freeFile(home: string, time: Time, what: string): string {
  const file = join(home, `nutgraf-${stamp(time)}-${what}.db`);
  return existsSync(file) ? freeFile(home, time + 1, what) : file;
}

/** What an interrupted copy left behind, with SQLite's own files; it never had the name of a backup. */
function dropUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (/\.part(?:-journal|-wal|-shm)?$/.test(name)) rmSync(join(home, name), { force: true });
  }
}

/** A time as part of a file name: `20261122T215353123Z`. */
export const stamp = (time: number): string => new Date(time).toISOString().replace(/[-:.]/g, '');

type Counts = ReadonlyMap<string, number>;

/** Row counts of every table that holds what a person made. */
function rowCounts(db: Db): Counts {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`,
    )
    .pluck()
    .all();
  const count = (table: string): number =>
    Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  return new Map(tables.map((table) => [table, count(table)]));
}

/** Another process may write during the copy: its counts must lie between those before and after. */
function verifyCopy(file: string, before: Counts, after: Counts): void {
  const copy = new Database(file, { readonly: true });
  try {
    const { damage } = integrityOf(copy);
    if (damage !== null) throw unverified(damage);
    for (const [table, found] of rowCounts(copy)) {
      const ends = [before.get(table) ?? 0, after.get(table) ?? 0];
      if (found < Math.min(...ends) || found > Math.max(...ends))
        throw unverified(`${table} holds ${found} rows`);
    }
  } finally {
    copy.close();
  }
}

function unverified(reason: string): NutgrafError {
  return new NutgrafError(
    'backup_unverified',
    say(
      'A backup of the store could not be verified and was not kept. The earlier backups are kept, and Nutgraf will try again later.',
    ),
    reason,
  );
}
