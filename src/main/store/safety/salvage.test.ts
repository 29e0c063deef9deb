import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createArticle, getArticle, listArticles, saveArticle } from '../articles/articles';
import { indexAll } from '../articles/indexing';
import { databaseFile } from '../opening/database';
import { story, testFolder, testStore } from '../testing/testStore';
import { articleTaker } from './recovery/takeArticles';
import { salvage } from './salvage';

test('an article that stays as a backup has it is found by its own words, not by those of a later version that cannot be read', () => {
  const later = testStore();
  const { id } = createArticle(later, { body: story('The quay flooded.') });
  const folder = testFolder();
  later.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(databaseFile(later.folder), join(folder, 'nutgraf.db'));
  saveArticle(later, { id, baseVersion: 1, patch: { body: story('The pier flooded.') } });
  saveArticle(later, { id, baseVersion: 2, patch: { standfirst: 'At night' } });
  indexAll(later);
  later.db.exec(`UPDATE articles SET body = replace(body, 'pier', 'pxer')`);
  later.db.pragma('wal_checkpoint(TRUNCATE)');

  const store = testStore({ folder });
  salvage(store, articleTaker(store), databaseFile(later.folder));
  expect(getArticle(store, id)).toMatchObject({ version: 1, body: story('The quay flooded.') });
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Harbour' } });
  const found = (query: string): number =>
    listArticles(store, { view: 'all', sectionId: null, query, after: null, limit: 1 }).total;
  expect([found('quay'), found('pier')]).toEqual([1, 0]);
});
