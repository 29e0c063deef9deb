import { mkdirSync, rmSync } from 'node:fs';
import type { Id } from '#shared/domain/id';
import type { StoreOrigin } from '#shared/domain/storeNotice';
import { listBackups } from '../backups';
import { damagedArticles } from '../damagedRows';
import { type StoreOptions, closeStore, openDatabase } from '../../opening/database';
import type { Store } from '../../store';
import { integrityOf } from '../../disk/integrity';
import { salvage, salvageArticles } from '../salvage';
import { rebuildSearch } from '../../articles/search';
import { write } from '../../sql/write';
import { adoptPictures } from './adoptPictures';
import { type FileBytes, openBytes } from './filePages';
import { everyFrame, readLog } from './log';
import { type Wreck, readWreck } from './rawRows';
import { type StartingPoint, type Wreckage, bringStart } from './startingPoint';
import { type Taker, articleTaker } from './takeArticles';

/** What a store was put together from. */
export interface Rebuilt {
  readonly origin: StoreOrigin;
  /** Articles in what was started from. */
  readonly started: number;
  /** Articles that were read from the damaged files besides: later versions, and those that the start has not. */
  readonly newer: number;
  /** The same from other backups. */
  readonly fromBackups: number;
  /** Of all these, the articles of which nothing proves that they are as they were saved. */
  readonly unsure: number;
  /** Articles of which a later version was seen than could be read. */
  readonly unread: number;
  /** Articles whose text is not the one that was saved, and of which no other was found. */
  readonly spoilt: number;
  /** Whether all that the damaged files had held is there. */
  readonly whole: boolean;
}

/**
 * Puts a store together from damaged files and backups, in a folder of its own: the best whole database that can be
 * had, with every later sound article that lies anywhere. The files that it reads stay as they are. `databases` are
 * damaged ones, with their logs beside them, the latest first.
 */
export function rebuild(
  folder: string,
  workshop: string,
  databases: readonly string[],
  { isLogShort, ...options }: StoreOptions & { readonly isLogShort: boolean },
): Rebuilt {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop);
  const wrecks = databases.map((database): Wreckage => {
    const logFile = `${database}-wal`;
    return { database, logFile, log: readLog(logFile) };
  });
  const backups = listBackups(folder);
  const found = bringStart(workshop, wrecks, backups);
  const start = { ...found, whole: found.whole && !isLogShort && wrecks.length < 2 };
  const store = openDatabase(workshop, options);
  try {
    const files = backups.map(({ file }) => file);
    return write(store, () => {
      const rebuilt = fill(store, start, wrecks, files);
      adoptPictures(store, folder);
      return rebuilt;
    });
  } finally {
    closeStore(store);
  }
}

type Versions = ReadonlyMap<Id, number>;

function fill(
  store: Store,
  start: StartingPoint,
  wrecks: readonly Wreckage[],
  backups: readonly string[],
): Rebuilt {
  const taker = articleTaker(store);
  const started = versionsIn(store);
  if (!start.whole || damagedArticles(store).length > 0) {
    for (const image of start.images.toReversed()) salvage(store, taker, image);
    for (const wreck of wrecks) takeRaw(store, taker, wreck);
  }
  const salvaged = versionsIn(store);
  for (const database of start.damagedBackups)
    takeRaw(store, taker, { database, logFile: `${database}-wal`, log: null });
  const damaged = new Set(damagedArticles(store));
  for (const backup of backups) salvageArticles(store, taker, backup, damaged);
  const completed = versionsIn(store);
  const { unsure, unread } = taker.takeUnsound();
  if (integrityOf(store.db).searchDamaged) rebuildSearch(store);
  return {
    origin: start.origin,
    started: started.size,
    newer: laterIn(salvaged, started) + unsure,
    fromBackups: laterIn(completed, salvaged),
    unsure,
    unread,
    spoilt: damagedArticles(store).length,
    whole: start.whole,
  };
}

function versionsIn({ db }: Store): Versions {
  const rows = db.prepare<[], readonly [Id, number]>('SELECT id, version FROM articles').raw().all();
  return new Map(rows);
}

const laterIn = (after: Versions, before: Versions): number =>
  [...after].filter(([id, version]) => version > (before.get(id) ?? 0)).length;

/** Takes what lies on the pages of a wreck, whatever leads to them. */
function takeRaw(store: Store, taker: Taker, { database, logFile, log }: Wreckage): void {
  const [databaseBytes, logBytes] = [opened(database), log === null ? null : opened(logFile)];
  const wreck: Wreck = {
    database: databaseBytes,
    log: log === null || logBytes === null ? null : { bytes: logBytes, frames: everyFrame(log) },
  };
  try {
    const raw = readWreck(wreck, store.db);
    taker.take({ ...raw, section: (id) => raw.sections.get(id) });
  } finally {
    databaseBytes?.close();
    logBytes?.close();
  }
}

function opened(file: string): FileBytes | null {
  try {
    return openBytes(file);
  } catch {
    return null;
  }
}
