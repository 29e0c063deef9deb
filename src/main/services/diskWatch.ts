import type { StoreNotice } from '#shared/domain/storeNotice';

/** Knows whether the last write found the disk full or nearly so, and reports each change of that once. */
export interface DiskWatch {
  /** A write reached the disk, and may have used its last space. */
  readonly written: () => void;
  /** What a newly opened window must be told. */
  readonly notices: () => readonly StoreNotice[];
  /** Something failed, by the failure's code. */
  readonly failed: (code: string) => void;
  /** Whether there is space again, though nobody has saved anything since. Call it now and then. */
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
