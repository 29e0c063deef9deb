import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './alignment';

const show = (before: string, after: string): string =>
  align(before.split(''), after.split(''))
    .map(([i, j]) => `${i === null ? '-' : before[i]}${j === null ? '-' : after[j]}`)
    .join(' ');

test.each([
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'axc', 'aa bx cc'],
  ['abc', 'ac', 'aa b- cc'],
  ['ac', 'abc', 'aa -b cc'],
  ['', 'ab', '-a -b'],
  ['abcd', 'axyd', 'aa bx cy dd'],
  ['abcde', 'bcdea', 'a- bb cc dd ee -a'],
])('%s beside %s: %s', (before, after, shown) => {
  expect(show(before, after)).toBe(shown);
});

const list = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd'), { maxLength: 30 });

test('every item of both lists stands in it once, in order', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = align(before, after);
      expect(pairs.flatMap(([i]) => i ?? [])).toEqual(before.map((_, index) => index));
      expect(pairs.flatMap(([, j]) => j ?? [])).toEqual(after.map((_, index) => index));
    }),
  );
});

test('what was only put in or only taken out leaves the rest beside itself', () => {
  fc.assert(
    fc.property(
      list,
      fc.nat(30),
      fc.array(fc.constantFrom<string>('x', 'y'), { maxLength: 5 }),
      (before, at, added) => {
        const after = before.toSpliced(at, 0, ...added);
        const same = align(before, after).filter(([i, j]) => i !== null && j !== null);
        expect(same.map(([i]) => before[i ?? -1])).toEqual(before);
        expect(same.map(([, j]) => after[j ?? -1])).toEqual(before);
      },
    ),
  );
});

test('lists too long to compare are aligned by their ends, in an instant', () => {
  const before = Array.from({ length: 5_000 }, (_, index) => `before ${index}`);
  const after = Array.from({ length: 5_000 }, (_, index) => `after ${index}`);
  expect(align(['first', ...before], ['first', ...after])).toHaveLength(5_001);
});
