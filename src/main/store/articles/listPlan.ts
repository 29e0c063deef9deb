import type { ListView } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import type { Db } from '../store';
import { statement } from '../sql/statement';

export const inView = {
  draft: `trashed_at IS NULL AND status = 'draft'`,
  ready: `trashed_at IS NULL AND status = 'ready'`,
  scheduled: `trashed_at IS NULL AND status = 'scheduled'`,
  published: `trashed_at IS NULL AND status = 'published'`,
  trash: 'trashed_at IS NOT NULL',
  all: 'trashed_at IS NULL',
} as const satisfies Record<ListView, string>;

/** The section and all below it. */
export const inSection = `section_id IN (
  WITH RECURSIVE tree (id) AS (
    SELECT :sectionId UNION SELECT sections.id FROM sections JOIN tree ON sections.parent_id = tree.id
  ) SELECT id FROM tree)`;

/** A list whose rows are wanted: of a view, of a section or of all, and of what a query found or of everything. */
interface Listed {
  readonly view: ListView;
  readonly sectionId: Id | null;
  /** How many articles {@link find} found; null where nothing is looked for. */
  readonly found: number | null;
}

/** How a list is read. Which of the ways is taken changes how long it takes and nothing else. */
interface ListPlan {
  /** Everything of a SELECT from FROM on, to be gone on with AND. */
  readonly from: string;
  /** A whole SELECT of one number. */
  readonly total: string;
}

/**
 * So many articles are looked up one by one, in some 2 µs each; of more, the time index is quicker: it is walked from
 * its newest end, and the more of them answer, the sooner a page is full.
 */
const FEW = 1000;

export function planOf(listed: Listed, few = FEW): ListPlan {
  const { view, sectionId, found } = listed;
  const isFew = found !== null && found <= few;
  const where = [
    inView[view],
    ...(sectionId === null ? [] : [inSection]),
    ...(found === null || isFew ? [] : ['+number IN temp.found']),
  ].join(' AND ');
  const source = isFew
    ? 'temp.found CROSS JOIN articles USING (number)'
    : `articles INDEXED BY ${indexOf(listed)}`;
  const from = `FROM ${source} WHERE ${where}`;
  const isWhole = view === 'all' && sectionId === null && !isFew;
  return { from, total: isWhole ? totalOutsideTrash(found !== null) : `SELECT count(*) ${from}` };
}

function indexOf({ view, sectionId }: Listed): string {
  if (view === 'trash') return 'articles_in_trash';
  if (sectionId !== null) return 'articles_by_section';
  return view === 'all' ? 'articles_by_time' : 'articles_by_status';
}

/** The trash is the smaller part, and no article ever goes: so all of them less those in it. */
function totalOutsideTrash(isSearch: boolean): string {
  const all = isSearch ? 'temp.found' : 'articles';
  const among = isSearch ? 'AND +number IN temp.found' : '';
  return `SELECT (SELECT count(*) FROM ${all})
    - (SELECT count(*) FROM articles INDEXED BY articles_in_trash WHERE ${inView.trash} ${among})`;
}

/**
 * Notes the numbers of the articles that answer in a table of the connection's own, which is in no file, and answers
 * how many they are: the index is asked once, and what is read next asks the table.
 */
export function find(db: Db, match: string): number {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS found (number INTEGER PRIMARY KEY); DELETE FROM temp.found');
  return statement<[string]>(db, 'INSERT INTO temp.found SELECT rowid FROM search WHERE search MATCH ?').run(
    match,
  ).changes;
}
