import { expect, test } from 'vitest';
import fc from 'fast-check';
import { id, makeId } from './id';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('an id is a UUIDv7 and sorts by the time it was made', () => {
  fc.assert(
    fc.property(times, times, bytes, (first, second, random) => {
      const [a, b] = [makeId(first, random), makeId(second, random)];
      expect(id.safeParse(a).success).toBe(true);
      expect(Math.sign(first - second)).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test('too few random bytes are refused', () => {
  expect(() => makeId(0, new Uint8Array(9))).toThrow(RangeError);
});
