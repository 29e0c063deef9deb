import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Id } from '#shared/domain/id';
import { createArticle, getArticle, saveArticle } from '../articles';
import { backUp, listBackups } from '../backups';
import { type Store, closeStore, databaseFile, openStore } from '../database';
import { listSections } from '../sections';
import { story, testClock, testFolder } from './testStore';

const PAGE = 4096;

/** What a person can find in place of a file after a crash, a bad disk or a bad copy. */
export const fileStates = ['good', 'missing', 'empty', 'one byte', 'random head', 'random page'] as const;
export type FileState = (typeof fileStates)[number];

/** The files of a store whose process was killed: some articles lie in the backup, some in the database, some in the log. */
export interface KilledStore {
  readonly folder: string;
  /** Every article in its last version. */
  readonly saved: ReadonlyMap<Id, number>;
  /** Those in the backup, all in version 2. */
  readonly backedUp: readonly Id[];
  /** The last article that was made: only the log has it. */
  readonly last: Id;
  readonly backupFrom: number;
  readonly savedAt: number;
}

export const headlineOf = (id: Id, version: number): string => `${id} in version ${version}`;

export function killedStore(newFolder: () => string = testFolder): KilledStore {
  const folder = newFolder();
  const clock = testClock();
  const store = openStore(folder, clock);
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
  const again = (id: Id): void => {
    save(store, id, saved.get(id) ?? 0);
    saved.set(id, (saved.get(id) ?? 0) + 1);
  };
  const backedUp = Array.from({ length: 8 }, create);
  backUp(store);
  const backupFrom = clock.now();
  clock.pass(60_000);
  again(backedUp[0] ?? '');
  create();
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  again(backedUp[1] ?? '');
  const last = create();
  const killed = newFolder();
  truncateSync(join(folder, 'reserve'), 1);
  cpSync(folder, killed, { recursive: true });
  closeStore(store);
  return { folder: killed, saved, backedUp, last, backupFrom, savedAt: clock.now() };
}

function save(store: Store, id: Id, version: number): void {
  saveArticle(store, { id, baseVersion: version, patch: { headline: headlineOf(id, version + 1) } });
}

/** Bytes that the same seed gives again. */
export function noise(length: number, seed: number): Buffer {
  let state = seed >>> 0;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Brings a file into a state; the same seed spoils it in the same way. */
export function spoil(file: string, state: FileState, seed: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const at = Math.floor((noise(4, seed + 1).readUInt32BE() / 2 ** 32) * (size / PAGE)) * PAGE;
  const spoilers: Readonly<Record<FileState, () => void>> = {
    good: () => undefined,
    missing: () => rmSync(file, { force: true }),
    empty: () => truncateSync(file),
    'one byte': () => truncateSync(file, 1),
    'random head': () => overwrite(file, 0, noise(100, seed)),
    'random page': () => overwrite(file, at, noise(Math.min(PAGE, size - at), seed)),
  };
  spoilers[state]();
}

/** What each part of a store's files is like. */
export interface Damage {
  readonly database: FileState;
  readonly log: FileState;
  readonly backups: FileState;
  readonly lock: FileState;
}

/** A copy of a killed store's folder with its files in these states. */
export function damagedCopy({ folder }: KilledStore, damage: Damage, seed: number): string {
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

/** The articles of a store, each in the version in which it can be read and is as it was saved. */
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
 * What SQLite itself can read of one database with its log, on a copy: the measure for what must not be lost.
 * `header` is that of a sound database, for one whose own is spoilt.
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
