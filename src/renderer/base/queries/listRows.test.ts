import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleRow } from '#shared/domain/article';
import type { Section } from '#shared/domain/section';
import type { Listing } from '../navigation/navigation';
import { type ListPage, type ListPages, isListed, withRow } from './listRows';
import { listedRow } from './testing/listedRow';

const PAGE = 3;

const sections: readonly Section[] = [
  { id: 'city', parentId: null },
  { id: 'courts', parentId: 'city' },
  { id: 'sport', parentId: null },
].map((known, position) => ({ ...known, name: known.id, slug: known.id, colour: '#336699', position }));

/** What the store answers: rows newest first, pages of three, the first `count` of them. */
function read(articles: readonly ArticleRow[], listing: Listing, count: number): ListPages {
  const listed = articles
    .filter((article) => isListed(listing, article, sections))
    .toSorted((one, other) => other.updatedAt - one.updatedAt || (one.id < other.id ? 1 : -1));
  const pages = Array.from(
    { length: Math.max(1, Math.min(count, Math.ceil(listed.length / PAGE))) },
    (_, at) => {
      const rows = listed.slice(at * PAGE, (at + 1) * PAGE);
      return {
        rows,
        next: listed.length > (at + 1) * PAGE ? (rows.at(-1) ?? null) : null,
        total: listed.length,
      };
    },
  );
  return { pages, pageParams: pages.map(() => null) };
}

const rowsOf = (pages: readonly ListPage[]) => pages.flatMap(({ rows }) => rows);

const place = fc.record({
  status: fc.constantFrom('draft', 'ready', 'killed'),
  sectionId: fc.constantFrom(null, 'city', 'courts', 'sport'),
  trashedAt: fc.constantFrom(null, null, 5),
  updatedAt: fc.nat({ max: 8 }),
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

test('a list that takes the row shows what the store would answer, as far as it had been read', () => {
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: ids.length }),
      fc.record({ view: fc.constantFrom('all', 'draft', 'trash'), sectionId: fc.constantFrom(null, 'city') }),
      fc.nat({ max: 3 }),
      fc.nat({ max: ids.length }),
      place,
      fc.boolean(),
      (places, shown, count, at, changed, isRemembered) => {
        const listing = { ...shown, query: '' } as Listing;
        const before = places.map((known, index) =>
          listedRow({ ...(known as Partial<ArticleRow>), id: ids[index] ?? '' }),
        );
        const known = before[at];
        const now = listedRow({ ...(changed as Partial<ArticleRow>), id: known?.id ?? 'new' });
        const was = read(before, listing, count);
        const wasIn = known === undefined ? false : isListed(listing, known, sections);
        const next = withRow(was, now, isListed(listing, now, sections), isRemembered ? wasIn : null);
        const after = [...before.filter(({ id }) => id !== now.id), now];
        const answer = rowsOf(read(after, listing, 9).pages);
        // Only what nobody remembers has to be asked for.
        expect(next !== null || !isRemembered).toBe(true);
        const pages = next?.pages ?? [];
        const shownRows = rowsOf(pages);
        expect(shownRows).toEqual(answer.slice(0, shownRows.length));
        expect(pages.every(({ total }) => total === answer.length)).toBe(true);
        const isWhole = pages.at(-1)?.next === null;
        expect(isWhole ? answer.length : shownRows.length).toBe(shownRows.length);
        expect(next === null || shownRows.length >= rowsOf(was.pages).length - 1).toBe(true);
      },
    ),
  );
});

test('a mark that changes leaves the last row of a page where it is', () => {
  const articles = ids.map((id, index) => listedRow({ id, updatedAt: 20 - index }));
  const listing: Listing = { view: 'all', sectionId: null, query: '' };
  const was = read(articles, listing, 1);
  const marked = listedRow({ id: 'c', updatedAt: 18, sync: 'waiting' });
  expect(withRow(was, marked, true, true)?.pages[0]?.rows.map(({ id, sync }) => [id, sync])).toEqual([
    ['a', 'none'],
    ['b', 'none'],
    ['c', 'waiting'],
  ]);
});
