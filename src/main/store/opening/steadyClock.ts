import type { Time } from '#shared/domain/id';

/** Milliseconds that only grow, from whatever beginning. */
type Elapsed = () => number;

/**
 * A clock that only goes on: the system's time, and where that was set back, the last time that was told plus what
 * has passed since. So no revision, backup or lease waits for a clock to come back to where it was.
 *
 * @param latest the newest time that is known from before, ms UTC: nothing earlier is told
 */
export function steadyClock(
  system: () => Time,
  latest: Time,
  elapsed: Elapsed = () => performance.now(),
): () => Time {
  let anchor = { time: latest, at: elapsed() };
  let told = latest;
  return () => {
    const [time, at] = [system(), elapsed()];
    if (time >= told) {
      anchor = { time, at };
      told = time;
    } else {
      told = Math.max(told, Math.floor(anchor.time + (at - anchor.at)));
    }
    return told;
  };
}
