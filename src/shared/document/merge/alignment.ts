import { commonItems } from '../../commonItems';

/** Two lists side by side: `null` where one has no match. */
export type Alignment = readonly (readonly [number | null, number | null])[];

/**
 * Aligns two lists by what they share. A replacement is a pair: the first item gone from a gap beside the first that
 * came into it.
 */
export function align(before: readonly string[], after: readonly string[]): Alignment {
  const pairs: (readonly [number | null, number | null])[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of [...commonItems(before, after), [before.length, after.length] as const]) {
    for (; left < i || right < j; left += 1, right += 1)
      pairs.push([left < i ? left : null, right < j ? right : null]);
    if (i < before.length || j < after.length) pairs.push([i, j]);
    [left, right] = [i + 1, j + 1];
  }
  return pairs;
}
