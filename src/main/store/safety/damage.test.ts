import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullTime } from '#shared/domain/fullTime';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import { listBackups } from './backups';
import { closeStore, databaseFile } from '../opening/database';
import { openSafely } from './openSafely';
import { beginRecovery } from './recoveryMark';
import {
  type Damage,
  type BackedUpStore,
  asideIn,
  damagedCopy,
  killedStore,
  versionsIn,
} from '../testing/damage';
import { runMatrix } from '../testing/damageMatrix';
import { PAGE, noise, overwrite } from '../testing/spoil';
import { testClock, testFolder } from '../testing/testStore';

const good: Damage = { database: 'good', log: 'good', backups: 'good', lock: 'good' };
const SEED = 7;

let killed: BackedUpStore;
const folders: string[] = [];
beforeAll(() => {
  killed = killedStore(() => {
    const folder = mkdtempSync(join(tmpdir(), 'nutgraf-killed-'));
    folders.push(folder);
    return folder;
  });
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy, with this damage, of a store of ten articles, eight of them in its backup. */
const copyWith = (damage: Partial<Damage> = {}): string => damagedCopy(killed, { ...good, ...damage }, SEED);

/** Opens a store; returns its articles and what the user is told. */
function opened(folder: string) {
  const { store, notices } = openSafely(folder, testClock(killed.savedAt));
  const articles = versionsIn(store, killed.saved.keys());
  closeStore(store);
  const words = notices.map(storeNoticeWords).join('\n').replaceAll(folder, 'STORE');
  return { articles, notices, words: words.replaceAll(fullTime(killed.backupFrom), 'TIME') };
}

const kept = (name = '.db'): string =>
  ` The damaged files are kept for a specialist: STORE/nutgraf.damaged-20260115T120100000Z${name}`;

describe('what the user is told', () => {
  test.each<[what: string, damage: Partial<Damage>, articles: number, words: string]>([
    ['of nothing, when a process was killed', {}, 10, ''],
    [
      'of a database that is gone, beside its log and a backup',
      { database: 'missing' },
      10,
      `The store’s database was missing. The backup of TIME took its place, with 8 articles. 3 articles could be recovered from its log in a newer version. Anything else written after that backup is missing.${kept('.db-wal')}`,
    ],
    [
      'of a database that is gone, with its log, beside a backup',
      { database: 'missing', log: 'missing' },
      8,
      `The store’s database was missing. The backup of TIME took its place, with 8 articles. Nothing newer could be read: what was written after that backup is missing.`,
    ],
    [
      'of a database that is empty, when nothing is left',
      { database: 'empty', log: 'missing', backups: 'missing' },
      0,
      `The store’s database was empty. There was no usable backup, and nothing could be read, so the store starts empty.${kept()}`,
    ],
    [
      'of a database of one byte without a backup, beside its log',
      { database: 'one byte', backups: 'missing' },
      4,
      `The store was damaged. There was no usable backup. 4 articles could be recovered from the damaged files. Anything else in the store is missing.${kept()}`,
    ],
    [
      'of a header that could be mended',
      { database: 'random head' },
      10,
      `The store was damaged. It has been repaired: 10 articles are here.${kept()}`,
    ],
    [
      'of a log that is gone',
      { log: 'missing' },
      9,
      `The log of the last saves was missing. The database itself is sound: 9 articles are here. The latest saves may be missing.${kept()}`,
    ],
    ['of nothing, when something was written into the lock', { lock: 'random page' }, 10, ''],
  ])('%s', (_what, damage, articles, words) => {
    const found = opened(copyWith(damage));
    expect(found.words).toBe(words);
    expect(found.articles.size).toBe(articles);
  });
});

describe('a store opens, with all its articles,', () => {
  /** One byte in each field of the header. */
  test.each([0, 16, 18, 20, 23, 30, 34, 39, 42, 47, 50, 55, 59, 60, 63, 66, 70, 71, 80, 94, 99])(
    'when byte %i of its header is wrong',
    (at) => {
      const folder = copyWith();
      const before = new Database(databaseFile(folder));
      before.close();
      const byte = readFileSync(databaseFile(folder))[at] ?? 0;
      overwrite(databaseFile(folder), at, Buffer.from([byte ^ 0x41]));
      expect(opened(folder).articles).toEqual(killed.saved);
      expect(opened(folder)).toEqual({ articles: killed.saved, notices: [], words: '' });
    },
  );

  test.each(['nutgraf.db-shm', 'nutgraf.db-journal', 'in-use', 'in-use-journal', 'check-at-start'])(
    'when a folder lies in the place of %s',
    (name) => {
      const folder = copyWith();
      rmSync(join(folder, name), { force: true });
      mkdirSync(join(folder, name, 'with something in it'), { recursive: true });
      expect(opened(folder).articles).toEqual(killed.saved);
      expect(opened(folder)).toEqual({ articles: killed.saved, notices: [], words: '' });
    },
  );

  test('when SQLite gives an error that nobody foresaw, and from its backup', () => {
    const folder = copyWith();
    const db = new Database(databaseFile(folder));
    db.exec('DROP TABLE settings; DROP TABLE search_queue');
    db.close();
    expect(opened(folder)).toMatchObject({
      articles: killed.saved,
      notices: [{ origin: { kind: 'backup' }, started: 8, newer: 4 }],
    });
  });
});

const pipes =
  process.platform === 'win32' ? [] : ['nutgraf.db', 'nutgraf.db-wal', 'in-use', 'check-at-start', 'backup'];

test.each(pipes)('a pipe in the place of %s, which to read would never end, keeps nobody out', (name) => {
  const folder = copyWith();
  const file = name === 'backup' ? (listBackups(folder)[0]?.file ?? '') : join(folder, name);
  rmSync(file, { force: true });
  execFileSync('mkfifo', [file]);
  expect(opened(folder).articles.size).toBeGreaterThanOrEqual(9);
  expect(opened(folder).notices).toEqual([]);
});

test('a folder in the place of the database is set aside, and the backup restored', () => {
  const folder = copyWith();
  rmSync(databaseFile(folder));
  mkdirSync(join(databaseFile(folder), 'with something in it'), { recursive: true });
  expect(opened(folder).articles.size).toBe(10);
  expect(
    existsSync(
      join(folder, asideIn(folder).find((name) => name.endsWith('.db')) ?? '', 'with something in it'),
    ),
  ).toBe(true);
});

test('another program’s database in the place of one that has a backup is set aside, and the backup restored', () => {
  const folder = copyWith({ log: 'missing' });
  for (const suffix of ['-shm', '']) rmSync(databaseFile(folder) + suffix);
  const foreign = new Database(databaseFile(folder));
  foreign.exec('PRAGMA application_id = 1; CREATE TABLE theirs (word TEXT)');
  foreign.close();
  const bytes = readFileSync(databaseFile(folder));
  expect(opened(folder)).toMatchObject({
    notices: [{ kind: 'recovered', origin: { kind: 'backup' }, started: 8 }],
  });
  expect(
    readFileSync(join(folder, asideIn(folder).find((name) => name.endsWith('.db')) ?? '')).equals(bytes),
  ).toBe(true);
});

test.each([
  [
    'another store',
    (database: string) => copyFileSync(`${databaseFile(killedStore().folder)}-wal`, `${database}-wal`),
  ],
  [
    'this one, over a backup that was put back by hand',
    (database: string, [backup]: ReturnType<typeof listBackups>) =>
      copyFileSync(backup?.file ?? '', database),
  ],
])('a log of %s is not written over the database', (_what, harm) => {
  const folder = copyWith();
  rmSync(`${databaseFile(folder)}-shm`, { force: true });
  harm(databaseFile(folder), listBackups(folder));
  const { articles, notices } = opened(folder);
  expect(articles.size).toBeGreaterThanOrEqual(9);
  expect(notices).toMatchObject([{ kind: 'recovered', whole: false }]);
});

test('a recovery that was noted but of which nothing is there names the file that is', () => {
  const folder = copyWith();
  beginRecovery(folder, 'nutgraf.damaged-20260101T000000000Z.db');
  const { articles, notices } = opened(folder);
  expect(articles).toEqual(killed.saved);
  const [notice] = notices;
  expect(existsSync((notice?.kind === 'recovered' && notice.damagedFile) || 'none')).toBe(true);
});

test('a log whose pages are wrong is reported as damaged, not as missing', () => {
  const folder = copyWith();
  const log = `${databaseFile(folder)}-wal`;
  for (let at = 32; at < statSync(log).size; at += 24 + PAGE) overwrite(log, at + 8, noise(8, at));
  expect(opened(folder).words).toContain('The log of the last saves was damaged.');
});

test('what was written into a lock is kept beside it', () => {
  const folder = copyWith({ lock: 'random head' });
  const written = readFileSync(join(folder, 'in-use'));
  opened(folder);
  expect(readFileSync(join(folder, 'in-use.aside-1')).equals(written)).toBe(true);
});

test('a store that is damaged again while the clock stands still keeps each of its damaged files', () => {
  const folder = copyWith({ database: 'random head' });
  const first = readFileSync(databaseFile(folder));
  opened(folder);
  overwrite(databaseFile(folder), 0, Buffer.alloc(100));
  const second = readFileSync(databaseFile(folder));
  expect(opened(folder).articles).toEqual(killed.saved);
  const files = asideIn(folder).filter((name) => name.endsWith('.db'));
  const isKept = (bytes: Buffer): boolean =>
    files.some((name) => readFileSync(join(folder, name)).equals(bytes));
  expect([first, second].map(isKept)).toEqual([true, true]);
});

test('a recovery interrupted between any two of its renames is resumed', () => {
  const folder = copyWith({ database: 'random head' });
  const done = opened(folder);
  const name = asideIn(folder).find((file) => file.endsWith('.db')) ?? '';
  const suffixes = ['-wal', '-shm', ''].filter((suffix) => existsSync(join(folder, name + suffix)));
  for (let renamed = 0; renamed <= suffixes.length; renamed += 1) {
    const copy = testFolder();
    cpSync(folder, copy, { recursive: true });
    mkdirSync(join(copy, 'recovering'));
    renameSync(databaseFile(copy), join(copy, 'recovering', 'nutgraf.db'));
    const [notice] = done.notices;
    writeFileSync(join(copy, 'recovering', 'notice.json'), JSON.stringify(notice));
    beginRecovery(copy, name);
    for (const suffix of suffixes.slice(renamed))
      renameSync(join(copy, name + suffix), databaseFile(copy) + suffix);
    expect(opened(copy)).toEqual({ ...done, words: done.words.replaceAll('STORE', folder) });
    expect(readdirSync(copy)).not.toContain('recovering');
    expect(asideIn(copy).toSorted()).toEqual(asideIn(folder).toSorted());
  }
});

test('some of all states of the files: nothing is lost, untold or untrue, and nobody kept out', () => {
  const states: readonly Damage[] = [
    { database: 'random page', log: 'random page', backups: 'good', lock: 'good' },
    { database: 'one byte', log: 'random head', backups: 'random page', lock: 'random head' },
    { database: 'empty', log: 'random page', backups: 'random head', lock: 'missing' },
    { database: 'good', log: 'random head', backups: 'one byte', lock: 'one byte' },
    { database: 'random page', log: 'one byte', backups: 'missing', lock: 'random page' },
    { database: 'random head', log: 'empty', backups: 'empty', lock: 'empty' },
  ];
  expect(runMatrix(killed, states, SEED)).toEqual({
    cells: states.length,
    keptOut: [],
    lost: [],
    untold: [],
    untrue: [],
  });
});

test('an article that is nowhere sound is taken as it was found, once the file that it was found in is closed', () => {
  const states: readonly Damage[] = [{ ...good, database: 'random page', log: 'random page' }];
  expect(runMatrix(killed, states, 2000)).toEqual({
    cells: 1,
    keptOut: [],
    lost: [],
    untold: [],
    untrue: [],
  });
});
