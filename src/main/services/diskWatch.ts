import type { StoreNotice } from '#shared/domain/storeNotice';

/** Knows whether the last write found the disk full or nearly so, and says so once when that changes. */
export interface DiskWatch {
  /** A write reached the disk, which may have taken the last of the room. */
  readonly written: () => void;
  /** What a window that opens now must be told. */
  readonly notices: () => readonly StoreNotice[];
  /** Something failed, by the failure's code. */
  readonly failed: (code: string) => void;
  /** Whether there is room again, though nobody has saved anything since. To be called now and then. */
  readonly look: () => void;
}

/** @param isShort whether the store has spent the space that it keeps for a full disk */
export function createDiskWatch(tell: (notice: StoreNotice) => void, isShort: () => boolean): DiskWatch {
  let full = false;
  const become = (next: boolean): void => {
    if (next === full) return;
    full = next;
    tell({ kind: full ? 'disk_full' : 'disk_free' });
  };
  return {
    written: () => become(isShort()),
    failed: (code) => {
      if (code === 'disk_full') become(true);
    },
    look: () => {
      if (full && !isShort()) become(false);
    },
    notices: () => (full ? [{ kind: 'disk_full' }] : []),
  };
}
