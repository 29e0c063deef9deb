import { expect, test } from 'vitest';
import type { CmsKind } from '#shared/domain/cmsKinds';
import type { Store } from '../store';
import { testStore } from '../testing/testStore';
import { ensureAccount, getAccount, listAccounts } from './accounts';

const url = 'https://example.org';
const kind = 'wordpress' satisfies CmsKind;

/** An account as stores have it from before accounts had fields: the user’s bare name. */
function oldAccount(store: Store, user: string): string {
  const id = store.newId();
  store.db
    .prepare('INSERT INTO cms_accounts (id, kind, name, url, user, created_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, kind, 'The site', url, user, store.now());
  return id;
}

test.each(['desk', 'somebody@example.org', '{desk', '{"desk":'])(
  'the account of the user %s, from before accounts had fields, goes on',
  (user) => {
    const store = testStore();
    const id = oldAccount(store, user);
    expect(getAccount(store, id)).toMatchObject({ kind, name: 'The site', url, fields: { user } });
  },
);

test('signing in again as the same user changes the account that there is', () => {
  const store = testStore();
  const id = oldAccount(store, 'desk');
  expect(ensureAccount(store, { kind, url, fields: { user: 'desk' } }, 'Renamed')).toMatchObject({
    id,
    name: 'Renamed',
  });
  expect(ensureAccount(store, { kind, url, fields: { user: 'editor' } }).id).not.toBe(id);
  expect(new Set(listAccounts(store).map(({ fields }) => fields['user']))).toEqual(
    new Set(['desk', 'editor']),
  );
});

test.each<Readonly<Record<string, string>>>([{}, { user: '{"user":"x"}' }, { user: '{' }])(
  'fields are read as they were kept: %j',
  (fields) => {
    const store = testStore();
    const { id } = ensureAccount(store, { kind, url, fields });
    expect(getAccount(store, id).fields).toEqual(fields);
    expect(ensureAccount(store, { kind, url, fields }).id).toBe(id);
  },
);
