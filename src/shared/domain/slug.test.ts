import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { slugOf, tidySlug } from './slug';

describe('slugOf', () => {
  test.each([
    ['Harbour votes: “No” to a €5 levy', 'harbour-votes-no-to-a-5-levy'],
    ['São Paulo’s straße', 'sao-paulos-strasse'],
    ['Новый йогурт', 'новый-йогурт'],
    ['समाचार और मौसम', 'समाचार-और-मौसम'],
    ['خبر عاجل', 'خبر-عاجل'],
    ['!!!', ''],
  ])('%s gives %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  test('stops at a whole word', () => {
    expect(slugOf('word '.repeat(60))).toBe(Array.from({ length: 16 }, () => 'word').join('-'));
  });

  test('is a safe part of a URL and of a file name, whatever the headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
        const slug = slugOf(headline);
        expect(slug).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(tidySlug(slug)).toBe(slug);
      }),
    );
  });
});
