import type { ListView } from '#shared/domain/article';
import type { Id, Time } from '#shared/domain/id';
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
  /** How many articles {@link find} found; null without a query. */
  readonly found: number | null;
}

/** A row's position in a list. */
export interface Cursor {
  readonly updatedAt: Time;
  readonly id: Id;
}

/** Up to `limit` rows behind a position, or the first ones. */
interface Wanted {
  readonly after: Cursor | null;
  readonly limit: number;
}

interface Picked {
  /** Of the wanted rows in their order, newest first. */
  readonly numbers: readonly number[];
  /** How many articles the whole list has. */
  readonly total: number;
}

/**
 * Picks the wanted rows of a list in one of two ways: the articles found are looked up one by one, each on a page of
 * its own; or an index is walked from its newest end until enough of them were met. Which of the two affects only how
 * long it takes; given `few`, up to so many are looked up.
 */
export function pick(db: Db, listed: Listed, wanted: Wanted, few?: number): Picked {
  return isLookedUp(db, listed, wanted, few) ? lookUp(db, listed, wanted) : walk(db, listed, wanted);
}

/** How many articles a view has. */
export const countView = (db: Db, view: ListView): number =>
  countOf(db, { view, sectionId: null, found: null });

type Known = Readonly<Record<string, string | number | null>>;

/** Up to this many are looked up where the total would have to be counted along a whole index. */
const FEW = 1000;

/** As many entries of an index are walked past in the time in which one article is looked up. */
const STEPS = 40;

function isLookedUp(db: Db, { view, sectionId, found }: Listed, wanted: Wanted, few?: number): boolean {
  if (found === null) return false;
  if (few !== undefined) return found <= few;
  if (view !== 'all' || sectionId !== null) return found <= FEW;
  return found * STEPS < lengthOfWalk(db, wanted);
}

/**
 * How many articles the time index is walked past until the wanted ones are met, as if they were saved in the order
 * in which they were begun. Those of one old week lie far back, however many they are.
 */
function lengthOfWalk(db: Db, { after, limit }: Wanted): number {
  const numberOf = (sql: string, known: Known): number =>
    statement<[Known], number | null>(db, sql).pluck().get(known) ?? 0;
  const first =
    after === null
      ? numberOf('SELECT max(number) FROM articles', {})
      : numberOf('SELECT number FROM articles WHERE id = :id', { id: after.id });
  const last = numberOf(
    'SELECT number FROM temp.found WHERE number <= :first ORDER BY number DESC LIMIT 1 OFFSET :limit',
    { first, limit },
  );
  return first - last;
}

function lookUp(db: Db, listed: Listed, { after, limit }: Wanted): Picked {
  const all = statement<[Known], readonly [number: number, isBehind: 0 | 1]>(
    db,
    `SELECT number, ${after === null ? '1' : isBehind} FROM temp.found CROSS JOIN articles USING (number)
     WHERE ${conditionOf(listed)} ORDER BY updated_at DESC, id DESC`,
  )
    .raw()
    .all({ sectionId: listed.sectionId, ...after });
  const behind = all.filter(([, is]) => is === 1);
  return { numbers: behind.slice(0, limit).map(([number]) => number), total: all.length };
}

function walk(db: Db, listed: Listed, { after, limit }: Wanted): Picked {
  const numbers = statement<[Known], number>(
    db,
    `SELECT number ${alongIndex(listed, indexOf(listed))} ${after === null ? '' : `AND ${isBehind}`}
     ORDER BY updated_at DESC, id DESC LIMIT :limit`,
  )
    .pluck()
    .all({ sectionId: listed.sectionId, ...after, limit });
  return { numbers, total: countOf(db, listed) };
}

const isBehind = '(updated_at, id) < (:updatedAt, :id)';

const conditionOf = ({ view, sectionId }: Listed): string =>
  sectionId === null ? inView[view] : `${inView[view]} AND ${inSection}`;

const alongIndex = (listed: Listed, index: string): string =>
  `FROM articles INDEXED BY ${index} WHERE ${conditionOf(listed)} ${among(listed)}`;

const among = ({ found }: Listed): string => (found === null ? '' : 'AND +number IN temp.found');

function countOf(db: Db, listed: Listed): number {
  const { view, sectionId } = listed;
  const isWhole = view === 'all' && sectionId === null;
  const sql = isWhole
    ? totalOutsideTrash(listed)
    : `SELECT count(*) ${alongIndex(listed, countedAlong(listed))}`;
  return Number(statement<[Known]>(db, sql).pluck().get({ sectionId }));
}

/** The one in the order of the list, which holds all that the list is chosen by. */
const indexOf = ({ view }: Listed): string => (view === 'trash' ? 'articles_in_trash' : 'articles_by_time');

/** The shortest one that holds all that the list is chosen by. */
function countedAlong(listed: Listed): string {
  if (listed.view === 'all') return 'articles_by_section';
  return listed.sectionId === null && listed.view !== 'trash' ? 'articles_by_status' : indexOf(listed);
}

/** The trash is the smaller part, and no article is ever deleted: so this is all of them minus those in it. */
const totalOutsideTrash = (listed: Listed): string =>
  `SELECT (SELECT count(*) FROM ${listed.found === null ? 'articles' : 'temp.found'})
    - (SELECT count(*) FROM articles INDEXED BY articles_in_trash WHERE ${inView.trash} ${among(listed)})`;

/**
 * Stores the numbers of the matching articles in a temporary table of the connection, which is in no file, and
 * returns their count: the index is asked once, and what is read next asks the table.
 */
export function find(db: Db, match: string): number {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS found (number INTEGER PRIMARY KEY); DELETE FROM temp.found');
  return statement<[string]>(db, 'INSERT INTO temp.found SELECT rowid FROM search WHERE search MATCH ?').run(
    match,
  ).changes;
}
