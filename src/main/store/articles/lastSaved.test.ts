import { expect, test } from 'vitest';
import { stateOf } from '../sql/changes';
import { story, testStore } from '../testing/testStore';
import { createArticle, getArticle, listArticles, saveArticle } from './articles';

test.each([
  ['a field', `UPDATE articles SET kicker = 'Kickxr'`],
  ['the body', `UPDATE articles SET body = replace(body, 'quay', 'quax')`],
])('a save from memory puts %s right that was damaged on the disk meanwhile', (_what, sql) => {
  const store = testStore();
  const { id } = createArticle(store, { kicker: 'Kicker' });
  saveArticle(store, { id, baseVersion: 1, patch: { body: story('The quay flooded.') } });
  store.db.exec(sql);
  saveArticle(store, { id, baseVersion: 2, patch: { headline: 'Harbour' } });
  expect(getArticle(store, id)).toMatchObject({ kicker: 'Kicker', body: story('The quay flooded.') });
  expect(
    listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 1 }).rows,
  ).toMatchObject([{ headline: 'Harbour', summary: 'The quay flooded.' }]);
});

test('a save over hashtags that were damaged on the disk meanwhile is refused', () => {
  const store = testStore();
  const { id } = createArticle(store, { hashtags: ['harbour'] });
  saveArticle(store, { id, baseVersion: 1, patch: { body: story('The quay flooded.') } });
  store.db.exec(`UPDATE article_hashtags SET tag = 'harbxur'`);
  expect(() => saveArticle(store, { id, baseVersion: 2, patch: { headline: 'Harbour' } })).toThrow(
    expect.objectContaining({ code: 'article_damaged' }),
  );
});

test('a save that has no later time than the last one makes a backup due all the same', () => {
  const store = testStore();
  const { id } = createArticle(store, {});
  const before = stateOf(store.db);
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Harbour' } });
  expect(stateOf(store.db)).not.toBe(before);
});
