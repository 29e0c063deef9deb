import type { ArticleRow, ListView } from '#shared/domain/article';
import { listView } from '#shared/domain/article';
import type { ExportSelection } from '#shared/domain/exportJob';
import { assertNever } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { hitsIn, passageOf, searchTerms } from '#shared/domain/searchQuery';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { Db, Reader, Store } from '../store';
import { find, inSection, inView, planOf } from './listPlan';
import { indexAll, matchExpression, mendingSearch } from './search';
import { statement } from '../sql/statement';

/** Where a list goes on: the last row's place in it. */
interface Cursor {
  readonly updatedAt: Time;
  readonly id: Id;
}

export interface ListRequest {
  readonly view: ListView;
  readonly sectionId: Id | null;
  readonly query: string;
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
 * Rows of one view, newest first, a page at a time by the last row's place, so that a page costs the same
 * anywhere. With a query, what was written meanwhile is indexed first, and only what matches is listed, its summary
 * the passage that answers where neither headline nor summary shows why. `few` is that of {@link planOf}.
 */
export function listArticles(store: Store, request: ListRequest, few?: number): ArticlePage {
  const terms = searchTerms(request.query);
  const match = matchExpression(terms);
  if (match !== null) {
    return mendingSearch(store, () => {
      indexAll(store);
      const page = listMatching(store, request, match, few);
      return { ...page, rows: page.rows.map((row) => withPassage(store, row, terms)) };
    });
  }
  return request.query.trim() === ''
    ? listMatching(store, request, null, few)
    : { rows: [], next: null, total: 0 };
}

function listMatching(
  { db }: Reader,
  { view, sectionId, after, limit }: ListRequest,
  match: string | null,
  few: number | undefined,
): ArticlePage {
  const { from, total } = planOf({ view, sectionId, found: match === null ? null : find(db, match) }, few);
  const rows = pageOf(db, from, { sectionId }, after, limit);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    next: last === undefined ? null : { updatedAt: last.updatedAt, id: last.id },
    total: countOf(db, total, { sectionId }),
  };
}

function withPassage({ db }: Reader, row: ArticleRow, terms: readonly SearchTerm[]): ArticleRow {
  if (hitsIn(`${row.headline}\n${row.summary}`, terms).length > 0) return row;
  const text = statement<[Id], string>(db, 'SELECT plain_text FROM articles WHERE id = ?')
    .pluck()
    .get(row.id);
  const summary = passageOf(text ?? '', terms);
  return summary === null ? row : { ...row, summary };
}

type Known = Readonly<Record<string, string | number | null>>;

const countOf = (db: Db, total: string, known: Known = {}): number =>
  Number(statement<[Known]>(db, total).pluck().get(known));

/**
 * One row more than the limit, which tells whether the list goes on. Which rows they are is told by an index, so that
 * of no other a row is read, whose long texts lie between.
 */
function pageOf(
  db: Db,
  from: string,
  known: Known,
  after: Cursor | null,
  limit: number,
): readonly ArticleRow[] {
  const beyond = after === null ? '' : 'AND (updated_at, id) < (:updatedAt, :id)';
  return statement<[Known], ArticleRow>(
    db,
    `SELECT ${rowColumns} FROM (
       SELECT number AS picked ${from} ${beyond} ORDER BY updated_at DESC, id DESC LIMIT :limit
     ) CROSS JOIN articles ON number = picked ORDER BY updated_at DESC, id DESC`,
  ).all({ ...known, ...after, limit: limit + 1 });
}

export interface ArticleCounts {
  readonly views: Record<ListView, number>;
  /** Articles outside the trash by section, its sub-sections not included; a section without any is absent. */
  readonly sections: Record<Id, number>;
}

/** How many articles each view and each section holds. */
export function countArticles({ db }: Reader): ArticleCounts {
  const views = listView.options.map((view) => {
    const { total } = planOf({ view, sectionId: null, found: null });
    return [view, countOf(db, total)] as const;
  });
  const sections = statement<[], { readonly id: Id; readonly count: number }>(
    db,
    `SELECT section_id AS id, count(*) AS count FROM articles
     WHERE trashed_at IS NULL AND section_id IS NOT NULL GROUP BY section_id`,
  ).all();
  return {
    views: Object.fromEntries(views) as Record<ListView, number>,
    sections: Object.fromEntries(sections.map(({ id, count }) => [id, count])),
  };
}

/** The rows of those of these articles that there are, in no order. */
export function articleRowsOf({ db }: Reader, ids: readonly Id[]): readonly ArticleRow[] {
  return statement<[string], ArticleRow>(
    db,
    `SELECT ${rowColumns} FROM articles WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
}

/** The articles of an export in a steady order, oldest first; those named by id in the order they are named. */
export function selectArticleIds({ db }: Reader, selection: ExportSelection): readonly Id[] {
  const ids = (where: string, known: Known): readonly Id[] =>
    statement<[Known], Id>(db, `SELECT id FROM articles WHERE ${where} ORDER BY created_at, id`)
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

/** Every article outside the trash, newest first, read as it is taken. */
export function allArticleRows({ db }: Reader): IterableIterator<ArticleRow> {
  return db
    .prepare<[], ArticleRow>(
      `SELECT ${rowColumns} FROM articles WHERE ${inView.all} ORDER BY updated_at DESC, id DESC`,
    )
    .iterate();
}
