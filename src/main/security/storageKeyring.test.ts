import { afterEach, describe, expect, test, vi } from 'vitest';
import { storageKeyring, type SystemStorage } from './storageKeyring';

/** Bytes as Chromium marks them: `v10` on Linux is the password of its sources, `v11` the keyring's. */
const encrypted = (mark: string) => (text: string) => Buffer.from(mark + btoa(text));

function decrypted(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString();
  if (!text.startsWith('v1')) throw new Error('Error while decrypting the ciphertext provided.');
  return atob(text.slice(3));
}

/** Electron 33. */
const waiting = (mark = 'v11', backend = 'gnome_libsecret'): SystemStorage => ({
  isEncryptionAvailable: () => true,
  encryptString: encrypted(mark),
  decryptString: decrypted,
  getSelectedStorageBackend: () => backend,
});

/** Electron 46, and without the older calls. */
const asking = (mark = 'v11', change: SystemStorage = {}): SystemStorage => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => encrypted(mark)(text),
  decryptStringAsync: async (bytes) => ({ result: decrypted(bytes), shouldReEncrypt: false }),
  ...change,
});

afterEach(() => {
  vi.useRealTimers();
});

const silent = (): Promise<never> => new Promise(() => undefined);

const gone = (call: string) => async (): Promise<never> => {
  throw new Error(`${call} is temporarily unavailable. Please try again.`);
};

describe.each([
  ['33', waiting],
  ['46', asking],
])('on Electron %s', (_, storage) => {
  test('a text comes back as it was', async () => {
    const keyring = storageKeyring(storage(), 'linux');
    expect(await keyring.state()).toBe('usable');
    expect(await keyring.decrypt(await keyring.encrypt('öpen sesame'))).toEqual({
      text: 'öpen sesame',
      renew: false,
    });
  });

  test('bytes of another keyring are refused', async () => {
    await expect(storageKeyring(storage(), 'darwin').decrypt(Buffer.from('other'))).rejects.toThrow(
      'decrypting',
    );
  });

  test('a password that everybody knows is no keyring on Linux, and elsewhere the mark means nothing', async () => {
    expect(await storageKeyring(storage('v10', 'basic_text'), 'linux').state()).toBe('none');
    expect(await storageKeyring(storage('v10'), 'win32').state()).toBe('usable');
  });

  test('nothing is encrypted with it on Linux, whatever was found before', async () => {
    const open = storageKeyring(storage('v10'), 'linux');
    await expect(open.encrypt('open sesame')).rejects.toMatchObject({ code: 'no_keyring' });
    expect((await storageKeyring(storage('v10'), 'darwin').encrypt('open sesame')).length).toBeGreaterThan(0);
  });
});

test('an Electron that has both is asked without waiting for it', async () => {
  const refusing = (): never => {
    throw new Error('the older call was used');
  };
  const both = {
    ...asking(),
    isEncryptionAvailable: refusing,
    encryptString: refusing,
    decryptString: refusing,
  };
  const keyring = storageKeyring(both, 'linux');
  expect(await keyring.state()).toBe('usable');
  expect((await keyring.decrypt(await keyring.encrypt('text'))).text).toBe('text');
});

test('a keyring that is locked for now says so, and does not say that the bytes are not its own', async () => {
  const locked = asking('v11', {
    encryptStringAsync: gone('encryptStringAsync'),
    decryptStringAsync: gone('decryptStringAsync'),
  });
  const keyring = storageKeyring(locked, 'linux');
  expect(await keyring.state()).toBe('away');
  await expect(keyring.encrypt('text')).rejects.toMatchObject({ code: 'keyring_away' });
  await expect(keyring.decrypt(Buffer.from('v11'))).rejects.toMatchObject({ code: 'keyring_away' });
});

test('a keyring that stands behind a question that nobody answers is away, and keeps nobody waiting for ever', async () => {
  vi.useFakeTimers();
  const unanswered = asking('v11', { encryptStringAsync: silent, decryptStringAsync: silent });
  const keyring = storageKeyring(unanswered, 'linux');
  const asked = Promise.allSettled([
    keyring.state(),
    keyring.encrypt('text'),
    keyring.decrypt(Buffer.from('v11')),
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  const refusal = { status: 'rejected', reason: { code: 'keyring_away' } };
  expect(await asked).toMatchObject([{ value: 'away' }, refusal, refusal]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a newer key is passed on as a wish to encrypt again', async () => {
  const rotated = asking('v11', {
    decryptStringAsync: async (bytes) => ({ result: decrypted(bytes), shouldReEncrypt: true }),
  });
  const keyring = storageKeyring(rotated, 'linux');
  expect(await keyring.decrypt(await keyring.encrypt('text'))).toEqual({ text: 'text', renew: true });
});

test('where there is no encryption the keyring is not available', async () => {
  const without = asking('v11', { isAsyncEncryptionAvailable: async () => false });
  expect(await storageKeyring(without, 'darwin').state()).toBe('none');
  await expect(storageKeyring(without, 'darwin').encrypt('text')).rejects.toMatchObject({
    code: 'no_keyring',
  });
  const older = { ...waiting(), isEncryptionAvailable: () => false };
  expect(await storageKeyring(older, 'darwin').state()).toBe('none');
  await expect(storageKeyring(older, 'darwin').encrypt('text')).rejects.toMatchObject({ code: 'no_keyring' });
});
