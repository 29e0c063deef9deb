const SHORTEST = 5_000;
const LONGEST = 15 * 60_000;

/**
 * Ms to wait after the given number of failed attempts (1 for the first): doubling from 5 s to 15 min, spread
 * by up to a quarter so that many articles do not come back at once. `random` is from 0 up to 1.
 * A site's own `Retry-After` is never undercut.
 */
export function backoff(attempts: number, random: number, retryAfterMs = 0): number {
  const steps = Math.min(attempts - 1, 20);
  const wait = Math.min(SHORTEST * 2 ** steps, LONGEST);
  return Math.max(Math.round(wait * (1 - random / 4)), retryAfterMs);
}
