import { describe, expect, test } from 'vitest';
import { usualSections } from '#shared/domain/section';
import { everyPage } from './testing/pages';
import { expectRead } from './testing/score';

/** One page in seven: with twenty-five kinds of page, that covers every kind and every language. */
const SEVENTH = 7;

describe('of pages and texts of all makes and languages', () => {
  const pages = everyPage.filter((_page, index) => index % SEVENTH === 0);

  test('there are enough', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(new Set(pages.map(({ name }) => name.split(', ')[0])).size).toBe(25);
    expect(new Set(pages.map(({ name }) => name.split(', ')[1]?.split(' ')[0])).size).toBe(30);
  });

  test('headline, byline, section and prose are found', () => {
    expectRead(
      pages,
      usualSections.map(({ name }) => name),
    );
  });
});
