/** How often another process's writes are checked for; a check is one PRAGMA. */
const INTERVAL = 1000;

/**
 * Reports when another process has written to the store since its version was `since`; null is an unknown version, so
 * it may have been. `version` must change with every commit of another connection; while it throws, for example
 * because the disk is gone, nothing is reported: the next save says what is wrong. Looks at once, since windows may
 * have read the store before anything watched it. Returns the function that stops watching.
 */
export function watchStore(version: () => number, since: number | null, changed: () => void): () => void {
  let seen = since;
  const look = (): void => {
    const now = knownVersion(version) ?? seen;
    if (now === seen) return;
    seen = now;
    changed();
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return () => clearInterval(timer);
}

/** The version, or null while it cannot be read. */
export function knownVersion(version: () => number): number | null {
  try {
    return version();
  } catch {
    return null;
  }
}
