import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#shared/domain/id';
import { ensureAccount, keepSecret, readSecret, removeAccount } from '../store/cms/accounts';
import { closeStore, openStore } from '../store/opening/database';
import type { Store } from '../store/store';
import { storageKeyring } from '../security/storageKeyring';
import { createSecrets, type Keyring, keyringAway, noKeyring, type Secrets } from './credentials';

/** Stands in for the OS: writes text in base64, under a key that another keyring does not have. */
const keyring = (key: string, change: Partial<Keyring> = {}): Keyring => ({
  state: async () => 'usable',
  encrypt: async (text) => Buffer.from(`${key}:${btoa(text)}`),
  decrypt: async (bytes) => {
    const [found, text = ''] = Buffer.from(bytes).toString().split(':');
    if (found !== key) throw new Error('wrong key');
    return { text: atob(text), renew: false };
  },
  ...change,
});

const away = async (): Promise<never> => {
  throw keyringAway();
};

/** As a window does it: encrypts the secret, and keeps it for the account. */
async function keep(secrets: Secrets, secret: string, remember: boolean): Promise<void> {
  const keepFor = await secrets.toKeep(secret, remember);
  keepFor(account);
}

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

test('a remembered password outlives the app, and the store holds no plain text of it', async () => {
  await keep(createSecrets(store, keyring('one')), 'open sesame', true);
  const later = createSecrets(store, keyring('one'));
  expect(await later.read(account)).toBe('open sesame');
  expect(await later.keeping(account)).toBe('keyring');
  expect(Buffer.from(readSecret(store, account) ?? []).toString()).not.toContain('open sesame');
});

test('one for this session is gone with the app and takes the place of one that was kept', async () => {
  const secrets = createSecrets(store, keyring('one'));
  await keep(secrets, 'old', true);
  await keep(secrets, 'new', false);
  expect(await secrets.read(account)).toBe('new');
  expect(await secrets.keeping(account)).toBe('session');
  expect(await createSecrets(store, keyring('one')).keeping(account)).toBe('missing');
});

test('one that no longer decrypts is missing, and can be entered again', async () => {
  await keep(createSecrets(store, keyring('one')), 'open sesame', true);
  const secrets = createSecrets(store, keyring('another'));
  expect(await secrets.keeping(account)).toBe('missing');
  expect(await secrets.read(account)).toBeNull();
  await keep(secrets, 'again', true);
  expect(await secrets.read(account)).toBe('again');
});

test.each([
  ['no keyring', null],
  [
    'one that is not available',
    keyring('one', { state: async () => 'none', encrypt: async () => Promise.reject(noKeyring()) }),
  ],
])('with %s a password is only for this session', async (_, without) => {
  const secrets = createSecrets(store, without);
  await expect(secrets.toKeep('open sesame', true)).rejects.toMatchObject({ code: 'no_keyring' });
  expect(await secrets.read(account)).toBeNull();
  await keep(secrets, 'open sesame', false);
  expect(await secrets.keeping(account)).toBe('session');
  expect(readSecret(store, account)).toBeNull();
});

test('the keyring is not asked before a password is wanted, for it may keep the person waiting', async () => {
  let asked = 0;
  const slow = keyring('one', {
    state: async () => {
      asked += 1;
      return 'usable';
    },
    encrypt: async (text) => {
      asked += 1;
      return keyring('one').encrypt(text);
    },
  });
  const secrets = createSecrets(store, slow);
  expect(await secrets.keeping(account)).toBe('missing');
  expect(asked).toBe(0);
  await keep(secrets, 'open sesame', true);
  expect(await secrets.read(account)).toBe('open sesame');
});

test('a keyring that fails leaves the password that it keeps already', async () => {
  await keep(createSecrets(store, keyring('one')), 'open sesame', true);
  const secrets = createSecrets(store, keyring('one', { encrypt: away }));
  await expect(secrets.toKeep('another', true)).rejects.toMatchObject({ code: 'keyring_away' });
  expect(await secrets.read(account)).toBe('open sesame');
});

test('a password that the keyring will not give out just now is kept, and is there once it does', async () => {
  await keep(createSecrets(store, keyring('one')), 'open sesame', true);
  let locked = true;
  const whole = keyring('one');
  const secrets = createSecrets(store, {
    ...whole,
    decrypt: async (bytes) => (locked ? away() : whole.decrypt(bytes)),
  });
  expect(await secrets.keeping(account)).toBe('keyring');
  await expect(secrets.read(account)).rejects.toMatchObject({ code: 'keyring_away' });
  locked = false;
  expect(await secrets.read(account)).toBe('open sesame');
});

describe('a keyring that has a newer key', () => {
  const renewing = (change: Partial<Keyring> = {}): Keyring => ({
    ...keyring('two'),
    decrypt: async (bytes) => ({ ...(await keyring('one').decrypt(bytes)), renew: true }),
    ...change,
  });

  test('has the password encrypted with it', async () => {
    await keep(createSecrets(store, keyring('one')), 'open sesame', true);
    expect(await createSecrets(store, renewing()).read(account)).toBe('open sesame');
    expect(await createSecrets(store, keyring('two')).read(account)).toBe('open sesame');
  });

  test('does not put it in the place of another that was entered meanwhile', async () => {
    await keep(createSecrets(store, keyring('one')), 'old', true);
    const encrypt = async (text: string) => {
      keepSecret(store, account, await keyring('two').encrypt('new'));
      return keyring('two').encrypt(text);
    };
    await createSecrets(store, renewing({ encrypt })).read(account);
    expect(await createSecrets(store, keyring('two')).read(account)).toBe('new');
  });

  test('and cannot use it yet still reads the password', async () => {
    await keep(createSecrets(store, keyring('one')), 'open sesame', true);
    expect(await createSecrets(store, renewing({ encrypt: away })).read(account)).toBe('open sesame');
    expect(await createSecrets(store, keyring('one')).read(account)).toBe('open sesame');
  });
});

test('a keyring that falls back to a password that everybody knows is not what a password is renewed with', async () => {
  let mark = 'v11';
  const kept = storageKeyring(
    {
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (text) => Buffer.from(mark + btoa(text)),
      decryptStringAsync: async (bytes) => ({
        result: atob(bytes.toString().slice(3)),
        shouldReEncrypt: true,
      }),
    },
    'linux',
  );
  await keep(createSecrets(store, kept), 'open sesame', true);
  mark = 'v10';
  expect(await createSecrets(store, kept).read(account)).toBe('open sesame');
  expect(Buffer.from(readSecret(store, account) ?? []).toString()).toMatch(/^v11/);
});

test('the secret goes with its account', async () => {
  await keep(createSecrets(store, keyring('one')), 'open sesame', true);
  removeAccount(store, account);
  expect(readSecret(store, account)).toBeNull();
});
