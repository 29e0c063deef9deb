import { safeStorage } from 'electron';

/** The OS's keyring: turns a secret into bytes that only this person on this machine can turn back. */
export interface Keyring {
  readonly available: boolean;
  readonly backend: string;
  readonly encrypt: (text: string) => Uint8Array;
  /** Throws when the bytes were made with another key, for instance after the backend changed. */
  readonly decrypt: (bytes: Uint8Array) => string;
}

/** Only Linux names a backend; `basic_text` encrypts with a fixed password and counts as none. */
function backendName(): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
}

/** Asked only after the app is ready: before that, Electron does not know its backend. */
export function systemKeyring(): Keyring {
  const backend = backendName();
  return {
    backend,
    available: safeStorage.isEncryptionAvailable() && backend !== 'basic_text',
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
}
