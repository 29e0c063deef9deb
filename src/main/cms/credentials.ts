import type { KeyringState, SecretKeeping } from '#shared/domain/cmsAccount';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { dropSecret, keepSecret, readSecret, replaceSecret } from '../store/cms/accounts';
import type { Store } from '../store/store';

/** What encrypts for this user on this computer; app.ts makes it from Electron's `safeStorage`. */
export interface Keyring {
  /** `none` too where the system would only encrypt with a password that everybody knows. */
  readonly state: () => Promise<KeyringState>;
  /**
   * Never with a password that everybody knows: throws NutgrafError `no_keyring` then, and where there is no keyring;
   * `keyring_away` while it does not answer.
   */
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  /**
   * `renew` where the keyring has a newer key to encrypt the text with. Throws NutgrafError `keyring_away` while the
   * keyring does not answer, and anything else where these bytes are not its own.
   */
  readonly decrypt: (bytes: Uint8Array) => Promise<{ readonly text: string; readonly renew: boolean }>;
}

/** Secrets of accounts: encrypted in the store by the OS keyring, or in memory until the app closes. */
export interface Secrets {
  /** Where the account's secret is; `missing` also when it can no longer be decrypted. */
  readonly keeping: (accountId: Id) => Promise<SecretKeeping>;
  /** Null where it is missing. Throws NutgrafError `keyring_away` while it is kept but cannot be read. */
  readonly read: (accountId: Id) => Promise<string | null>;
  /**
   * Encrypts where it is to be remembered, and returns what keeps it for an account, at once. Throws NutgrafError
   * `no_keyring` or `keyring_away` when it is to be remembered and cannot be; the previous one stays then.
   */
  readonly toKeep: (secret: string, remember: boolean) => Promise<(accountId: Id) => void>;
  readonly forget: (accountId: Id) => void;
}

export function createSecrets(store: Store, keyring: Keyring | null): Secrets {
  const session = new Map<Id, string>();
  const read = async (accountId: Id): Promise<string | null> =>
    session.get(accountId) ?? (keyring === null ? null : readKept(store, keyring, accountId));
  return {
    read,
    keeping: async (accountId) => {
      if (session.has(accountId)) return 'session';
      try {
        return (await read(accountId)) === null ? 'missing' : 'keyring';
      } catch (thrown) {
        if (isAway(thrown)) return 'keyring';
        throw thrown;
      }
    },
    toKeep: async (secret, remember) => {
      if (!remember) {
        return (accountId) => {
          dropSecret(store, accountId);
          session.set(accountId, secret);
        };
      }
      if (keyring === null) throw noKeyring();
      const encrypted = await keyring.encrypt(secret);
      return (accountId) => {
        keepSecret(store, accountId, encrypted);
        session.delete(accountId);
      };
    },
    forget: (accountId) => {
      session.delete(accountId);
      dropSecret(store, accountId);
    },
  };
}

async function readKept(store: Store, keyring: Keyring, accountId: Id): Promise<string | null> {
  const encrypted = readSecret(store, accountId);
  if (encrypted === null) return null;
  try {
    const { text, renew } = await keyring.decrypt(encrypted);
    if (renew) await renewed(store, keyring, { accountId, encrypted, text });
    return text;
  } catch (thrown) {
    if (isAway(thrown)) throw thrown;
    return null; // The keyring is not the one it was stored with: the user is asked again.
  }
}

interface Kept {
  readonly accountId: Id;
  readonly encrypted: Uint8Array;
  readonly text: string;
}

/** Encrypts a secret anew, unless another was entered meanwhile. What fails is tried at the next reading. */
async function renewed(store: Store, keyring: Keyring, { accountId, encrypted, text }: Kept): Promise<void> {
  try {
    replaceSecret(store, accountId, encrypted, await keyring.encrypt(text));
  } catch {
    // The secret was read, and is kept as it was.
  }
}

/** Whether the keyring did not answer. */
export const isAway = (thrown: unknown): boolean =>
  thrown instanceof NutgrafError && thrown.code === 'keyring_away';

/** The keyring does not answer just now: locked, or not allowed to answer yet. What it keeps is not lost. */
export const keyringAway = (): NutgrafError =>
  new NutgrafError(
    'keyring_away',
    say(
      'The system keyring does not answer. Nothing in it is lost. Unlock it, or allow Nutgraf to use it, and try again.',
    ),
  );

/** There is no keyring, or one that encrypts with a password that everybody knows. */
export const noKeyring = (): NutgrafError =>
  new NutgrafError(
    'no_keyring',
    say(
      'This system has no keyring to remember it in. Choose not to remember it, and it is used until Nutgraf closes.',
    ),
  );
