/** How often another process's writes are checked for; a check is one PRAGMA. */
const INTERVAL = 1000;
/** The same while no window shows what the store has: as often as the scheduler wakes at the least. */
const AT_REST = 60_000;

export interface StoreWatch {
  /** Whether no window shows what the store has. It looks at once when one does again. */
  readonly rest: (isResting: boolean) => void;
  readonly close: () => void;
}

/**
 * Reports when another process has written to the store since its version was `since`; null is an unknown version, so
 * it may have been. `version` must change with every commit of another connection; while it throws, for example
 * because the disk is gone, nothing is reported: the next save says what is wrong. Looks at once, since windows may
 * have read the store before anything watched it.
 */
export function watchStore(version: () => number, since: number | null, changed: () => void): StoreWatch {
  let seen = since;
  const look = (): void => {
    const now = knownVersion(version) ?? seen;
    if (now === seen) return;
    seen = now;
    changed();
  };
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const rest = (isResting: boolean): void => {
    // The last window closes as the app quits, too.
    if (isClosed) return;
    if (!isResting) look();
    clearInterval(timer);
    timer = setInterval(look, isResting ? AT_REST : INTERVAL);
  };
  rest(false);
  const close = (): void => {
    isClosed = true;
    clearInterval(timer);
  };
  return { rest, close };
}

/** The version, or null while it cannot be read. */
export function knownVersion(version: () => number): number | null {
  try {
    return version();
  } catch {
    return null;
  }
}
