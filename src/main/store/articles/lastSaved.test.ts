import { expect, test } from 'vitest';
import { stateOf } from '../sql/changes';
import { story, testStore } from '../testing/testStore';
import { createArticle, saveArticle } from './articles';

test.each([
  ['a field', `UPDATE articles SET kicker = 'Kickxr'`],
  ['the body', `UPDATE articles SET body = replace(body, 'quay', 'quax')`],
  ['a hashtag', `UPDATE article_hashtags SET tag = 'harbxur'`],
])('a save over %s that was damaged on the disk since the last save is refused', (_what, sql) => {
  const store = testStore();
  const { id } = createArticle(store, { kicker: 'Kicker', hashtags: ['harbour'] });
  saveArticle(store, { id, baseVersion: 1, patch: { body: story('The quay flooded.') } });
  store.db.exec(sql);
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
