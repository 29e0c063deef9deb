import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { closeStore, databaseFile, isAlone, openStore, reconnect } from '../../opening/database';
import type { Store } from '../../store';
import { makeFolder, syncFile, syncFolder } from '../../disk/durableFile';
import { openIfSound } from '../openIfSound';
import { openSafely } from '../openSafely';
import { damagedStore } from '../../disk/storeFailure';
import { newestVersion, storeVersion } from '../../opening/migrate';
import { type Displacement, displaced } from '../../disk/place';
import { inTurn } from '../../disk/storeLock';
import { asideFile, freeName, setAside, workshopOf } from './setAside';

type Rewritten = Extract<StoreNotice, { readonly kind: 'rewritten' }>;

/**
 * Rebuilds, in its place, a store whose file was deleted, replaced or moved away: on every system on which an open
 * file can be removed, the connection can still read all of the file it opened. What is in its place is renamed. The
 * same store goes on with a new connection. Throws what SQLite throws if the file can no longer be read; then nothing
 * was changed.
 */
export function rewriteStore(store: Store, displacement: Displacement): Rewritten {
  const { folder } = store;
  const isFolderGone = !existsSync(folder);
  makeFolder(folder);
  return inTurn(folder, () => rewrite(store, isFolderGone ? 'moved' : displacement));
}

/** Whoever looked meanwhile would find no database, and bring back a backup in its place. */
function rewrite(store: Store, how: Rewritten['how']): Rewritten {
  const { folder } = store;
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
    how,
    database: databaseFile(folder),
    articles: countIn(store, 'articles'),
    keptFile,
    picturesMissing: countIn(store, 'assets') > 0 && !existsSync(join(folder, 'assets')),
  };
}

/**
 * The same for a process that may not be alone: if two rebuilt a store, the second would set aside what the first
 * wrote. Throws NutgrafError `store_displaced` if it was not done, or cannot be.
 */
export function rewriteIfAlone(store: Store, displacement: Displacement): Rewritten {
  const isHopeless = displacement === 'emptied' || !existsSync(store.folder);
  try {
    const told = isHopeless
      ? null
      : inTurn(store.folder, () => (isAlone(store) ? rewrite(store, displacement) : null));
    if (told !== null) return told;
  } catch {
    // As little is certain as when it was not tried.
  }
  throw displaced(store, displacement);
}

/** A connection whose file lost its pages silently copies an empty database. */
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
 * Recovers a damaged store without a restart: the same store goes on with a new connection. Throws what `openSafely`
 * throws; then the store is open again as it was, unless its files show that something would be lost by opening them: then
 * it stays closed until it is recovered.
 */
export function recoverOpen(store: Store): readonly StoreNotice[] {
  const { folder, now } = store;
  closeStore(store);
  try {
    const { store: next, notices } = openSafely(folder, { now, hasRecoveryMark: true });
    reconnect(store, next);
    return notices;
  } catch (thrown) {
    const again = openIfSound(folder, { now, hasRecoveryMark: false });
    if (again !== null) reconnect(store, again);
    throw thrown;
  }
}
