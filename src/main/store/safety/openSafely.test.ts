import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createArticle, getArticle, listArticles, saveArticle } from '../articles/articles';
import { assetPath, readAsset } from '../articles/assetFiles';
import { addAsset, getAsset } from '../articles/assets';
import { backUpAssets, listBackups } from './backups';
import { closeStore, databaseFile, openStore } from '../opening/database';
import type { Store } from '../store';
import { healthOf, inspectStore } from './inspection';
import { type OpenedStore, openSafely } from './openSafely';
import { listSections } from '../articles/sectionRecord';
import { beginRecovery, markForRecovery } from './recoveryMark';
import { startMaintenance } from './maintenance';
import { closedStore, headlineOf } from '../testing/damage';
import { startProgram } from '../testing/program';
import { PAGE, cutInHalf, overwrite } from '../testing/spoil';
import { gif } from '../testing/testImages';
import { testClock, testFolder, testStore } from '../testing/testStore';

const COUNT = 31;

/** A closed store of some size with one backup: the ids of an article from before it and one from after. */
function scene() {
  const { folder, backedUp, last, backupFrom } = closedStore(COUNT);
  return { folder, old: backedUp[0] ?? '', fresh: last, backupFrom };
}

type Scene = ReturnType<typeof scene>;

function open(folder: string): OpenedStore {
  const opened = openSafely(folder, testClock());
  onTestFinished(() => closeStore(opened.store));
  return opened;
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
    ['half of it gone', cutInHalf],
    ['a page of tables gone bad', (file: string) => overwrite(file, PAGE, Buffer.alloc(PAGE * 40, 0xa5))],
  ])('with %s is put aside whole and its backup comes back', (_what, damage) => {
    const before = scene();
    damage(databaseFile(before.folder));
    const damagedBytes = readFileSync(databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([
      {
        kind: 'recovered',
        damagedFile: asideOf(before.folder),
        origin: { kind: 'backup', madeAt: before.backupFrom },
        started: COUNT,
      },
    ]);
    expect(readFileSync(asideOf(before.folder)).equals(damagedBytes)).toBe(true);
    expect(total(store)).toBeGreaterThanOrEqual(COUNT);
    expect(getArticle(store, before.old).body.content[0]?.content?.[0]?.text).toMatch(
      /^words of a long story/,
    );
    expect(listSections(store).length).toBeGreaterThan(0);
    expect(healthOf(store)).toEqual({ kind: 'sound', searchDamaged: false });
  });

  test.each([
    ['a header of zeros', Buffer.alloc(100)],
    ['noise for a header', Buffer.alloc(100, 'noise')],
  ])('with %s is mended on a copy, whole, and put aside', (_what, header) => {
    const before = scene();
    overwrite(databaseFile(before.folder), 0, header);
    const damagedBytes = readFileSync(databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([
      { kind: 'recovered', origin: { kind: 'database' }, started: COUNT + 2, newer: 0, whole: true },
    ]);
    expect(readFileSync(asideOf(before.folder)).equals(damagedBytes)).toBe(true);
    expect(getArticle(store, before.old).headline).toBe(headlineOf(before.old, 3));
    expect(getArticle(store, before.fresh).headline).toBe(headlineOf(before.fresh, 2));
    expect(healthOf(store)).toEqual({ kind: 'sound', searchDamaged: false });
  });

  test.each(['emptied', 'deleted'])('that was %s is not taken for a new one', (how) => {
    const before = scene();
    if (how === 'emptied') truncateSync(databaseFile(before.folder));
    else rmSync(databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([
      { kind: 'recovered', origin: { kind: 'backup', madeAt: before.backupFrom } },
    ]);
    expect(getArticle(store, before.old).headline).toBe(headlineOf(before.old, 2));
  });

  test('is left in its place while another process writes to it', () => {
    const before = scene();
    const other = openStore(before.folder, testClock());
    overwrite(databaseFile(before.folder), PAGE, Buffer.alloc(PAGE * 40, 0xa5));
    markForRecovery(before.folder);
    expect(() => openSafely(before.folder, testClock())).toThrow(
      expect.objectContaining({ code: 'store_in_use' }),
    );
    expect(asideOf(before.folder)).toMatch(/none$/);
    closeStore(other);
    expect(open(before.folder).notices).toMatchObject([{ kind: 'recovered' }]);
  });

  test('whose recovery was cut off before the later articles were taken over is recovered to the end', () => {
    const before = scene();
    const name = 'nutgraf.damaged-20260115T120000000Z.db';
    beginRecovery(before.folder, name);
    renameSync(databaseFile(before.folder), join(before.folder, name));
    copyFileSync(listBackups(before.folder)[0]?.file ?? '', databaseFile(before.folder));
    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([{ kind: 'recovered', damagedFile: join(before.folder, name) }]);
    expect(getArticle(store, before.fresh).headline).toBe(headlineOf(before.fresh, 2));
    expect(open(before.folder).notices).toEqual([]);
  });

  test('without any backup starts empty, says so, and is set aside whole', () => {
    const folder = testFolder();
    closeStore(openStore(folder));
    overwrite(databaseFile(folder), 0, Buffer.alloc(statSync(databaseFile(folder)).size));
    const { store, notices } = open(folder);
    expect(notices).toMatchObject([{ kind: 'recovered', origin: { kind: 'nothing' }, started: 0, newer: 0 }]);
    expect(total(store)).toBe(0);
  });

  test('passes over a backup that is damaged too', () => {
    const before = scene();
    const [backup = ''] = readdirSync(join(before.folder, 'backups'));
    const newer = backup.replace(/T\d{6}/, 'T235959');
    copyFileSync(join(before.folder, 'backups', backup), join(before.folder, 'backups', newer));
    overwrite(join(before.folder, 'backups', newer), PAGE * 3, Buffer.alloc(PAGE * 10, 0xa5));
    cutInHalf(databaseFile(before.folder));
    const { notices } = open(before.folder);
    expect(notices).toMatchObject([{ origin: { kind: 'backup', madeAt: before.backupFrom } }]);
  });
});

test('a store that starts from nothing knows the pictures again that lie beside it, and in its backups', () => {
  const folder = testFolder();
  const store = openStore(folder, testClock());
  const add = (size: number) => addAsset(store, { name: 'quay.gif', bytes: gif(size) });
  const [beside, spare] = [add(200), add(201)];
  backUpAssets(store);
  closeStore(store);
  rmSync(assetPath(folder, spare));
  rmSync(databaseFile(folder));
  const opened = open(folder);
  expect(opened.notices).toMatchObject([{ kind: 'recovered', origin: { kind: 'nothing' } }]);
  for (const picture of [beside, spare]) {
    const found = getAsset(opened.store, picture.hash);
    expect(found).toMatchObject({ hash: picture.hash, type: 'image/gif', bytes: picture.bytes });
    expect(found && readAsset(folder, found).length).toBe(picture.bytes);
  }
});

describe('a store that is damaged in its midst', () => {
  /** An index that no query on the start path reads. */
  function damageUnseen({ folder }: Scene): void {
    const store = openStore(folder);
    const find = `SELECT rootpage FROM sqlite_schema WHERE name = 'articles_by_section'`;
    const root = Number(store.db.prepare(find).pluck().get());
    closeStore(store);
    overwrite(databaseFile(folder), (root - 1) * PAGE, Buffer.alloc(PAGE, 0xa5));
  }

  /** Runs the maintenance until it has checked the store once; returns what it reported. */
  async function keepUp(store: Store): Promise<readonly string[]> {
    const said: string[] = [];
    const maintenance = startMaintenance({
      store,
      inspect: async () => inspectStore(store.folder, store.now),
      onTrouble: ({ code }) => said.push(code),
    });
    await maintenance.inspectNow();
    maintenance.close();
    return said;
  }

  test('is found in idle time, and recovered at the next start with what was written since the backup', async () => {
    const before = scene();
    damageUnseen(before);
    const first = openSafely(before.folder, testClock(before.backupFrom + 3 * 3_600_000));
    expect(first.notices).toEqual([]);
    expect(await keepUp(first.store)).toEqual(['store_damaged']);
    closeStore(first.store);

    const { store, notices } = open(before.folder);
    expect(notices).toMatchObject([
      { kind: 'recovered', origin: { kind: 'backup', madeAt: before.backupFrom } },
    ]);
    expect(getArticle(store, before.old)).toMatchObject({
      headline: headlineOf(before.old, 3),
      hashtags: ['port', 'levy'],
      version: 3,
    });
    expect(getArticle(store, before.fresh).headline).toBe(headlineOf(before.fresh, 2));
    expect(total(store)).toBe(COUNT + 2);
    expect(healthOf(store)).toEqual({ kind: 'sound', searchDamaged: false });
  });

  test('is distinguished from one where only one article is', () => {
    const before = scene();
    const { store } = open(before.folder);
    store.db.prepare(`UPDATE articles SET kicker = 'x' WHERE id = ?`).run(before.old);
    expect(healthOf(store)).toEqual({ kind: 'articles_damaged', searchDamaged: false, ids: [before.old] });
  });

  test('that is only its search index mends itself at the next search and at the next save', () => {
    const store = testStore();
    createArticle(store, { headline: 'Fresh' });
    const found = (query: string): number =>
      listArticles(store, { view: 'all', sectionId: null, query, after: null, limit: 1 }).total;
    const damage = (): void => {
      store.db.unsafeMode();
      store.db.prepare('UPDATE search_data SET block = zeroblob(10) WHERE id > 10').run();
    };
    expect(found('fresh')).toBe(1);
    damage();
    expect(found('fresh')).toBe(1);
    damage();
    createArticle(store, { headline: 'Fresher' });
    expect(found('fresh')).toBe(2);
  });

  test('that was suspected, and has but a damaged search index, finds again at the next start', () => {
    const before = scene();
    const first = openSafely(before.folder, testClock()).store;
    const found = (store: Store): number =>
      listArticles(store, { view: 'all', sectionId: null, query: 'n5', after: null, limit: 1 }).total;
    expect(found(first)).toBe(1);
    first.db.unsafeMode();
    first.db.prepare('UPDATE search_data SET block = zeroblob(10) WHERE id > 10').run();
    markForRecovery(before.folder);
    closeStore(first);
    const { store, notices } = open(before.folder);
    expect(notices).toEqual([]);
    expect(found(store)).toBe(1);
  });

  test('is distinguished from one where only the search index is, which is rebuilt', async () => {
    const before = scene();
    const { store } = openSafely(before.folder, testClock(before.backupFrom + 3 * 3_600_000));
    onTestFinished(() => closeStore(store));
    const found = (): number =>
      listArticles(store, { view: 'all', sectionId: null, query: 'n5', after: null, limit: 1 }).total;
    expect(found()).toBe(1);
    store.db.unsafeMode();
    store.db.prepare('UPDATE search_data SET block = zeroblob(10) WHERE id > 10').run();
    expect(healthOf(store)).toEqual({ kind: 'sound', searchDamaged: true });
    expect(await keepUp(store)).toEqual([]);
    expect(found()).toBe(1);
    expect(listBackups(before.folder)).toHaveLength(2);
  });
});

test.each([
  ['while others write to it all the time', ['writer', 'opener', 'opener']],
  ['while others open and close it all the time', ['opener', 'opener', 'opener']],
])(
  'a sound store opens %s',
  async (_when, programs) => {
    const { folder } = scene();
    const opened = Array.from({ length: 40 }, () => 'opened');
    const running = programs.map((name) => ({
      name,
      ...startProgram(name, [folder, name === 'opener' ? '40' : '1000000']),
    }));
    const openers = running.filter(({ name }) => name === 'opener');
    const ended = await Promise.all(openers.map(async ({ finished }) => finished));
    running.forEach(({ child }) => child.kill('SIGKILL'));
    expect(ended.map(({ lines, errors }) => ({ lines, errors }))).toEqual(
      openers.map(() => ({ lines: opened, errors: '' })),
    );
    expect(open(folder).notices).toEqual([]);
  },
  60_000,
);

test('a store that is to lie below a file says what to do', () => {
  const file = databaseFile(scene().folder);
  expect(() => openSafely(join(file, 'store'))).toThrow(
    expect.objectContaining({ code: 'store_not_writable' }),
  );
});

test('a backup is made automatically once something was written and two hours are over', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const clock = testClock();
  const store = testStore(clock);
  const maintenance = startMaintenance({
    store,
    inspect: async () => inspectStore(store.folder, store.now),
    onTrouble: ({ message }) => expect.fail(message),
  });
  const minutes = async (count: number): Promise<number> => {
    clock.pass(count * 60_000);
    await vi.advanceTimersByTimeAsync(count * 60_000);
    return listBackups(store.folder).length;
  };
  expect(await minutes(180)).toBe(0);
  const { id } = createArticle(store, { headline: 'Fresh' });
  expect(await minutes(2)).toBe(1);
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Later' } });
  expect(await minutes(60)).toBe(1);
  expect(await minutes(61)).toBe(2);
  expect(await minutes(180)).toBe(2);
  maintenance.close();
});

test('damage that stays is reported now and then, not every minute', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const clock = testClock();
  const store = testStore(clock);
  createArticle(store, { headline: 'Fresh' });
  const damaged = {
    health: { kind: 'damaged', reason: 'a page' },
    pictures: [],
    rowsBroken: false,
    backupFailure: null,
  } as const;
  const told: string[] = [];
  const maintenance = startMaintenance({
    store,
    inspect: async () => damaged,
    onTrouble: ({ code }) => told.push(code),
  });
  for (let minute = 0; minute < 45; minute += 1) {
    clock.pass(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(told).toEqual(['store_damaged', 'store_damaged']);
  maintenance.close();
});

test('once the writer pauses, what was saved is indexed', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const clock = testClock();
  const store = testStore(clock);
  createArticle(store, { headline: 'Fresh' });
  const waiting = (): unknown => store.db.prepare('SELECT count(*) FROM search_queue').pluck().get();
  const quiet = {
    inspect: () => Promise.reject(new Error('not due')),
    onTrouble: () => {},
  };
  const maintenance = startMaintenance({ store, ...quiet });
  vi.advanceTimersByTime(10_000);
  expect(waiting()).toBe(1);
  clock.pass(10_000);
  vi.advanceTimersByTime(10_000);
  expect(waiting()).toBe(0);
  maintenance.close();
});
