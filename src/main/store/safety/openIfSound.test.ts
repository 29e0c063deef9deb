import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createArticle, listArticles } from '../articles/articles';
import { closeStore, databaseFile, openStore } from '../opening/database';
import { migrate } from '../opening/migrate';
import { migrations } from '../opening/migrations';
import { cutInHalf } from '../testing/spoil';
import { testFolder } from '../testing/testStore';
import { openIfSound } from './openIfSound';

function closedStoreOfOne(): string {
  const folder = testFolder();
  const store = openStore(folder);
  createArticle(store, { headline: 'Kept' });
  closeStore(store);
  return folder;
}

test('a folder in which no store was yet gets one, and a sound store opens with what is in it', () => {
  const made = openIfSound(join(testFolder(), 'new'));
  if (made === null) throw new Error('no store was made');
  closeStore(made);
  const store = openIfSound(closedStoreOfOne());
  if (store === null) throw new Error('a sound store was not opened');
  const { rows } = listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 9 });
  expect(rows.map(({ headline }) => headline)).toEqual(['Kept']);
  closeStore(store);
});

test('a damaged store is left as it is, to what brings it back', () => {
  const folder = closedStoreOfOne();
  cutInHalf(databaseFile(folder));
  const damaged = readFileSync(databaseFile(folder));
  expect(openIfSound(folder)).toBeNull();
  expect(readFileSync(databaseFile(folder))).toEqual(damaged);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
});

test('whoever opens a store hears of its change to this form at once, and not again', () => {
  const folder = testFolder();
  const db = new Database(databaseFile(folder));
  migrate({ db, folder, now: Date.now }, migrations.slice(0, -1));
  db.close();
  const heard: number[] = [];
  for (const start of [1, 2]) {
    const store = openIfSound(folder, { onMigrated: () => heard.push(start) });
    if (store === null) throw new Error('a sound store was not opened');
    closeStore(store);
  }
  expect(heard).toEqual([1]);
});

test('what is not damage keeps the store closed, with its reason', () => {
  const folder = closedStoreOfOne();
  const db = new Database(databaseFile(folder));
  const version = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version = ${version + 1}`);
  db.exec('CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY)');
  db.close();
  expect(() => openIfSound(folder)).toThrow(expect.objectContaining({ code: 'store_from_future' }));
});
