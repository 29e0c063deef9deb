import type { ArticleRow, DeskView } from '#shared/domain/article';
import { deskView } from '#shared/domain/article';
import type { ExportSelection } from '#shared/domain/exportJob';
import { assertNever } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { hitsIn, passageOf, searchTerms } from '#shared/domain/searchQuery';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { Db, Reader, Store } from '../store';
import { indexAll, matchExpression, mendingSearch } from './search';
import { statement } from '../sql/statement';

/** Where a list goes on: the last row's place in it. */
interface Cursor {
  readonly updatedAt: Time;
  readonly id: Id;
}

export interface ListRequest {
  readonly view: DeskView;
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

const inView = {
  draft: `trashed_at IS NULL AND status = 'draft'`,
  ready: `trashed_at IS NULL AND status = 'ready'`,
  scheduled: `trashed_at IS NULL AND status = 'scheduled'`,
  published: `trashed_at IS NULL AND status = 'published'`,
  trash: 'trashed_at IS NOT NULL',
  all: 'trashed_at IS NULL',
} as const satisfies Record<DeskView, string>;

/** The section and all below it. */
const inSection = `section_id IN (
  WITH RECURSIVE tree (id) AS (
    SELECT :sectionId UNION SELECT sections.id FROM sections JOIN tree ON sections.parent_id = tree.id
  ) SELECT id FROM tree)`;

/**
 * Rows of one desk, newest first, a page at a time by the last row's place, so that a page costs the same
 * anywhere. With a query, what was written meanwhile is indexed first, and only what matches is listed, its summary
 * the passage that answers where neither headline nor summary shows why.
 */
export function listArticles(store: Store, request: ListRequest): ArticlePage {
  const terms = searchTerms(request.query);
  const match = matchExpression(terms);
  if (match !== null) {
    return mendingSearch(store, () => {
      indexAll(store);
      const page = listMatching(store, request, match);
      return { ...page, rows: page.rows.map((row) => withPassage(store, row, terms)) };
    });
  }
  return request.query.trim() === ''
    ? listMatching(store, request, null)
    : { rows: [], next: null, total: 0 };
}

function listMatching(
  store: Reader,
  { view, sectionId, after, limit }: ListRequest,
  match: string | null,
): ArticlePage {
  const where = [
    inView[view],
    ...(sectionId === null ? [] : [inSection]),
    ...(match === null ? [] : ['number IN (SELECT rowid FROM search WHERE search MATCH :match)']),
  ].join(' AND ');
  const known = { sectionId, match };
  const rows = pageOf(store.db, where, known, after, limit);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    next: last === undefined ? null : { updatedAt: last.updatedAt, id: last.id },
    total: countWhere(store.db, where, known),
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

function countWhere(db: Db, where: string, known: Known): number {
  return Number(statement<[Known]>(db, `SELECT count(*) FROM articles WHERE ${where}`).pluck().get(known));
}

/** One row more than the limit, which tells whether the list goes on. */
function pageOf(
  db: Db,
  where: string,
  known: Known,
  after: Cursor | null,
  limit: number,
): readonly ArticleRow[] {
  const beyond = after === null ? '' : 'AND (updated_at, id) < (:updatedAt, :id)';
  return statement<[Known], ArticleRow>(
    db,
    `SELECT ${rowColumns} FROM articles WHERE ${where} ${beyond} ORDER BY updated_at DESC, id DESC LIMIT :limit`,
  ).all({ ...known, ...after, limit: limit + 1 });
}

export interface ArticleCounts {
  readonly views: Record<DeskView, number>;
  /** Articles outside the trash by section, its sub-sections not included; a section without any is absent. */
  readonly sections: Record<Id, number>;
}

/** How many articles each desk and each section holds. */
export function countArticles({ db }: Reader): ArticleCounts {
  const views = deskView.options.map((view) => [view, countWhere(db, inView[view], {})] as const);
  const sections = statement<[], { readonly id: Id; readonly count: number }>(
    db,
    `SELECT section_id AS id, count(*) AS count FROM articles
     WHERE trashed_at IS NULL AND section_id IS NOT NULL GROUP BY section_id`,
  ).all();
  return {
    views: Object.fromEntries(views) as Record<DeskView, number>,
    sections: Object.fromEntries(sections.map(({ id, count }) => [id, count])),
  };
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
