import { copyFileSync, existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { createArticle, getArticle } from '../../articles/articles';
import { backUp } from '../backups';
import { closeStore, databaseFile, openStore } from '../../opening/database';
import { guardPlace } from '../../disk/place';
import { openSafely } from '../openSafely';
import { testClock, testFolder } from '../../testing/testStore';
import { rewriteIfAlone } from './rescue';

/** A store opened as the command line opens it. */
function openAlone() {
  const folder = join(testFolder(), 'store');
  const store = openStore(folder, testClock());
  onTestFinished(() => closeStore(store));
  const told: StoreNotice[] = [];
  guardPlace(store, (displacement) => told.push(rewriteIfAlone(store, displacement)));
  const { id } = createArticle(store, { headline: 'Before' });
  return { folder, store, told, id, create: () => createArticle(store, { headline: 'After' }) };
}

function headlineIn(folder: string, id: string): string {
  const { store } = openSafely(folder, testClock());
  try {
    return getArticle(store, id).headline;
  } finally {
    closeStore(store);
  }
}

test.each([
  ['deleted', (file: string) => rmSync(file)],
  [
    'replaced',
    (file: string) => {
      copyFileSync(file, `${file}-copy`);
      renameSync(`${file}-copy`, file);
    },
  ],
])('a command whose database was %s meanwhile writes it anew, and says so', (how, takeAway) => {
  const { folder, store, told, id, create } = openAlone();
  takeAway(databaseFile(folder));
  const after = create().id;
  expect(told).toMatchObject([{ kind: 'rewritten', how, articles: 2 }]);
  closeStore(store);
  expect([headlineIn(folder, id), headlineIn(folder, after)]).toEqual(['Before', 'After']);
});

test('a command that is not alone, or whose folder is gone, rebuilds nothing and says that nothing is certain', () => {
  const { folder, store, told, create } = openAlone();
  const other = openStore(folder, testClock());
  rmSync(databaseFile(folder));
  expect(create).toThrow(expect.objectContaining({ code: 'store_displaced' }));
  closeStore(other);
  expect(existsSync(databaseFile(folder))).toBe(false);
  create();
  expect(told).toHaveLength(1);
  renameSync(folder, `${folder} elsewhere`);
  expect(create).toThrow(/deleted by another program, so what was just written may be lost/);
  expect(existsSync(store.folder)).toBe(false);
});

test('a command whose database was emptied meanwhile says so, and the next start brings back the backup', () => {
  const { folder, store, id, create } = openAlone();
  backUp(store);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  truncateSync(databaseFile(folder));
  expect(create).toThrow(/was emptied by another program/);
  closeStore(store);
  const { store: next, notices } = openSafely(folder, testClock());
  expect(notices).toMatchObject([{ kind: 'recovered' }]);
  expect(getArticle(next, id).headline).toBe('Before');
  closeStore(next);
});
