import { mkdirSync, rmSync } from 'node:fs';
import type { Id } from '#shared/domain/id';
import { NO_POLICY } from '#shared/domain/policy';
import type { StoreOrigin } from '#shared/domain/storeNotice';
import { listBackups } from '../backups';
import { damagedArticles } from '../damagedRows';
import { type StoreOptions, closeStore, openDatabase } from '../../opening/database';
import type { Store } from '../../store';
import { integrityOf } from '../../disk/integrity';
import { salvage, salvageArticles } from '../salvage';
import { rebuildSearch } from '../../articles/search';
import { changeSettings } from '../../settings';
import { write } from '../../sql/write';
import { adoptPictures } from './adoptPictures';
import { type FileBytes, openBytes } from './filePages';
import { everyFrame, readLog } from './log';
import { type Wreck, readWreck } from './rawRows';
import { type StartingPoint, type Wreckage, bringStart } from './startingPoint';
import { type Taker, articleTaker } from './takeArticles';

/** What a store was rebuilt from. */
export interface Rebuilt {
  readonly origin: StoreOrigin;
  /** Articles in the starting point. */
  readonly started: number;
  /**
   * Articles recovered from the damaged files in addition: later versions, and articles missing from the starting
   * point.
   */
  readonly newer: number;
  /** The same from other backups. */
  readonly fromBackups: number;
  /** Of all these, the articles that cannot be proved to be as they were saved. */
  readonly unsure: number;
  /** Articles with a later version that was found but could not be read. */
  readonly unread: number;
  /** Articles whose text is not what was saved, with no other copy found. */
  readonly spoilt: number;
  /** Whether everything in the damaged files was recovered. */
  readonly whole: boolean;
}

/**
 * Rebuilds a store from damaged files and backups, in a folder of its own: from the best complete database available,
 * plus every later sound article found anywhere. The files it reads are unchanged. `databases` are damaged ones, with
 * their logs beside them, the latest first.
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
      // Whatever was lost, somebody worked here: to them, no start is the first.
      changeSettings(store, NO_POLICY, { set: { firstTour: false } });
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

/** Recovers what is on the pages of a damaged store, whether or not anything leads to them. */
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
