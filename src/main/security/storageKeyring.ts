import { type Keyring, keyringAway } from '../cms/credentials';

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
  return {
    available: async () => {
      if (!(await storage.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !isOpenToAll(await answered(storage.encryptStringAsync('probe')));
    },
    encrypt: async (text) => answered(storage.encryptStringAsync(text)),
    decrypt: async (bytes) => {
      const { result, shouldReEncrypt } = await answered(storage.decryptStringAsync(Buffer.from(bytes)));
      return { text: result, renew: shouldReEncrypt };
    },
  };
}

/**
 * Whether Chromium on Linux encrypted this with the password that stands in its sources, for want of a keyring: it
 * marks that `v10`, and newer ways by other numbers. The backend's name says it of the older calls alone.
 */
const isOpenToAll = (encrypted: Uint8Array): boolean =>
  Buffer.from(encrypted.subarray(0, 3)).toString('latin1') === 'v10';

/** Electron has only words for a keyring that is locked, or that the user has not yet allowed it to use. */
async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes('temporarily unavailable')) throw keyringAway();
    throw thrown;
  }
}

function waitingKeyring(storage: SystemStorage & WaitingStorage, platform: NodeJS.Platform): Keyring {
  const isUsable = (): boolean =>
    storage.isEncryptionAvailable() &&
    (platform !== 'linux' || storage.getSelectedStorageBackend?.() !== 'basic_text');
  return {
    available: async () => isUsable(),
    encrypt: async (text) => storage.encryptString(text),
    decrypt: async (bytes) => {
      if (!isUsable()) throw new Error('this system has no keyring');
      return { text: storage.decryptString(Buffer.from(bytes)), renew: false };
    },
  };
}
