import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './sending';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the first retry comes after about 5 s, a late one after about 15 min', () => {
  expect(backoff(1, 0)).toBe(5_000);
  expect(backoff(2, 0)).toBe(10_000);
  expect(backoff(50, 0)).toBe(900_000);
});

test('it never falls below three quarters of 5 s, nor above 15 min, nor below what the site asks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      random,
      fc.integer({ min: 0, max: 86_400_000 }),
      (attempts, spread, asked) => {
        const wait = backoff(attempts, spread, asked);
        expect(wait).toBeGreaterThanOrEqual(Math.max(3_750, asked));
        expect(wait).toBeLessThanOrEqual(Math.max(900_000, asked));
      },
    ),
  );
});

test('it never gets shorter with the attempts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), random, (attempts, spread) => {
      expect(backoff(attempts + 1, spread)).toBeGreaterThanOrEqual(backoff(attempts, spread));
    }),
  );
});
