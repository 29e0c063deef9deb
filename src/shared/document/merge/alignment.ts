/** Two lists laid beside each other: `null` where one has nothing to match. */
export type Alignment = readonly (readonly [number | null, number | null])[];

/** Beyond this many comparisons the middle is taken as replaced whole: nobody reads such a difference. */
const MOST_COMPARISONS = 4_000_000;

/**
 * Aligns two lists by their longest common subsequence. What was replaced stands as a pair: the first item gone
 * from a gap beside the first that came into it.
 */
export function align(before: readonly string[], after: readonly string[]): Alignment {
  const shared = commonEnds(before, after);
  const kept = [...shared.head, ...middle(before, after, shared), ...shared.tail];
  const pairs: (readonly [number | null, number | null])[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of [...kept, [before.length, after.length] as const]) {
    for (; left < i || right < j; left += 1, right += 1)
      pairs.push([left < i ? left : null, right < j ? right : null]);
    if (i < before.length || j < after.length) pairs.push([i, j]);
    [left, right] = [i + 1, j + 1];
  }
  return pairs;
}

type Match = readonly [number, number];

interface Ends {
  readonly head: readonly Match[];
  readonly tail: readonly Match[];
}

function commonEnds(before: readonly string[], after: readonly string[]): Ends {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return {
    head: Array.from({ length: head }, (_, index) => [index, index] as const),
    tail: Array.from(
      { length: tail },
      (_, index) => [before.length - tail + index, after.length - tail + index] as const,
    ),
  };
}

/** The longest common subsequence of what lies between the ends, by the table of its lengths. */
function middle(before: readonly string[], after: readonly string[], { head, tail }: Ends): readonly Match[] {
  const from = head.length;
  const [rows, columns] = [before.length - from - tail.length, after.length - from - tail.length];
  if (rows * columns === 0 || rows * columns > MOST_COMPARISONS) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean => before[from + row] === after[from + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isSame(row, column)
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (isSame(row, column)) matches.push([from + row++, from + column++]);
    else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
}
