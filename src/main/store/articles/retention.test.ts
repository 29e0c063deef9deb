import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revisionsToDrop } from './retention';

const MINUTE = 60_000;
const now = Date.UTC(2026, 5, 10, 12, 30);
const every = (
  minutes: number,
  count: number,
): readonly { readonly id: string; readonly createdAt: number }[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    createdAt: now - index * minutes * MINUTE,
  }));

test('after three days of a revision every ten minutes stay the last hour’s, one an hour and one a day', () => {
  const revisions = every(10, 3 * 24 * 6);
  const gone = new Set(revisionsToDrop(revisions, now));
  const kept = revisions.filter(({ id }) => !gone.has(id)).map(({ createdAt }) => (now - createdAt) / MINUTE);
  expect(kept.filter((age) => age < 60)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(kept.filter((age) => age >= 60 && age < 24 * 60)).toHaveLength(24);
  expect(kept.filter((age) => age >= 24 * 60)).toHaveLength(3);
});

test('a second look deletes nothing more, and the newest always stays', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 10 * 24 * 60 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(ages, (minutes) => {
      const sorted = minutes
        .toSorted((a, b) => a - b)
        .map((age) => ({ id: String(age), createdAt: now - age * MINUTE }));
      const gone = new Set(revisionsToDrop(sorted, now));
      const rest = sorted.filter(({ id }) => !gone.has(id));
      expect(rest[0]).toBe(sorted[0]);
      expect(revisionsToDrop(rest, now)).toEqual([]);
    }),
  );
});
