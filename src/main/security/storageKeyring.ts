import type { KeyringState } from '#shared/domain/cmsAccount';
import { NutgrafError } from '#shared/domain/failure';
import { type Keyring, keyringAway, noKeyring } from '../cms/credentials';

/** How long what goes on by itself waits for the keyring, ms. It may stand behind a question that nobody answers. */
const PATIENCE = 10_000;
/** As long where a person just asked for it, and may be typing what unlocks it. */
const PATIENCE_WITH_A_PERSON = 60_000;

/** What Electron has up to 45: it keeps main waiting while the system asks the user to unlock the keyring. */
interface WaitingStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Uint8Array;
  readonly decryptString: (encrypted: Buffer) => string;
}

/** What Electron has from 42 on, and from 46 on alone. */
interface AskingStorage {
  readonly isAsyncEncryptionAvailable: () => Promise<boolean>;
  readonly encryptStringAsync: (text: string) => Promise<Uint8Array>;
  readonly decryptStringAsync: (
    encrypted: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

/** Electron's `safeStorage`, of whatever version. */
export type SystemStorage = Partial<WaitingStorage> &
  Partial<AskingStorage> & {
    /** Linux alone: `basic_text` encrypts with a fixed password. */
    readonly getSelectedStorageBackend?: () => string;
  };

/** The keyring as Electron reaches it, by the calls that this version of it has. */
export function storageKeyring(storage: SystemStorage, platform: NodeJS.Platform): Keyring {
  if (isAsking(storage)) return askingKeyring(storage, platform);
  if (isWaiting(storage)) return waitingKeyring(storage, platform);
  throw new TypeError('Electron has none of the calls of safeStorage that are known');
}

const isAsking = (storage: SystemStorage): storage is AskingStorage =>
  storage.isAsyncEncryptionAvailable !== undefined &&
  storage.encryptStringAsync !== undefined &&
  storage.decryptStringAsync !== undefined;

const isWaiting = (storage: SystemStorage): storage is SystemStorage & WaitingStorage =>
  storage.isEncryptionAvailable !== undefined &&
  storage.encryptString !== undefined &&
  storage.decryptString !== undefined;

function askingKeyring(storage: AskingStorage, platform: NodeJS.Platform): Keyring {
  const encrypted = async (text: string): Promise<Uint8Array> => {
    if (!(await storage.isAsyncEncryptionAvailable())) throw noKeyring();
    return ownAlone(await storage.encryptStringAsync(text), platform);
  };
  return {
    state: async () =>
      stateOf(answered<unknown>(platform === 'linux' ? encrypted('probe') : isThere(storage), PATIENCE)),
    encrypt: async (text) => answered(encrypted(text), PATIENCE_WITH_A_PERSON),
    decrypt: async (bytes) => {
      const asked = storage.decryptStringAsync(Buffer.from(bytes));
      const { result, shouldReEncrypt } = await answered(asked, PATIENCE);
      return { text: result, renew: shouldReEncrypt };
    },
  };
}

/** Elsewhere than on Linux nothing need be encrypted to know it. */
async function isThere(storage: AskingStorage): Promise<void> {
  if (!(await storage.isAsyncEncryptionAvailable())) throw noKeyring();
}

/** What a try of the keyring says of it. */
async function stateOf(tried: Promise<unknown>): Promise<KeyringState> {
  try {
    await tried;
    return 'usable';
  } catch (thrown) {
    if (!(thrown instanceof NutgrafError)) throw thrown;
    return thrown.code === 'no_keyring' ? 'none' : 'away';
  }
}

/**
 * Whether Chromium on Linux encrypted this with the password that stands in its sources, for want of a keyring: it
 * marks that `v10`, and newer ways by other numbers. The backend's name says it of the older calls alone.
 */
const isOpenToAll = (encrypted: Uint8Array): boolean =>
  Buffer.from(encrypted.subarray(0, 3)).toString('latin1') === 'v10';

/** These bytes, which are to be stored. Throws NutgrafError `no_keyring` if they are open to all. */
function ownAlone(encrypted: Uint8Array, platform: NodeJS.Platform): Uint8Array {
  if (platform === 'linux' && isOpenToAll(encrypted)) throw noKeyring();
  return encrypted;
}

/**
 * What the keyring answers within so many ms. Electron has only words for one that is locked, or that the user has
 * not yet allowed it to use; while the system asks the user, it says nothing at all.
 */
async function answered<T>(call: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(keyringAway()), patience);
  });
  try {
    return await Promise.race([call, silence]);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes('temporarily unavailable')) throw keyringAway();
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

function waitingKeyring(storage: SystemStorage & WaitingStorage, platform: NodeJS.Platform): Keyring {
  const isUsable = (): boolean =>
    storage.isEncryptionAvailable() &&
    (platform !== 'linux' || storage.getSelectedStorageBackend?.() !== 'basic_text');
  return {
    state: async () => (isUsable() ? 'usable' : 'none'),
    encrypt: async (text) => {
      if (!isUsable()) throw noKeyring();
      return ownAlone(storage.encryptString(text), platform);
    },
    decrypt: async (bytes) => {
      if (!isUsable()) throw new Error('this system has no keyring');
      return { text: storage.decryptString(Buffer.from(bytes)), renew: false };
    },
  };
}
