import { expect, test } from 'vitest';
import type { CmsKind } from '#shared/domain/cmsKinds';
import type { Store } from '../store';
import { testStore } from '../testing/testStore';
import { ensureAccount, getAccount, listAccounts, removeAccount } from './accounts';

const url = 'https://example.org';
const kind = 'wordpress' satisfies CmsKind;

/** An account as stored before accounts had fields: just the user’s name. */
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

const long = 'u'.repeat(201);

test('an account of a user that no site has is refused in words, and nothing of it is kept', () => {
  const store = testStore();
  const add = (user: string) => () => ensureAccount(store, { kind, url, fields: { user } });
  expect(add(long)).toThrow(
    expect.objectContaining({
      code: 'credentials_too_long',
      message: 'User: longer than 200 characters. Nothing was saved or sent. Check it and enter it again.',
    }),
  );
  expect(add('  ')).toThrow(expect.objectContaining({ code: 'no_credentials' }));
  expect(listAccounts(store)).toEqual([]);
});

test('a user is kept without the spaces around it, so that one user has one account', () => {
  const store = testStore();
  const { id } = ensureAccount(store, { kind, url, fields: { user: 'desk' } });
  expect(ensureAccount(store, { kind, url, fields: { user: ' desk\t' } })).toMatchObject({
    id,
    fields: { user: 'desk' },
  });
});

test('a site of a longer name, or at a longer address, than is shown has its beginning', () => {
  const store = testStore();
  const [one, other] = ['a', 'b'].map((letter) => `https://${`${letter.repeat(60)}.`.repeat(4)}example`);
  const { name } = ensureAccount(store, { kind, url: one ?? '', fields: { user: 'desk' } }, 'n'.repeat(300));
  expect(name).toBe('n'.repeat(200));
  expect(ensureAccount(store, { kind, url: other ?? '', fields: { user: 'desk' } }).name).toMatch(
    /^b{60}\./u,
  );
  expect(listAccounts(store)).toHaveLength(2);
});

test('an account that cannot be read is in the list, is used for nothing, and can be removed', () => {
  const store = testStore();
  const good = oldAccount(store, 'desk');
  const bad = [oldAccount(store, long), oldAccount(store, '{"user":5}'), oldAccount(store, '')];
  expect(new Set(listAccounts(store).map(({ id }) => id))).toEqual(new Set([good, ...bad]));
  expect(listAccounts(store).find(({ id }) => id === bad[0])?.fields).toEqual({ user: long.slice(0, 200) });
  for (const id of bad) {
    expect(() => getAccount(store, id)).toThrow(expect.objectContaining({ code: 'account_damaged' }));
    removeAccount(store, id);
  }
  expect(listAccounts(store).map(({ id }) => id)).toEqual([good]);
});
