import type { Node } from '@tiptap/pm/model';

/** Beyond this many comparisons nothing is paired by likeness. */
const MOST_COMPARISONS = 10_000;

/** How many of their words two blocks share: 0 for none, 1 for all. Of an atom its attributes are the words. */
export function likeness(one: Node, other: Node): number {
  const [some, others] = [wordsOf(one), wordsOf(other)];
  const all = some.length + others.length;
  if (all === 0) return 0;
  const left = new Map<string, number>();
  for (const word of some) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / all;
}

function wordsOf(node: Node): readonly string[] {
  const { id: _id, ...attrs } = node.attrs;
  const text = node.isLeaf ? Object.values(attrs).join(' ') : node.textContent;
  return text.split(/\s+/u).filter((word) => word !== '');
}

/**
 * Pairs the items of two lists, in order, so that the sum of their scores is greatest; what scores 0 is no pair.
 */
export function bestPairs(
  before: number,
  after: number,
  score: (i: number, j: number) => number,
): readonly (readonly [number, number])[] {
  if (before * after === 0 || before * after > MOST_COMPARISONS) return [];
  const width = after + 1;
  const sums = new Float64Array((before + 1) * width);
  const scores = new Float64Array(before * after);
  const at = (i: number, j: number): number => sums[i * width + j] ?? 0;
  for (let i = before - 1; i >= 0; i -= 1) {
    for (let j = after - 1; j >= 0; j -= 1) {
      const own = score(i, j);
      scores[i * after + j] = own;
      sums[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? at(i + 1, j + 1) + own : 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before && j < after;) {
    const own = scores[i * after + j] ?? 0;
    if (own > 0 && at(i, j) === at(i + 1, j + 1) + own) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
