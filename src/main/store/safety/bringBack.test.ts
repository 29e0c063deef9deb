import { expect, test } from 'vitest';
import { articleContent } from '#shared/domain/article';
import { createArticle, getArticle, listArticles, saveArticle, trashArticle } from '../articles/articles';
import { type KnownArticle, bringBackArticle } from './bringBack';
import type { Store } from '../store';
import { getRevision, listRevisions } from '../articles/revisions';
import { createSection } from '../articles/sections';
import { story, testStore } from '../testing/testStore';

/** An article as known to a window that had it open. */
function knownIn(store: Store, id: string): KnownArticle {
  const { version, createdAt, trashedAt, ...rest } = getArticle(store, id);
  return { id, version, createdAt, trashedAt, content: articleContent.strip().parse(rest) };
}

test('an article missing from a store comes back as it was, in a later version', () => {
  const before = testStore();
  const section = createSection(before, { name: 'Harbour', colour: '#336699', parentId: null });
  const { id } = createArticle(before, {
    headline: 'Kept in a window',
    hashtags: ['port'],
    sectionId: section.id,
    body: story('Its words.'),
  });
  saveArticle(before, { id, baseVersion: 1, patch: { standfirst: 'Later' } });
  trashArticle(before, id);
  const known = knownIn(before, id);
  const store = testStore();
  const { article, isChanged } = bringBackArticle(store, known);
  expect(isChanged).toBe(true);
  expect(article).toEqual({
    ...getArticle(before, id),
    sectionId: null,
    version: 3,
    updatedAt: article.updatedAt,
  });
  expect(
    listArticles(store, { view: 'trash', sectionId: null, query: 'window', after: null, limit: 5 }).total,
  ).toBe(1);
  expect(saveArticle(store, { id, baseVersion: 3, patch: { headline: 'On' } })).toMatchObject({
    kind: 'saved',
  });
});

test('over an earlier version it is written, which the history keeps; a later one stays', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'From the backup' });
  const known: KnownArticle = { ...knownIn(store, id), version: 7 };
  const content = { ...known.content, headline: 'From the window' };
  const { article } = bringBackArticle(store, { ...known, content });
  expect(article).toMatchObject({ headline: 'From the window', version: 8 });
  const [kept] = listRevisions(store, id);
  expect(getRevision(store, kept?.id ?? '').content.headline).toBe('From the backup');
  expect(bringBackArticle(store, { ...known, content: { ...content, headline: 'Late' } })).toEqual({
    article,
    isChanged: false,
  });
});
