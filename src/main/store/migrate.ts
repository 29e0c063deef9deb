import { DeskError } from '#shared/domain/failure';
import { copyDatabase } from './copyDatabase';
import type { Db, Store } from './database';
import { type Migration, migrations } from './migrations';

/** "Nutg" in the file's header (`PRAGMA application_id`): tells a store from any other database. */
const APPLICATION_ID = 0x4e757467;

const numberOf = (db: Db, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** The number of the last migration that ran; 0 for an empty file. */
export const storeVersion = (db: Db): number => numberOf(db, 'user_version');

/**
 * Brings the store up to the last of `steps`: all pending ones in one transaction, and before them a verified copy
 * of a store that holds anything. Throws DeskError `store_from_future` or `not_a_store` before anything is written.
 */
export function migrate(store: Pick<Store, 'db' | 'folder' | 'now'>, steps = migrations): void {
  const { db } = store;
  const newest = steps.at(-1)?.number ?? 0;
  const found = storeVersion(db);
  refuseForeign(db, found);
  refuseFuture(found, newest);
  if (found === newest) return;
  if (found > 0) copyDatabase(store, `before-migration-${newest}`);
  db.transaction(() => runPending(db, steps, newest)).immediate();
}

/** Asks for the version again: another process may have migrated while this one waited for the lock. */
function runPending(db: Db, steps: readonly Migration[], newest: number): void {
  const found = storeVersion(db);
  refuseFuture(found, newest);
  db.pragma('defer_foreign_keys = ON');
  for (const step of steps.filter(({ number }) => number > found)) step.up(db);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${newest}`);
}

function refuseForeign(db: Db, version: number): void {
  const application = numberOf(db, 'application_id');
  if (application === APPLICATION_ID) return;
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (application === 0 && version === 0 && tables === 0) return;
  throw new DeskError(
    'not_a_store',
    'The file nutgraf.db in this folder was made by another program. Choose another folder for the store; nothing was changed.',
  );
}

function refuseFuture(found: number, newest: number): void {
  if (found <= newest) return;
  throw new DeskError(
    'store_from_future',
    `This store was written by a newer Nutgraf (store version ${found}; this one knows ${newest}). Start the newer Nutgraf, or use another folder (--store=DIR). Nothing was changed.`,
    { found, newest },
  );
}
