import { expect, test, vi } from 'vitest';
import { createArticle, trashArticle } from '../store/articles/articles';
import { closeStore } from '../store/opening/database';
import { testStore } from '../store/testing/testStore';
import { menuLabel, recentArticles } from './recentArticles';

vi.mock('electron', () => ({ app: {}, Menu: {} }));

test('recent articles are named in the order given, without those in the trash or gone', () => {
  const store = testStore();
  const made = (headline: string) => createArticle(store, { headline }).id;
  const [first, second, nameless] = [made('First & foremost'), made('Second'), made('')];
  const gone = made('Gone');
  trashArticle(store, gone);
  const asked = [nameless, gone, second, store.newId(), first];
  expect(recentArticles(store, asked)).toEqual([
    { id: nameless, label: 'No headline yet' },
    { id: second, label: 'Second' },
    { id: first, label: 'First & foremost' },
  ]);
  closeStore(store);
  expect(recentArticles(store, asked)).toEqual([]);
});

test('a long headline is cut between what a reader sees as letters, and keeps its signs', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'é'.repeat(40).normalize('NFD') + '👩‍🚒'.repeat(40) });
  const [{ label } = { label: '' }] = recentArticles(store, [id]);
  expect(label).toBe(`${'é'.repeat(40).normalize('NFD')}${'👩‍🚒'.repeat(19)}…`);
  expect(menuLabel('First & foremost')).toBe('First && foremost');
});
