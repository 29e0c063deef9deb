import type { SecretKeeping } from '#shared/domain/cmsAccount';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { dropSecret, keepSecret, readSecret } from '../store/cms/accounts';
import type { Store } from '../store/store';

/** What encrypts for this user on this computer; app.ts makes it from Electron's `safeStorage`. */
export interface Keyring {
  /** Also false for the backend `basic_text`, whose password is fixed and known to everybody. */
  readonly available: boolean;
  readonly backend: string;
  readonly encrypt: (text: string) => Uint8Array;
  readonly decrypt: (bytes: Uint8Array) => string;
}

/** Secrets of accounts: encrypted in the store by the OS keyring, or in memory until the app closes. */
export interface Secrets {
  /** Where the account's secret is; `missing` also when it can no longer be decrypted. */
  readonly keeping: (accountId: Id) => SecretKeeping;
  readonly read: (accountId: Id) => string | null;
  /** Throws NutgrafError `no_keyring` when it is to be remembered and cannot be; the previous one stays then. */
  readonly keep: (accountId: Id, secret: string, remember: boolean) => void;
  readonly forget: (accountId: Id) => void;
}

export function createSecrets(store: Store, keyring: Keyring | null): Secrets {
  const session = new Map<Id, string>();
  const usableKeyring = (): Keyring | null =>
    keyring !== null && keyring.available && keyring.backend !== 'basic_text' ? keyring : null;

  const decrypted = (accountId: Id): string | null => {
    const encrypted = readSecret(store, accountId);
    const usable = encrypted === null ? null : usableKeyring();
    if (usable === null || encrypted === null) return null;
    try {
      return usable.decrypt(encrypted);
    } catch {
      return null; // The keyring is not the one it was stored with: the user is asked again.
    }
  };
  const read = (accountId: Id): string | null => session.get(accountId) ?? decrypted(accountId);
  const forget = (accountId: Id): void => {
    session.delete(accountId);
    dropSecret(store, accountId);
  };
  return {
    read,
    keeping: (accountId) => {
      if (session.has(accountId)) return 'session';
      return decrypted(accountId) === null ? 'missing' : 'keyring';
    },
    keep: (accountId, secret, remember) => {
      if (remember) {
        const usable = usableKeyring();
        if (usable === null) throw noKeyring();
        keepSecret(store, accountId, usable.encrypt(secret));
        session.delete(accountId);
      } else {
        dropSecret(store, accountId);
        session.set(accountId, secret);
      }
    },
    forget,
  };
}

const noKeyring = (): NutgrafError =>
  new NutgrafError(
    'no_keyring',
    'This system has no keyring to remember it in. Choose not to remember it, and it is used until Nutgraf closes.',
  );
