import type { ArticleRow, ListView } from '#shared/domain/article';
import { listView } from '#shared/domain/article';
import type { ExportSelection } from '#shared/domain/exportJob';
import { assertNever } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { firstHit, passageOf, searchTerms } from '#shared/domain/searchQuery';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { Db, Reader, Store } from '../store';
import { type Cursor, countView, find, inSection, inView, pick } from './listPlan';
import { matchExpression } from './search';
import { indexedText } from './searchText';
import { statement } from '../sql/statement';
import { atOneMoment } from '../sql/transaction';

export interface ListRequest {
  readonly view: ListView;
  readonly sectionId: Id | null;
  readonly query: string;
  /** The last row of the page before. */
  readonly after: Cursor | null;
  readonly limit: number;
}

export interface ArticlePage {
  readonly rows: readonly ArticleRow[];
  readonly next: Cursor | null;
  readonly total: number;
}

const rowColumns = `id, headline, summary, section_id AS sectionId, language, direction, status, trashed_at AS trashedAt,
  word_count AS wordCount, updated_at AS updatedAt, version, sync`;

/**
 * Rows of one view, newest first, a page at a time by the last row's position, so that every page costs the same.
 * With a query, only matches of what is indexed are listed, with the matching passage as summary if neither headline
 * nor summary shows why. `few` is that of {@link pick}.
 */
export function listIndexed(store: Store, request: ListRequest, few?: number): ArticlePage {
  const terms = searchTerms(request.query);
  const match = matchExpression(terms);
  const page = (found: number | null): ArticlePage =>
    atOneMoment(store, () => pageOf(store.db, request, found, terms, few));
  if (match !== null) return page(find(store.db, match));
  const isSearch = request.query.trim() !== '';
  return isSearch ? { rows: [], next: null, total: 0 } : page(null);
}

/** One more than the limit is picked, which tells whether the list continues. */
function pageOf(
  db: Db,
  { view, sectionId, after, limit }: ListRequest,
  found: number | null,
  terms: readonly SearchTerm[],
  few: number | undefined,
): ArticlePage {
  const { numbers, total } = pick(db, { view, sectionId, found }, { after, limit: limit + 1 }, few);
  const read = statement<[number], ArticleRow>(db, `SELECT ${rowColumns} FROM articles WHERE number = ?`);
  const rows = numbers
    .slice(0, limit)
    .flatMap((number) => read.all(number).map((row) => withPassage(db, number, row, terms)));
  const last = numbers.length > limit ? rows.at(-1) : undefined;
  return {
    rows,
    next: last === undefined ? null : { updatedAt: last.updatedAt, id: last.id },
    total,
  };
}

function withPassage(db: Db, number: number, row: ArticleRow, terms: readonly SearchTerm[]): ArticleRow {
  if (terms.length === 0 || firstHit(`${row.headline}\n${row.summary}`, terms) !== null) return row;
  const summary = passageOf(indexedText(db, number) ?? '', terms);
  return summary === null ? row : { ...row, summary };
}

export interface ArticleCounts {
  readonly views: Record<ListView, number>;
  /** Articles outside the trash by section, not counting its sub-sections; a section without any is absent. */
  readonly sections: Record<Id, number>;
}

/** How many articles each view and each section has, all at one moment. */
export const countArticles = (reader: Reader): ArticleCounts =>
  atOneMoment(reader, () => countAll(reader.db));

/** The articles outside the trash are those of the sections and of none: their own index is not read for them. */
function countAll(db: Db): ArticleCounts {
  const sections = statement<[], { readonly id: Id | null; readonly count: number }>(
    db,
    `SELECT section_id AS id, count(*) AS count FROM articles INDEXED BY articles_by_section
     WHERE ${inView.all} GROUP BY section_id`,
  ).all();
  const all = sections.reduce((sum, { count }) => sum + count, 0);
  const views = listView.options.map((view) => [view, view === 'all' ? all : countView(db, view)] as const);
  return {
    views: Object.fromEntries(views) as Record<ListView, number>,
    sections: Object.fromEntries(sections.flatMap(({ id, count }) => (id === null ? [] : [[id, count]]))),
  };
}

/** The rows of the existing ones among these articles, in no order. */
export function articleRowsOf({ db }: Reader, ids: readonly Id[]): readonly ArticleRow[] {
  return statement<[string], ArticleRow>(
    db,
    `SELECT ${rowColumns} FROM articles WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
}

/** The articles of an export in a stable order, oldest first; those named by id in the order given. */
export function selectArticleIds({ db }: Reader, selection: ExportSelection): readonly Id[] {
  const ids = (where: string, known: { readonly sectionId?: Id }): readonly Id[] =>
    statement<[typeof known], Id>(db, `SELECT id FROM articles WHERE ${where} ORDER BY created_at, id`)
      .pluck()
      .all(known);
  switch (selection.kind) {
    case 'articles':
      return [...new Set(selection.ids)];
    case 'section':
      return ids(`${inView.all} AND ${inSection}`, { sectionId: selection.sectionId });
    case 'all':
      return ids(inView.all, {});
    default:
      return assertNever(selection);
  }
}

/** Every article outside the trash, newest first, one at a time. */
export function allArticleRows({ db }: Reader): IterableIterator<ArticleRow> {
  return db
    .prepare<[], ArticleRow>(
      `SELECT ${rowColumns} FROM articles WHERE ${inView.all} ORDER BY updated_at DESC, id DESC`,
    )
    .iterate();
}
