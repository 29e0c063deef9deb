import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Id } from '#shared/domain/id';
import { ensureAccount, readSecret, removeAccount } from '../store/cms/accounts';
import { closeStore, openStore } from '../store/opening/database';
import type { Store } from '../store/store';
import { createSecrets, type Keyring } from './credentials';

/** Stands in for the OS: writes text in base64, under a key that another keyring does not have. */
const keyring = (key: string, change: Partial<Keyring> = {}): Keyring => ({
  available: true,
  backend: 'gnome_libsecret',
  encrypt: (text) => Buffer.from(`${key}:${btoa(text)}`),
  decrypt: (bytes) => {
    const [found, text = ''] = Buffer.from(bytes).toString().split(':');
    if (found !== key) throw new Error('wrong key');
    return atob(text);
  },
  ...change,
});

let store: Store;
let account: Id;
beforeEach(() => {
  store = openStore(mkdtempSync(path.join(tmpdir(), 'nutgraf-secrets-')));
  account = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  }).id;
});
afterEach(() => {
  closeStore(store);
  rmSync(store.folder, { recursive: true, force: true });
});

test('a remembered password outlives the app, and the store holds no plain text of it', () => {
  createSecrets(store, keyring('one')).keep(account, 'open sesame', true);
  const later = createSecrets(store, keyring('one'));
  expect(later.read(account)).toBe('open sesame');
  expect(later.keeping(account)).toBe('keyring');
  expect(Buffer.from(readSecret(store, account) ?? []).toString()).not.toContain('open sesame');
});

test('one for this session is gone with the app and takes the place of one that was kept', () => {
  const secrets = createSecrets(store, keyring('one'));
  secrets.keep(account, 'old', true);
  secrets.keep(account, 'new', false);
  expect(secrets.read(account)).toBe('new');
  expect(secrets.keeping(account)).toBe('session');
  expect(createSecrets(store, keyring('one')).keeping(account)).toBe('missing');
});

test('one that no longer decrypts is missing, and can be entered again', () => {
  createSecrets(store, keyring('one')).keep(account, 'open sesame', true);
  const secrets = createSecrets(store, keyring('another'));
  expect(secrets.keeping(account)).toBe('missing');
  expect(secrets.read(account)).toBeNull();
  secrets.keep(account, 'again', true);
  expect(secrets.read(account)).toBe('again');
});

test.each([
  ['no keyring', null],
  ['one that is not available', keyring('one', { available: false })],
  ['basic_text, whose password everybody knows', keyring('one', { backend: 'basic_text' })],
])('with %s a password is only for this session', (_, without) => {
  const secrets = createSecrets(store, without);
  expect(() => secrets.keep(account, 'open sesame', true)).toThrow(
    expect.objectContaining({ code: 'no_keyring' }),
  );
  expect(secrets.read(account)).toBeNull();
  secrets.keep(account, 'open sesame', false);
  expect(secrets.keeping(account)).toBe('session');
  expect(readSecret(store, account)).toBeNull();
});

test('the keyring is not asked before a password is wanted, for it may keep the person waiting', () => {
  let asked = 0;
  const slow: Keyring = {
    ...keyring('one'),
    get available() {
      asked += 1;
      return true;
    },
  };
  const secrets = createSecrets(store, slow);
  expect(secrets.keeping(account)).toBe('missing');
  expect(asked).toBe(0);
  secrets.keep(account, 'open sesame', true);
  expect(secrets.read(account)).toBe('open sesame');
});

test('a keyring that fails leaves the password that it keeps already', () => {
  createSecrets(store, keyring('one')).keep(account, 'open sesame', true);
  const locked = (): never => {
    throw new Error('the keyring is locked');
  };
  const secrets = createSecrets(store, keyring('one', { encrypt: locked }));
  expect(() => secrets.keep(account, 'another', true)).toThrow('locked');
  expect(secrets.read(account)).toBe('open sesame');
});

test('the secret goes with its account', () => {
  createSecrets(store, keyring('one')).keep(account, 'open sesame', true);
  removeAccount(store, account);
  expect(readSecret(store, account)).toBeNull();
});
