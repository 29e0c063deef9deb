import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArticle, getArticle } from '../articles/articles';
import { addAsset } from '../articles/assets';
import { backUp, backupsToDrop, listBackups } from './backups';
import { backupFolder } from '../disk/copyDatabase';
import { closeStore, openReader } from '../opening/database';
import { gif } from '../testing/testImages';
import { story, testClock, testStore } from '../testing/testStore';
import Database from 'better-sqlite3';

const DAY = 86_400_000;

test('a backup is a whole store of one file, made through a read-only connection', () => {
  const store = testStore();
  const article = createArticle(store, { headline: 'Kept', hashtags: ['a'], body: story('text') });
  const reader = openReader(store.folder);
  const { file, damaged } = backUp({ ...reader, now: store.now });
  closeStore(reader);
  expect(damaged).toEqual([]);
  expect(readdirSync(backupFolder(store.folder))).toHaveLength(1);
  const copy = new Database(file, { readonly: true });
  expect(getArticle({ db: copy, folder: store.folder }, article.id)).toEqual(article);
  copy.close();
});

test('after a backup every half day for six days the last five stay, and the last of each of seven days', () => {
  const clock = testClock(Date.UTC(2026, 0, 1));
  const store = testStore(clock);
  const times: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    clock.pass(DAY / 2);
    times.push(clock.now());
    backUp(store);
  }
  const kept = listBackups(store.folder).map(({ madeAt }) => madeAt);
  expect(kept.slice(0, 5)).toEqual(times.toReversed().slice(0, 5));
  expect(new Set(kept.map((time) => Math.floor(time / DAY))).size).toBe(7);
  expect(kept).toHaveLength(9);
});

test('the newest backup is never deleted, nor those of a migration', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 40 * DAY }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ages, (list) => {
      const now = 100 * DAY;
      const backups = list.toSorted((a, b) => a - b).map((age) => ({ file: String(age), madeAt: now - age }));
      const gone = backupsToDrop(backups, now);
      expect(gone).not.toContain(backups[0]);
      expect(backups.length - gone.length).toBeGreaterThanOrEqual(Math.min(5, backups.length));
    }),
  );
});

test('no older backup is deleted while an article’s text is damaged', () => {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { headline: 'Harbour' });
  for (let count = 0; count < 5; count += 1) {
    clock.pass(1000);
    backUp(store);
  }
  store.db.prepare(`UPDATE articles SET headline = 'Harbeur'`).run();
  clock.pass(1000);
  expect(backUp(store).damaged).toEqual([id]);
  expect(listBackups(store.folder)).toHaveLength(6);
});

test('a store that is damaged is not copied over its good backups', () => {
  const store = testStore();
  createArticle(store, { headline: 'Kept' });
  store.db.unsafeMode();
  store.db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'assets';
    PRAGMA writable_schema = RESET`);
  expect(() => backUp(store)).toThrow(expect.objectContaining({ code: 'store_damaged' }));
  expect(readdirSync(backupFolder(store.folder))).toEqual([]);
});

test.each([
  ['a file', (place: string) => writeFileSync(place, 'words')],
  ['a link that leads nowhere', (place: string) => symlinkSync('/nowhere/at/all', place)],
])('%s in the place of the backups, or of the pictures, is told by what belongs there', (_what, block) => {
  const store = testStore();
  for (const name of ['backups', 'assets']) block(join(store.folder, name));
  expect(() => backUp(store)).toThrow(/^Something else is in the place of the backups of the store/);
  expect(() => addAsset(store, { name: 'quay.gif', bytes: gif(200) })).toThrow(
    /^Something else is in the place of the images of the store/,
  );
});
