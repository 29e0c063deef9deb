import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonItems } from './commonItems';

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });

/** The length of the longest common subsequence, by its definition. */
function longest([a, ...restA]: readonly string[], [b, ...restB]: readonly string[]): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 1 + longest(restA, restB);
  return Math.max(longest(restA, [b, ...restB]), longest([a, ...restA], restB));
}

test('what is shared is the same on both sides, in one order, and as much as possible', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const matches = commonItems(before, after);
      expect(matches.map(([i]) => before[i])).toEqual(matches.map(([, j]) => after[j]));
      for (const [at, [i, j]] of matches.slice(1).entries()) {
        expect(i).toBeGreaterThan(matches[at]?.[0] ?? -1);
        expect(j).toBeGreaterThan(matches[at]?.[1] ?? -1);
      }
      expect(matches).toHaveLength(longest(before, after));
    }),
  );
});

const numbered = (count: number, name: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(index));

test('of two long lists every second item of which was replaced, the others are shared', () => {
  const before = numbered(20_000, (index) => `${index}`);
  const after = numbered(20_000, (index) => (index % 2 === 0 ? `${index}` : `new ${index}`));
  expect(commonItems(before, after)).toHaveLength(10_000);
});

test('two long lists of the same items in another order share at least their ends', () => {
  const before = ['first', ...numbered(5_000, (index) => `${index}`), 'last'];
  const after = ['first', ...numbered(5_000, (index) => `${4_999 - index}`), 'last'];
  expect(commonItems(before, after)).toEqual([
    [0, 0],
    [5_001, 5_001],
  ]);
});
