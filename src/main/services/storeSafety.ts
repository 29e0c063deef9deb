import { NutgrafError, type Failure } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import type { Publish } from '../windows/publish';
import type { Store } from '../store/store';
import { recoverOpen, rewriteStore } from '../store/safety/recovery/rescue';
import { type Displacement, guardPlace } from '../store/disk/place';
import { unnotedDamage } from '../store/disk/storeFailure';
import { markForRecovery } from '../store/safety/recoveryMark';

/** Watches over the open store: over damage that anything ran into, and over its file's being taken away. */
export interface StoreSafety {
  /**
   * Something failed, whoever did it: damage is noted for the next start, and told once. Answers with the failure to
   * tell, which says what was noted.
   */
  readonly failed: (failure: Failure) => Failure;
  /** Brings the store back without a new start. Throws what `openSafely` throws. */
  readonly recover: () => void;
  /** What a window that opens now must be told. */
  readonly notices: () => readonly StoreNotice[];
}

/** What is told until something else is. */
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

/** Null where the file that was opened cannot be read any more, since it was emptied or its disk is gone. */
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
    'The database of the store was taken away while Nutgraf was running. It was put together again; what you typed is kept in the window, and is saved in a moment.',
  );
}
