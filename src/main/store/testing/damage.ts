import { cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Hashtag } from '#shared/domain/hashtag';
import type { Id } from '#shared/domain/id';
import { createArticle, getArticle, saveArticle } from '../articles/articles';
import { backUp, listBackups } from '../safety/backups';
import { closeStore, databaseFile, openStore } from '../opening/database';
import type { Store } from '../store';
import { listSections } from '../articles/sectionRecord';
import { type FileState, PAGE, noise, overwrite, spoil } from './spoil';
import { type TestClock, story, testClock, testFolder } from './testStore';

/** A store with a backup, and what was written before and after it. */
export interface BackedUpStore {
  readonly folder: string;
  /** Every article in its latest version. */
  readonly saved: ReadonlyMap<Id, number>;
  /** Those in the backup, all in version 2; the first two were saved again since. */
  readonly backedUp: readonly Id[];
  /** The last article created, after the backup. */
  readonly last: Id;
  readonly backupFrom: number;
  readonly savedAt: number;
}

export const headlineOf = (id: Id, version: number): string => `${id} in version ${version}`;

/** Saves articles, backs them up, and saves some more: the first of these to the database, the rest to its log. */
function fillStore(store: Store, clock: TestClock, count: number): BackedUpStore {
  const saved = new Map<Id, number>();
  const [section] = listSections(store);
  const create = (): Id => {
    const body = story('words of a long story '.repeat(saved.size % 2 === 0 ? 4 : 600));
    const { id } = createArticle(store, {
      body,
      hashtags: ['port', `n${saved.size}`],
      sectionId: section?.id ?? null,
    });
    save(store, id, 1);
    saved.set(id, 2);
    return id;
  };
  const again = (id: Id, hashtags?: readonly Hashtag[]): void => {
    save(store, id, saved.get(id) ?? 0, hashtags);
    saved.set(id, (saved.get(id) ?? 0) + 1);
  };
  const backedUp = Array.from({ length: count }, create);
  backUp(store);
  const backupFrom = clock.now();
  clock.pass(60_000);
  again(backedUp[0] ?? '', ['port', 'levy']);
  create();
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  again(backedUp[1] ?? '');
  const last = create();
  return { folder: store.folder, saved, backedUp, last, backupFrom, savedAt: clock.now() };
}

/** The files of a store whose process ended normally. */
export function closedStore(count: number): BackedUpStore {
  const clock = testClock();
  const store = openStore(testFolder(), clock);
  const filled = fillStore(store, clock, count);
  closeStore(store);
  return filled;
}

/** The files of a store whose process was killed: the last article is in the log alone. */
export function killedStore(newFolder: () => string = testFolder): BackedUpStore {
  const clock = testClock();
  const store = openStore(newFolder(), clock);
  const filled = fillStore(store, clock, 8);
  const killed = newFolder();
  truncateSync(join(store.folder, 'reserve'), 1);
  cpSync(store.folder, killed, { recursive: true });
  closeStore(store);
  return { ...filled, folder: killed };
}

function save(store: Store, id: Id, version: number, hashtags?: readonly Hashtag[]): void {
  const patch = { headline: headlineOf(id, version + 1), ...(hashtags && { hashtags: [...hashtags] }) };
  saveArticle(store, { id, baseVersion: version, patch });
}

/** The possible state of each part of a store's files. */
export interface Damage {
  readonly database: FileState;
  readonly log: FileState;
  readonly backups: FileState;
  readonly lock: FileState;
}

/** A copy of a killed store's folder with its files in these states. */
export function damagedCopy({ folder }: BackedUpStore, damage: Damage, seed: number): string {
  const copy = testFolder();
  cpSync(folder, copy, { recursive: true });
  spoil(databaseFile(copy), damage.database, seed);
  spoil(`${databaseFile(copy)}-wal`, damage.log, seed + 1);
  for (const { file } of listBackups(copy)) spoil(file, damage.backups, seed + 2);
  if (damage.lock === 'random head' || damage.lock === 'random page')
    overwrite(join(copy, 'in-use'), 0, noise(damage.lock === 'random page' ? PAGE : 100, seed + 3));
  else if (damage.lock === 'one byte') overwrite(join(copy, 'in-use'), 0, noise(1, seed + 3));
  else spoil(join(copy, 'in-use'), damage.lock, seed + 3);
  return copy;
}

/** The articles of a store, each in the version that can be read and is as it was saved. */
export function versionsIn(store: Pick<Store, 'db' | 'folder'>, ids: Iterable<Id>): Map<Id, number> {
  const found = new Map<Id, number>();
  for (const id of ids) {
    const version = soundVersion(store, id);
    if (version !== null) found.set(id, version);
  }
  return found;
}

function soundVersion(store: Pick<Store, 'db' | 'folder'>, id: Id): number | null {
  try {
    const { version, headline } = getArticle(store, id);
    return headline === (version === 1 ? '' : headlineOf(id, version)) ? version : null;
  } catch {
    return null;
  }
}

/**
 * What SQLite itself can read of one database with its log, on a copy: the measure of what must not be lost. `header`
 * is that of a sound database, for one whose own is spoilt.
 */
export function readableIn(folder: string, name: string, header: Buffer, ids: Iterable<Id>): Map<Id, number> {
  const best = new Map<Id, number>();
  for (const variant of ['as it is', 'with a header', 'without its log'] as const) {
    const copy = testFolder();
    cpSync(folder, copy, { recursive: true });
    const file = join(copy, name);
    if (!existsSync(file) || statSync(file).size < PAGE) continue;
    if (variant !== 'as it is') overwrite(file, 0, header);
    if (variant === 'without its log') rmSync(`${file}-wal`, { force: true });
    for (const [id, version] of readWith(file, ids)) if ((best.get(id) ?? 0) < version) best.set(id, version);
    rmSync(copy, { recursive: true });
  }
  return best;
}

function readWith(file: string, ids: Iterable<Id>): Map<Id, number> {
  try {
    const db = new Database(file);
    try {
      return versionsIn({ db, folder: '' }, ids);
    } finally {
      db.close();
    }
  } catch {
    return new Map();
  }
}

export const asideIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith('nutgraf.damaged-'));
