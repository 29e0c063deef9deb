/** How often another process's writes are looked for; the look is one PRAGMA. */
const INTERVAL = 1000;

/**
 * Tells when another process wrote to the store. `version` must change with every commit of another connection;
 * while it throws, since the disk is gone for instance, nothing is told: the next save says what is wrong.
 * Returns the function that stops watching.
 */
export function watchStore(version: () => number, changed: () => void): () => void {
  let seen = version();
  const timer = setInterval(() => {
    const now = attempt(version) ?? seen;
    if (now === seen) return;
    seen = now;
    changed();
  }, INTERVAL);
  return () => clearInterval(timer);
}

function attempt(version: () => number): number | null {
  try {
    return version();
  } catch {
    return null;
  }
}
