import { NutgrafError } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { say } from '#shared/language/say';
import { type StoreOptions, closeStore, openDatabase, openStore } from '../opening/database';
import type { Store } from '../store';
import { alone } from '../disk/storeLock';
import { recover } from './recovery/recover';
import { lookAtRest, openAtOnce, opening, tryOpen } from './openIfSound';

export interface OpenedStore {
  readonly store: Store;
  /** What the user must be told at once. */
  readonly notices: readonly StoreNotice[];
}

/**
 * Opens a store as `openStore` does, and recovers one whose files are damaged, missing or cut short in any way: a
 * store is rebuilt from what can be read of them and from the backups, and takes their place once it is complete; the
 * damaged files are renamed (`nutgraf.damaged-<time>.db`), and nothing is deleted. Throws the other errors of
 * `openStore`, and `store_in_use` when another process has a damaged store open: what it saves must not be set aside
 * with it.
 */
export function openSafely(folder: string, options: StoreOptions = {}): OpenedStore {
  return opening(folder, () => openOrRecover(folder, options));
}

function openOrRecover(folder: string, options: StoreOptions): OpenedStore {
  const first = openAtOnce(folder, options);
  if (first.kind === 'open') return { store: first.store, notices: [] };
  const recovered = alone(folder, () => recoverUnlessSound(folder, options));
  if (recovered.kind === 'alone') return { store: openStore(folder, options), notices: recovered.result };
  const second = openAtOnce(folder, options);
  if (second.kind === 'open') return { store: second.store, notices: [] };
  throw new NutgrafError(
    'store_in_use',
    say(
      'The store is damaged on disk, and another Nutgraf has it open. Close that one and start again: Nutgraf then recovers what it can and keeps the damaged file.',
    ),
  );
}

/** What one that had it open wrote, or undid, while this one waited to have the store to itself, counts. */
function recoverUnlessSound(folder: string, options: StoreOptions): readonly StoreNotice[] {
  const open = () => openDatabase(folder, options);
  const attempt = tryOpen({ open, look: lookAtRest }, folder, options);
  if (attempt.kind === 'damaged') return [recover(folder, attempt.fault, options)];
  closeStore(attempt.store);
  return [];
}
