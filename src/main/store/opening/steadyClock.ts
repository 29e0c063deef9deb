import type { Time } from '#shared/domain/id';

/** Milliseconds that only grow, from any starting point. */
type Elapsed = () => number;

/**
 * A clock that never goes back: the system's time, or if that was set back, the last time given plus what has passed
 * since. So no revision, backup or lease waits for a clock to catch up.
 *
 * @param latest the latest time known from before, ms UTC: nothing earlier is given
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
