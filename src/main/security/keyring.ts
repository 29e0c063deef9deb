import { safeStorage } from 'electron';
import type { Keyring } from '../cms/credentials';
import { storageKeyring } from './storageKeyring';

/**
 * Ask only after the app is ready: before that, Electron does not know its backend. The OS keyring is reached when a
 * password is first needed, since it may make the user wait or unlock it.
 */
export const systemKeyring = (): Keyring => storageKeyring(safeStorage, process.platform);
