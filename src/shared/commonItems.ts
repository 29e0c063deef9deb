import { diffArrays } from 'diff';

/** Where an item that both lists share is in each of them. */
export type Match = readonly [number, number];

/** Beyond this many inserted or removed items, only the ends are compared: nobody reads such a difference. */
const MOST_EDITS = 2_000;

/** The most items that two lists share in the same order; for very different lists, only those at their ends. */
export function commonItems(before: readonly string[], after: readonly string[]): readonly Match[] {
  const [left, right] = [shared(before, new Set(after)), shared(after, new Set(before))];
  const runs = diffArrays(
    left.map(({ item }) => item),
    right.map(({ item }) => item),
    { maxEditLength: MOST_EDITS },
  );
  if (runs === undefined) return commonEnds(before, after);
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of runs) {
    for (let item = 0; item < count; item += 1) {
      const [one, other] = [left[i], right[j]];
      if (!added && !removed && one && other) matches.push([one.index, other.index]);
      if (!added) i += 1;
      if (!removed) j += 1;
    }
  }
  return matches;
}

interface Placed {
  readonly item: string;
  readonly index: number;
}

/** Items that only one list has cannot be shared: leaving them out makes lists with nothing in common fast. */
const shared = (items: readonly string[], known: ReadonlySet<string>): readonly Placed[] =>
  items.flatMap((item, index) => (known.has(item) ? { item, index } : []));

function commonEnds(before: readonly string[], after: readonly string[]): readonly Match[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...Array.from(
      { length: tail },
      (_, index) => [before.length - tail + index, after.length - tail + index] as const,
    ),
  ];
}
