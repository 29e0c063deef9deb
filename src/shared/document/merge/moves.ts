import type { Block, Family, Three } from './block';

/** Which families have moved. */
export interface Moves {
  /** Moved by that text, and not to the same place by both. */
  readonly ours: ReadonlySet<Family>;
  readonly theirs: ReadonlySet<Family>;
  /** Moved by neither. */
  readonly still: ReadonlySet<Family>;
}

export function movesOf({ base, ours, theirs }: Three, families: readonly Family[]): Moves {
  const byKey = new Map(families.map((family) => [family.key, family]));
  const [before, here, there] = [base, ours, theirs].map((blocks) => orderOf(blocks, families));
  const movedHere = movedItems(before ?? [], here ?? []);
  const movedThere = movedItems(before ?? [], there ?? []);
  const still = (before ?? []).filter((key) => !movedHere.has(key) && !movedThere.has(key));
  const both = [...movedHere].filter((key) => movedThere.has(key));
  const agreed = agreedOn(both, [...still, ...both], here ?? [], there ?? []);
  const disputed = (moved: ReadonlySet<string>): ReadonlySet<Family> =>
    new Set([...moved].flatMap((key) => (agreed.has(key) ? [] : (byKey.get(key) ?? []))));
  return {
    ours: disputed(movedHere),
    theirs: disputed(movedThere),
    still: new Set(still.flatMap((key) => byKey.get(key) ?? [])),
  };
}

function orderOf(blocks: readonly Block[], families: readonly Family[]): readonly string[] {
  const keys = new Map(
    families.flatMap(({ key, base, ours, theirs }) =>
      [...base, ...ours, ...theirs].map((block) => [block, key] as const),
    ),
  );
  return [...new Set(blocks.map((block) => keys.get(block) ?? ''))];
}

/** Those in the same order among `others` in both texts. */
function agreedOn(
  both: readonly string[],
  others: readonly string[],
  here: readonly string[],
  there: readonly string[],
): ReadonlySet<string> {
  const [mine, other] = [here, there].map((order) => new Map(order.map((key, index) => [key, index])));
  const isBefore = (
    places: ReadonlyMap<string, number> | undefined,
    one: string,
    two: string,
  ): boolean | null => {
    const [first, second] = [places?.get(one), places?.get(two)];
    return first === undefined || second === undefined ? null : first < second;
  };
  const isSame = (one: string, two: string): boolean => {
    const [a, b] = [isBefore(mine, one, two), isBefore(other, one, two)];
    return a === null || b === null || a === b;
  };
  return new Set(both.filter((one) => others.every((two) => one === two || isSame(one, two))));
}

/**
 * The items that may have moved between two orders: everything left out of some longest run of kept order. Of two
 * neighbours that swapped places that is both, because nobody can tell which of them moved. Items that only one order
 * has are ignored.
 */
function movedItems(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((item, index) => [item, index]));
  const kept = after.filter((item) => places.has(item));
  const order = kept.map((item) => places.get(item) ?? 0);
  const ups = longestTo(order);
  const downs = longestTo(order.map((place) => -place).toReversed()).toReversed();
  const longest = Math.max(0, ...ups);
  const rivals = new Map<number, number>();
  const isOnLongest = (index: number): boolean => (ups[index] ?? 0) + (downs[index] ?? 0) - 1 === longest;
  ups.forEach((up, index) => {
    if (isOnLongest(index)) rivals.set(up, (rivals.get(up) ?? 0) + 1);
  });
  return new Set(kept.filter((_item, index) => !isOnLongest(index) || rivals.get(ups[index] ?? 0) !== 1));
}

/** For each number, the length of the longest increasing run that ends with it (by patience sorting). */
function longestTo(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  return numbers.map((number) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    tails[low] = number;
    return low + 1;
  });
}
