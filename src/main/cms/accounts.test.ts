import { expect, test } from 'vitest';
import { createArticle, listArticles } from '../store/articles/articles';
import { ensureAccount } from '../store/cms/accounts';
import { testStore } from '../store/testing/testStore';
import { accountRows, dropAccount } from './accounts';
import { createSecrets } from './credentials';
import { createOutbox } from './deliver/outbox';

test('an account that is taken away leaves no article waiting for its site', async () => {
  const store = testStore();
  const secrets = createSecrets(store, null);
  const { id: articleId } = createArticle(store, { headline: 'Harbour plan approved' });
  const account = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  });
  createOutbox({ store, secrets }).enqueue(articleId, account.id);
  const marks = (): readonly string[] =>
    listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 9 }).rows.map(
      ({ sync }) => sync,
    );
  expect(marks()).toEqual(['waiting']);
  expect(dropAccount({ store, secrets }, account.id)).toEqual([articleId]);
  expect(marks()).toEqual(['none']);
  expect(await accountRows({ store, secrets })).toEqual([]);
});
