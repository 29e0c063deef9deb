import type { PostSnapshot } from '#shared/domain/postSnapshot';

export type SnapshotField = keyof PostSnapshot;
type Value = PostSnapshot[SnapshotField];

/**
 * What the site changed since `base`, by the raw fields. Null was not sent and is not compared. The slug counts only
 * when ours is to be sent: publishing creates one, and one that is not sent overwrites nothing.
 */
export function changedFields(
  base: PostSnapshot,
  theirs: PostSnapshot,
  withSlug = false,
): ReadonlySet<SnapshotField> {
  const fields = Object.keys(theirs) as readonly SnapshotField[];
  return new Set(
    fields.filter((field) => (field !== 'slug' || withSlug) && !isSameValue(base[field], theirs[field])),
  );
}

/** Whether two raw values are the same; lists are compared as sets. */
export function isSameValue(one: Value, other: Value): boolean {
  if (one === null || other === null) return true;
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  const [before, after] = [new Set(one), new Set(other)];
  return before.size === after.size && other.every((item) => before.has(item));
}
