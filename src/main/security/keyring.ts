import { safeStorage } from 'electron';
import type { Keyring } from '../cms/credentials';

/** Only Linux names a backend; `basic_text` encrypts with a fixed password and counts as none. */
function backendName(): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
}

/**
 * Ask only after the app is ready: before that, Electron does not know its backend. The OS keyring is reached when a
 * password is first needed, since it may make the user wait or unlock it.
 */
export function systemKeyring(): Keyring {
  return {
    get backend() {
      return backendName();
    },
    get available() {
      return safeStorage.isEncryptionAvailable() && backendName() !== 'basic_text';
    },
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
}
