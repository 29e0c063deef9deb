import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createArticle, getArticle, listArticles, saveArticle } from './articles';
import { backUp } from './backups';
import { type Store, closeStore, databaseFile, openStore } from './database';
import { type OpenedStore, checkStore, openSafely } from './recovery';
import { listSections } from './sections';
import { story, testClock, testFolder } from './testing/testStore';

const PAGE = 4096;

interface Scene {
  readonly folder: string;
  /** In the backup. */
  readonly old: string;
  /** Written after the backup. */
  readonly fresh: string;
  readonly backupFrom: number;
}

/** A closed store of some size with one backup, an article from before it and one from after. */
function scene(): Scene {
  const folder = testFolder();
  const clock = testClock();
  const store = openStore(folder, clock);
  const old = createArticle(store, { headline: 'Old', hashtags: ['port'], body: story('old text') }).id;
  for (let count = 0; count < 30; count += 1) {
    createArticle(store, { headline: `Filler ${count}`, body: story('many words '.repeat(500)) });
  }
  backUp(store);
  const backupFrom = clock.now();
  clock.pass(1000);
  saveArticle(store, {
    id: old,
    baseVersion: 1,
    patch: { headline: 'Older, later', hashtags: ['port', 'levy'] },
  });
  const fresh = createArticle(store, { headline: 'Fresh', body: story('fresh text') }).id;
  closeStore(store);
  return { folder, old, fresh, backupFrom };
}

function open(folder: string): OpenedStore {
  const opened = openSafely(folder, testClock());
  onTestFinished(() => closeStore(opened.store));
  return opened;
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

const total = (store: Store): number =>
  listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 1 }).total;

/** The damaged file, renamed. */
function asideOf(folder: string): string {
  const name = readdirSync(folder).find((entry) => /^nutgraf\.damaged-.*\.db$/.test(entry));
  return join(folder, name ?? 'none');
}

describe('a damaged store', () => {
  test.each([
    ['a header of zeros', (file: string) => overwrite(file, 0, Buffer.alloc(100))],
    ['noise for a header', (file: string) => overwrite(file, 0, Buffer.alloc(PAGE, 'noise'))],
    [
      'half of it gone',
      (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE) * PAGE),
    ],
    ['a page of tables gone bad', (file: string) => overwrite(file, PAGE, Buffer.alloc(PAGE * 40, 0xa5))],
  ])('with %s is put aside whole and its backup comes back', (_what, damage) => {
    const before = scene();
    damage(databaseFile(before.folder));
    const damagedBytes = readFileSync(databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toEqual([
      { kind: 'recovered', damagedFile: expect.any(String) as string, backupFrom: before.backupFrom },
    ]);
    expect(readFileSync(asideOf(before.folder)).equals(damagedBytes)).toBe(true);
    expect(total(store)).toBeGreaterThanOrEqual(31);
    expect(getArticle(store, before.old).body.content[0]?.content?.[0]?.text).toBe('old text');
    expect(listSections(store).length).toBeGreaterThan(0);
    expect(checkStore(store)).toEqual({ kind: 'sound' });
  });

  test.each(['emptied', 'deleted'])('that was %s is not taken for a new one', (how) => {
    const before = scene();
    if (how === 'emptied') truncateSync(databaseFile(before.folder));
    else rmSync(databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([{ kind: 'recovered', backupFrom: before.backupFrom }]);
    expect(getArticle(store, before.old).headline).toBe('Old');
  });

  test('without any backup starts anew, says so, and is put aside whole', () => {
    const folder = testFolder();
    closeStore(openStore(folder));
    overwrite(databaseFile(folder), 0, Buffer.alloc(100));
    const { store, notices } = open(folder);
    expect(notices).toMatchObject([{ kind: 'recovered', backupFrom: null }]);
    expect(total(store)).toBe(0);
  });

  test('passes over a backup that is damaged too', () => {
    const before = scene();
    const [backup = ''] = readdirSync(join(before.folder, 'backups'));
    const newer = backup.replace(/T\d{6}/, 'T235959');
    copyFileSync(join(before.folder, 'backups', backup), join(before.folder, 'backups', newer));
    overwrite(join(before.folder, 'backups', newer), PAGE * 3, Buffer.alloc(PAGE * 10, 0xa5));
    overwrite(databaseFile(before.folder), 0, Buffer.alloc(100));
    const { notices } = open(before.folder);
    expect(notices).toMatchObject([{ backupFrom: before.backupFrom }]);
  });
});

describe('a store that is damaged in its midst', () => {
  /** The search index's tables: damage there is seen by no query of an article. */
  function damageUnseen({ folder }: Scene): void {
    const store = openStore(folder);
    const root = Number(
      store.db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'articles_by_section'`).pluck().get(),
    );
    closeStore(store);
    overwrite(databaseFile(folder), (root - 1) * PAGE, Buffer.alloc(PAGE, 0xa5));
  }

  test('is found by the check in idle time, and recovered at the next start with what was written since', () => {
    const before = scene();
    damageUnseen(before);
    const first = openSafely(before.folder, testClock());
    expect(first.notices).toEqual([]);
    expect(checkStore(first.store)).toEqual({ kind: 'damaged' });
    closeStore(first.store);

    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([{ kind: 'recovered', backupFrom: before.backupFrom }]);
    expect(getArticle(store, before.old)).toMatchObject({
      headline: 'Older, later',
      hashtags: ['port', 'levy'],
      version: 2,
    });
    expect(getArticle(store, before.fresh).headline).toBe('Fresh');
    expect(total(store)).toBe(32);
    expect(checkStore(store)).toEqual({ kind: 'sound' });
  });

  test('is told from one that is sound', () => {
    const before = scene();
    const { store } = open(before.folder);
    expect(checkStore(store)).toEqual({ kind: 'sound' });
    store.db.prepare(`UPDATE articles SET kicker = 'x' WHERE id = ?`).run(before.old);
    expect(checkStore(store)).toEqual({ kind: 'articles_damaged', ids: [before.old] });
    expect(existsSync(join(before.folder, 'check-at-start'))).toBe(false);
  });

  test('has its search index made anew when only that is damaged', () => {
    const { folder } = scene();
    const { store } = open(folder);
    const found = (): number =>
      listArticles(store, { view: 'all', sectionId: null, query: 'fresh', after: null, limit: 1 }).total;
    expect(found()).toBe(1);
    store.db.unsafeMode();
    store.db.prepare('UPDATE search_data SET block = zeroblob(10) WHERE id > 10').run();
    expect(checkStore(store)).toEqual({ kind: 'sound' });
    expect(found()).toBe(1);
  });
});
