import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder, copyDatabase } from '../disk/copyDatabase';
import { integrityOf } from '../disk/integrity';
import type { Db, Reader, Store } from '../store';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { readDatabase } from './readDatabase';
import { APPLICATION_ID } from '../safety/recovery/databaseHeader';
import { damagedStore, storeFailure } from '../disk/storeFailure';

const numberOf = (db: Db, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** The number of the last migration that ran; 0 for an empty file. */
export const storeVersion = (db: Db): number => numberOf(db, 'user_version');

/** The store version of this Nutgraf. */
export const newestVersion = (steps = migrations): number => steps.at(-1)?.number ?? 0;

/** Every table, index and trigger with its SQL: what a migration leaves behind. */
function schemaOf(db: Db): string {
  const parts = db.prepare<[], string>(
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_%' ORDER BY type, name`,
  );
  return parts.pluck().all().join('\n');
}

/** A store's version by its tables, whatever its header says; null for tables of no known version. */
export function versionBySchema(db: Db, steps = migrations): number | null {
  const model = new Database(':memory:');
  try {
    const found = schemaOf(db);
    for (const step of steps) {
      step.up(model);
      if (schemaOf(model) === found) return step.number;
    }
    return null;
  } catch {
    return null;
  } finally {
    model.close();
  }
}

/**
 * Brings the store up to the last of `steps`: all pending ones in one transaction, after a verified copy of a store
 * that is not empty. Throws NutgrafError `store_from_future`, `not_a_store` or `store_damaged` before anything is
 * written, and `migration_failed`, which leaves the store as it was and says where the copy is. Returns whether
 * anything was pending: it is then in the store for good.
 */
export function migrate(store: Pick<Store, 'db' | 'folder' | 'now'>, steps = migrations): boolean {
  const { db } = store;
  const newest = newestVersion(steps);
  const found = storeVersion(db);
  if (found === newest && numberOf(db, 'application_id') === APPLICATION_ID) return false;
  refuseWrongHeader(db, found, steps);
  refuseForeign(db, found);
  refuseFuture(store.folder, found, newest);
  const copy = found > 0 ? copyDatabase(store, `before-migration-${newest}`) : null;
  try {
    db.transaction(() => runPending(store, steps, newest)).immediate();
  } catch (thrown) {
    throw copy === null ? thrown : migrationFailed(db, copy, thrown);
  }
  return true;
}

/**
 * What failed on a sound store is the fault of a migration, and a recovery would fail on it too: the store is as it was,
 * for the Nutgraf before this one.
 */
function migrationFailed(db: Db, copy: string, thrown: unknown): unknown {
  const failure = storeFailure(thrown);
  if (failure instanceof NutgrafError || integrityOf(db).damage !== null) return failure;
  return new NutgrafError(
    'migration_failed',
    say(
      'This version of Nutgraf could not change the store to its own form, and left it as it was. To go back, start Nutgraf once more: if it has updated itself, the version before comes back. Otherwise install the version that you had; it opens the store as before. A verified copy, made just before, is {copy}.',
      { copy },
    ),
    thrown instanceof Error ? thrown.message : String(thrown),
  );
}

/** Reads the version again: another process may have migrated while this one waited for the lock. */
function runPending({ db, folder }: Reader, steps: readonly Migration[], newest: number): void {
  const found = storeVersion(db);
  refuseFuture(folder, found, newest);
  db.pragma('defer_foreign_keys = ON');
  for (const step of steps.filter(({ number }) => number > found)) step.up(db);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${newest}`);
}

/** A header that names another version than the tables have, or another program: no migration can be right. */
function refuseWrongHeader(db: Db, found: number, steps: readonly Migration[]): void {
  const byTables = versionBySchema(db, steps);
  if (
    found > newestVersion(steps) ||
    byTables === null ||
    (byTables === found && numberOf(db, 'application_id') === APPLICATION_ID)
  )
    return;
  throw damagedStore(`the header says version ${found}, the tables are of ${byTables}`);
}

function refuseForeign(db: Db, version: number): void {
  const application = numberOf(db, 'application_id');
  if (application === APPLICATION_ID) return;
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (application === 0 && version === 0 && tables === 0) return;
  throw new NutgrafError(
    'not_a_store',
    say(
      'The file nutgraf.db in this folder belongs to another program. Nothing was changed. Choose another folder for the store.',
    ),
  );
}

/**
 * The last copy that a newer Nutgraf made before it changed the store, and that this one can open, in words; nothing
 * where there is none.
 */
function copyInWords(folder: string, newest: number): readonly string[] {
  const home = backupFolder(folder);
  const isOfNewer = (entry: string): boolean =>
    Number(/-before-migration-(\d+)\.db$/.exec(entry)?.[1] ?? 0) > newest;
  const opens = (entry: string): boolean =>
    (readDatabase(join(home, entry), storeVersion) ?? Infinity) <= newest;
  const names = existsSync(home) ? readdirSync(home).filter(isOfNewer) : [];
  const name = names.toSorted().toReversed().find(opens);
  if (name === undefined) return [];
  return [
    say(
      'A copy made before the newer one changed the store is {copy}; it lacks what was written since. To go back to it, copy the store’s folder, remove the files nutgraf.db, nutgraf.db-wal and nutgraf.db-shm from that, put this file there as nutgraf.db, and start with --store=DIR.',
      { copy: join(home, name) },
    ),
  ];
}

function refuseFuture(folder: string, found: number, newest: number): void {
  if (found <= newest) return;
  throw new NutgrafError(
    'store_from_future',
    [
      say(
        'This store was written by a newer Nutgraf (store version {found}; this one knows {newest}). Start the newer Nutgraf, or use another folder (--store=DIR). Nothing was changed.',
        { found, newest },
      ),
      ...copyInWords(folder, newest),
    ].join(' '),
    { found, newest },
  );
}
