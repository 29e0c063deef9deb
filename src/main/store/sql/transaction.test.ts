import { expect, test } from 'vitest';
import { createArticle, getArticle, saveArticle } from '../articles/articles';
import { openReader } from '../opening/database';
import { testStore } from '../testing/testStore';
import { atOneMoment } from './transaction';

test('what is read together is of one moment, whatever is saved meanwhile', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'Quay', hashtags: ['harbour'] });
  const reader = openReader(store.folder);
  const save = (baseVersion: number, headline: string) =>
    saveArticle(store, { id, baseVersion, patch: { headline, hashtags: [headline] } });
  const [first, second] = atOneMoment(reader, () => {
    const before = getArticle(reader, id);
    save(1, 'Bridge');
    return [before, getArticle(reader, id)];
  });
  expect(second).toEqual(first);
  expect(atOneMoment(reader, () => getArticle(reader, id).headline)).toBe('Bridge');
  reader.db.close();
});
