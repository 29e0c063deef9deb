import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { createArticle, getArticle, saveArticle } from '../store/articles/articles';
import { backUp } from '../store/safety/backups';
import { closeStore, databaseFile, openReader, openStore } from '../store/opening/database';
import { hasRecoveryMark } from '../store/safety/recoveryMark';
import { overwrite } from '../store/testing/spoil';
import { story, testClock, testFolder } from '../store/testing/testStore';
import { createStoreSafety } from './storeSafety';

/** An open store with two articles, watched as the app does, and what its windows are told. */
function openGuarded() {
  const folder = join(testFolder(), 'store');
  const store = openStore(folder, testClock());
  onTestFinished(() => closeStore(store));
  const { id } = createArticle(store, { headline: 'Before', body: story('Its words.') });
  createArticle(store, { headline: 'Another' });
  const told: StoreNotice[] = [];
  const safety = createStoreSafety(store, (name, payload) => {
    if (name === 'store.notice') told.push(payload as StoreNotice);
  });
  const save = () => saveArticle(store, { id, baseVersion: 1, patch: { headline: 'After' } });
  return { folder, store, id, told, safety, save };
}

/** What another process reads in the place of the store. */
function headlineIn(folder: string, id: string): string {
  const reader = openReader(folder);
  try {
    return getArticle(reader, id).headline;
  } finally {
    closeStore(reader);
  }
}

const ways: readonly (readonly [how: string, takeAway: (folder: string) => void])[] = [
  ['deleted', (folder) => rmSync(databaseFile(folder))],
  ['deleted', (folder) => ['', '-wal', '-shm'].forEach((suffix) => rmSync(databaseFile(folder) + suffix))],
  [
    'replaced',
    (folder) => {
      copyFileSync(databaseFile(folder), join(folder, 'copy'));
      renameSync(join(folder, 'copy'), databaseFile(folder));
    },
  ],
  ['moved', (folder) => renameSync(folder, `${folder} elsewhere`)],
  ['moved', (folder) => rmSync(folder, { recursive: true })],
];

test.each(ways)(
  'a database that is %s while it is open is written anew before a save is called one',
  (how, takeAway) => {
    const { folder, store, id, told, save } = openGuarded();
    takeAway(folder);
    expect(save()).toMatchObject({ kind: 'saved', version: 2 });
    expect(headlineIn(folder, id)).toBe('After');
    expect(told).toMatchObject([{ kind: 'rewritten', how, database: databaseFile(folder), articles: 2 }]);
    expect(saveArticle(store, { id, baseVersion: 2, patch: { headline: 'Later' } })).toMatchObject({
      kind: 'saved',
    });
    expect(headlineIn(folder, id)).toBe('Later');
    expect(told).toHaveLength(1);
  },
);

test('what was put in the place of a database is kept', () => {
  const { folder, told, save } = openGuarded();
  const other = join(testFolder(), 'other');
  const theirs = openStore(other, testClock());
  createArticle(theirs, { headline: 'Theirs' });
  closeStore(theirs);
  const bytes = readFileSync(databaseFile(other));
  renameSync(databaseFile(other), databaseFile(folder));
  save();
  const [notice] = told;
  const kept = notice?.kind === 'rewritten' ? (notice.keptFile ?? '') : '';
  expect(readFileSync(kept).equals(bytes)).toBe(true);
});

test('a database that is emptied while it is open is put together again, and a save is not called one before', () => {
  const { folder, store, id, told, save } = openGuarded();
  backUp(store);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  truncateSync(databaseFile(folder));
  expect(save).toThrow(expect.objectContaining({ code: 'store_displaced' }));
  const found = getArticle(store, id);
  expect(saveArticle(store, { id, baseVersion: found.version, patch: { headline: 'Again' } })).toMatchObject({
    kind: 'saved',
  });
  expect(headlineIn(folder, id)).toBe('Again');
  expect(told).toMatchObject([{ kind: 'recovered' }]);
});

test('a database emptied while another process also has it open is not a new store, and is recovered once that is gone', () => {
  const { folder, store, id, save, told } = openGuarded();
  backUp(store);
  const other = openStore(folder, testClock());
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  truncateSync(databaseFile(folder));
  expect(save).toThrow(expect.objectContaining({ code: 'store_in_use' }));
  expect(save).toThrow(expect.objectContaining({ code: 'store_in_use' }));
  expect(told).toEqual([]);
  closeStore(other);
  expect(save).toThrow(expect.objectContaining({ code: 'store_displaced' }));
  expect(told).toMatchObject([{ kind: 'recovered' }]);
  expect(getArticle(store, id).headline).toBe('Before');
});

test('without a watch, a save whose database was deleted does not count as a save', () => {
  const folder = testFolder();
  const store = openStore(folder, testClock());
  onTestFinished(() => closeStore(store));
  rmSync(databaseFile(folder));
  expect(() => createArticle(store, {})).toThrow(expect.objectContaining({ code: 'store_displaced' }));
});

test('damage that a reader ran into is noted and reported once, and the store is recovered without a restart', () => {
  const { folder, store, id, told, safety } = openGuarded();
  backUp(store);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  const find = `SELECT rootpage FROM sqlite_schema WHERE name = 'articles_by_section'`;
  const page = Number(store.db.prepare(find).pluck().get());
  overwrite(databaseFile(folder), (page - 1) * 4096, Buffer.alloc(4096, 0xa5));
  const failure = { code: 'store_damaged', message: 'The store is damaged on disk.' };
  safety.failed(failure);
  safety.failed(failure);
  expect(told).toEqual([{ kind: 'damaged', isNoted: true }]);
  expect(hasRecoveryMark(folder)).toBe(true);
  safety.recover();
  expect(told.slice(1)).toMatchObject([{ kind: 'recovered', cause: 'damaged', started: 2 }]);
  expect(safety.notices()).toMatchObject([{ kind: 'recovered' }]);
  expect(getArticle(store, id).headline).toBe('Before');
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(hasRecoveryMark(folder)).toBe(false);
});
