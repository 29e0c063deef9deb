import type { Id, Time } from '#shared/domain/id';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The scheduled revisions to delete, from a list with the newest first: everything from the last hour is kept, then
 * the last of each hour for a day, then the last of each day (UTC).
 */
export function revisionsToDrop(
  revisions: readonly { readonly id: Id; readonly createdAt: Time }[],
  now: Time,
): readonly Id[] {
  const filled = new Set<string>();
  return revisions.flatMap(({ id, createdAt }) => {
    const slot = slotOf(createdAt, now);
    if (slot === null || !filled.has(slot)) {
      if (slot !== null) filled.add(slot);
      return [];
    }
    return [id];
  });
}

/** The span for which one revision is enough; null where every one is kept. */
function slotOf(time: Time, now: Time): string | null {
  const age = now - time;
  if (age < HOUR) return null;
  if (age < DAY) return `hour ${Math.floor(time / HOUR)}`;
  return `day ${Math.floor(time / DAY)}`;
}
