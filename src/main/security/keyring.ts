import { safeStorage } from 'electron';
import type { Keyring } from '../cms/credentials';

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
