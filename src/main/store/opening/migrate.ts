import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';
import { copyDatabase } from '../disk/copyDatabase';
import type { Db, Store } from '../store';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { APPLICATION_ID } from '../safety/recovery/databaseHeader';
import { damagedStore } from '../disk/storeFailure';

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
 * written.
 */
export function migrate(store: Pick<Store, 'db' | 'folder' | 'now'>, steps = migrations): void {
  const { db } = store;
  const newest = newestVersion(steps);
  const found = storeVersion(db);
  if (found === newest && numberOf(db, 'application_id') === APPLICATION_ID) return;
  refuseWrongHeader(db, found, steps);
  refuseForeign(db, found);
  refuseFuture(found, newest);
  if (found > 0) copyDatabase(store, `before-migration-${newest}`);
  db.transaction(() => runPending(db, steps, newest)).immediate();
}

/** Reads the version again: another process may have migrated while this one waited for the lock. */
function runPending(db: Db, steps: readonly Migration[], newest: number): void {
  const found = storeVersion(db);
  refuseFuture(found, newest);
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
    'The file nutgraf.db in this folder belongs to another program. Nothing was changed. Choose another folder for the store.',
  );
}

function refuseFuture(found: number, newest: number): void {
  if (found <= newest) return;
  throw new NutgrafError(
    'store_from_future',
    `This store was written by a newer Nutgraf (store version ${found}; this one knows ${newest}). Start the newer Nutgraf, or use another folder (--store=DIR). Nothing was changed.`,
    { found, newest },
  );
}
