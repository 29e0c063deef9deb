import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleContent, listView } from '#shared/domain/article';
import type { ArticleRow } from '#shared/domain/article';
import { hitsIn, searchTerms } from '#shared/domain/searchQuery';
import type { Store } from '../store';
import { write } from '../sql/write';
import { story, testClock, testStore } from '../testing/testStore';
import { countArticles, createArticle, listArticles, trashArticle } from './articles';
import type { ListRequest } from './articleList';
import { createSection } from './sections';

/** Some share a prefix, and one word is in nearly every story: from no hit to all, in every script. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constant('harbour') },
  fc.constantFrom('harvest', 'Hárbour', 'levy', 'Łódź', 'المدينة', '京都', 'ha', '2025'),
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

const draft = fc.record({
  headline: text,
  standfirst: text,
  byline: text,
  body: text,
  status: fc.constantFrom(...articleContent.shape.status.options),
  /** Of four sections: two, one below the first, and one below that. */
  section: fc.option(fc.nat({ max: 3 })),
  isTrashed: fc.integer({ min: 0, max: 3 }).map((of) => of === 0),
  /** ms since the one before: several were written in the same one. */
  after: fc.nat({ max: 1 }),
});
type Made<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
type Draft = Made<typeof draft>;

const query = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom('', ' '))
    .map(([words, end]) => words.join(' ') + end),
  fc.constantFrom('h', 'ha', 'har', 'harb', 'lo', 'مدي', 'nothing'),
);
/** A request for the maximum returns all of them. */
const asked = fc.record({
  view: fc.oneof(fc.constant('all' as const), fc.constantFrom(...listView.options)),
  section: fc.option(fc.nat({ max: 3 }), { freq: 1 }),
  query,
  limit: fc.integer({ min: 1, max: 9 }),
});

/** A store with the articles, the ids of its sections, and every row with the texts in which it is found. */
function library(drafts: readonly Draft[]) {
  const clock = testClock();
  const store = testStore(clock);
  const colour = '#112233';
  const section = (name: string, parentId: string | null): string =>
    createSection(store, { name, colour, parentId }).id;
  const top = section('Top', null);
  const below = section('Below', top);
  const sections = [top, section('Beside', null), below, section('Deep', below)] as const;
  const written = write(store, () =>
    drafts.map(({ section: place, isTrashed, after, body, ...content }) => {
      clock.pass(after);
      const sectionId = place === null ? null : (sections[place] ?? null);
      const { id } = createArticle(store, { ...content, sectionId, body: story(body) });
      if (isTrashed) trashArticle(store, id);
      return { id, texts: [content.headline, content.standfirst, content.byline, body] };
    }),
  );
  return { store, sections, written };
}
type Library = ReturnType<typeof library>;

const under: readonly (readonly number[])[] = [[0, 2, 3], [1], [2, 3], [3]];

/** What a list should hold, newest first, worked out without an index, a plan or a count. */
function plainly(
  { store, sections, written }: Library,
  { view, section, query: typed }: Made<typeof asked>,
): readonly string[] {
  const rows = store.db
    .prepare<[], Pick<ArticleRow, 'id' | 'status' | 'trashedAt' | 'sectionId' | 'updatedAt'>>(
      'SELECT id, status, trashed_at AS trashedAt, section_id AS sectionId, updated_at AS updatedAt FROM articles',
    )
    .all();
  const terms = searchTerms(typed);
  const texts = new Map(written.map((one) => [one.id, one.texts]));
  const answers = (id: string): boolean =>
    terms.every((term) => texts.get(id)?.some((line) => hitsIn(line, [term]).length > 0));
  const inView = ({ status, trashedAt }: (typeof rows)[number]): boolean =>
    view === 'trash' ? trashedAt !== null : trashedAt === null && (view === 'all' || view === status);
  const wanted = section === null ? null : under[section]?.map((place) => sections[place]);
  return rows
    .filter((row) => inView(row) && answers(row.id))
    .filter(({ sectionId }) => wanted === null || (sectionId !== null && wanted?.includes(sectionId)))
    .toSorted((one, other) => other.updatedAt - one.updatedAt || (one.id < other.id ? 1 : -1))
    .map(({ id }) => id);
}

/** All pages of a list, one after another; every one of them gives the same total. */
function paged(store: Store, request: Omit<ListRequest, 'after'>, few: number | undefined) {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let after: ListRequest['after'] = null, goesOn = true; goesOn;) {
    const { rows, next, total } = listArticles(store, { ...request, after }, few);
    ids.push(...rows.map(({ id }) => id));
    totals.add(total);
    after = next;
    goesOn = next !== null;
  }
  return { ids, totals: [...totals] };
}

test('whichever plan is taken, a list has the same rows in the same order, and the same total', () => {
  fc.assert(
    fc.property(
      fc.array(draft, { maxLength: 30 }),
      fc.array(asked, { minLength: 10, maxLength: 30 }),
      (drafts, requests) => {
        const made = library(drafts);
        for (const request of requests) {
          const ids = plainly(made, request);
          const { section, ...rest } = request;
          const sectionId = section === null ? null : (made.sections[section] ?? null);
          for (const few of [0, 5, 30, undefined]) {
            expect(paged(made.store, { ...rest, sectionId }, few)).toEqual({ ids, totals: [ids.length] });
          }
        }
      },
    ),
    { numRuns: 10 },
  );
});

test('the counts of the rail are those of the lists', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 20 }), (drafts) => {
      const made = library(drafts);
      const { views, sections } = countArticles(made.store);
      const held = (view: (typeof listView.options)[number]): number =>
        plainly(made, { view, section: null, query: '', limit: 1 }).length;
      expect(views).toEqual(Object.fromEntries(listView.options.map((view) => [view, held(view)])));
      const outside = drafts.filter(({ isTrashed }) => !isTrashed);
      const own = made.sections.map((id, place) => [
        id,
        outside.filter(({ section }) => section === place).length,
      ]);
      expect(sections).toEqual(Object.fromEntries(own.filter(([, count]) => count !== 0)));
    }),
    { numRuns: 5 },
  );
});
