import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { closeStore, databaseFile, isAlone, openStore, reconnect } from '../../opening/database';
import type { Store } from '../../store';
import { makeFolder, syncFile, syncFolder } from '../../disk/durableFile';
import { openSafely } from '../openSafely';
import { damagedStore } from '../../disk/storeFailure';
import { newestVersion, storeVersion } from '../../opening/migrate';
import { type Displacement, displaced } from '../../disk/place';
import { preflight } from './preflight';
import { asideFile, freeName, setAside, workshopOf } from './setAside';

type Rewritten = Extract<StoreNotice, { readonly kind: 'rewritten' }>;

/**
 * Writes a store whose file was deleted, replaced or moved away anew, at its place: the connection still reads all of
 * the file that it opened, on every system on which an open file can be taken away. What lies in its place is renamed.
 * The same store goes on, on a new connection. Throws what SQLite throws where the file cannot be read any more;
 * nothing was changed then.
 */
export function rewriteStore(store: Store, displacement: Displacement): Rewritten {
  const { folder } = store;
  const isFolderGone = !existsSync(folder);
  makeFolder(folder);
  const workshop = workshopOf(folder);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop);
  const copy = databaseFile(workshop);
  store.db.prepare('VACUUM INTO ?').run(copy);
  requireStore(copy);
  syncFile(copy);
  const aside = freeName(folder, store.now());
  const keptFile = asideFile(folder, aside);
  setAside(folder, aside);
  closeStore(store);
  renameSync(copy, databaseFile(folder));
  syncFolder(folder);
  rmSync(workshop, { recursive: true, force: true });
  reconnect(store, openStore(folder, { now: store.now }));
  return {
    kind: 'rewritten',
    how: isFolderGone ? 'moved' : displacement,
    database: databaseFile(folder),
    articles: countIn(store, 'articles'),
    keptFile,
    picturesMissing: countIn(store, 'assets') > 0 && !existsSync(join(folder, 'assets')),
  };
}

/**
 * The same for a process that may have company: of two that wrote a store anew, the second would put what the first
 * wrote aside. Throws NutgrafError `store_displaced` where it is not done, or cannot be.
 */
export function rewriteIfAlone(store: Store, displacement: Displacement): Rewritten {
  if (displacement === 'emptied' || !existsSync(store.folder) || !isAlone(store))
    throw displaced(store, displacement);
  try {
    return rewriteStore(store, displacement);
  } catch {
    throw displaced(store, displacement);
  }
}

/** A connection whose file lost its pages copies an empty database without a word. */
function requireStore(copy: string): void {
  const db = new Database(copy, { readonly: true });
  try {
    if (storeVersion(db) !== newestVersion()) throw damagedStore('the copy holds no store');
  } finally {
    db.close();
  }
}

const countIn = ({ db }: Store, table: 'articles' | 'assets'): number =>
  Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

/**
 * Brings a damaged store back without a new start: the same store goes on, on a new connection. Throws what
 * `openSafely` throws; the store is open again then as it was, unless its files are such that a new one would be made
 * in their place: then it stays closed until it is brought back.
 */
export function recoverOpen(store: Store): readonly StoreNotice[] {
  const { folder, now } = store;
  closeStore(store);
  try {
    const { store: next, notices } = openSafely(folder, { now, hasRecoveryMark: true });
    reconnect(store, next);
    return notices;
  } catch (thrown) {
    if (preflight(folder) === null) reconnect(store, openStore(folder, { now }));
    throw thrown;
  }
}
