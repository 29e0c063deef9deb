/** How often another process's writes are looked for; the look is one PRAGMA. */
const INTERVAL = 1000;

/**
 * Tells when another process wrote to the store. `version` must change with every commit of another connection.
 * Returns the function that stops watching.
 */
export function watchStore(version: () => number, changed: () => void): () => void {
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    seen = now;
    changed();
  }, INTERVAL);
  return () => clearInterval(timer);
}
