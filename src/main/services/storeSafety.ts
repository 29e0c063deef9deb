import { NutgrafError, type Failure } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { say } from '#shared/language/say';
import type { Publish } from '../windows/publish';
import type { Store } from '../store/store';
import { recoverOpen, rewriteStore } from '../store/safety/recovery/rescue';
import { type Displacement, guardPlace } from '../store/disk/place';
import { unnotedDamage } from '../store/disk/storeFailure';
import { markForRecovery } from '../store/safety/recoveryMark';

/** Watches the open store: for damage that anything ran into, and for its file being removed. */
export interface StoreSafety {
  /**
   * Something failed anywhere: damage is recorded for the next start, and reported once. Returns the failure to show,
   * which says what was recorded.
   */
  readonly failed: (failure: Failure) => Failure;
  /** Recovers the store without a restart. Throws what `openSafely` throws. */
  readonly recover: () => void;
  /** What a newly opened window must be told. */
  readonly notices: () => readonly StoreNotice[];
}

/** The notice that stands until it is replaced. */
const passing: ReadonlySet<StoreNotice['kind']> = new Set(['damaged', 'sound']);

export function createStoreSafety(store: Store, publish: Publish): StoreSafety {
  let notices: readonly StoreNotice[] = [];
  const tell = (told: readonly StoreNotice[]): void => {
    notices = [...notices.filter(({ kind }) => !passing.has(kind)), ...told];
    for (const notice of told) publish('store.notice', notice);
    publish('articles.changed', { kind: 'any' });
    publish('sections.changed', null);
  };
  guardPlace(store, (displacement) => {
    const rewritten = tryRewrite(store, displacement);
    if (rewritten !== null) return tell([rewritten]);
    tell(recoverOpen(store));
    throw notSaved();
  });
  return {
    failed: (failure) => {
      if (failure.code !== 'store_damaged') return failure;
      const isNoted = markForRecovery(store.folder);
      if (!notices.some((notice) => notice.kind === 'damaged' && notice.isNoted === isNoted))
        tell([{ kind: 'damaged', isNoted }]);
      return isNoted ? failure : unnotedDamage(failure.detail).toFailure();
    },
    recover: () => {
      try {
        const told = recoverOpen(store);
        tell(told.length > 0 ? told : [{ kind: 'sound' }]);
      } catch (thrown) {
        tell([{ kind: 'damaged', isNoted: markForRecovery(store.folder) }]);
        throw thrown;
      }
    },
    notices: () => notices,
  };
}

/** Null where the opened file can no longer be read, because it was emptied or its disk is gone. */
function tryRewrite(store: Store, displacement: Displacement): StoreNotice | null {
  if (displacement === 'emptied') return null;
  try {
    return rewriteStore(store, displacement);
  } catch {
    return null;
  }
}

function notSaved(): NutgrafError {
  return new NutgrafError(
    'store_displaced',
    say(
      'The store’s database was removed while Nutgraf was running, and was rebuilt. What you typed is kept in the window and will be saved in a moment.',
    ),
  );
}
