import { NutgrafError } from '#shared/domain/failure';
import { wordsOf } from '#shared/domain/folding';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { Db, Store } from '../store';
import { statement } from '../sql/statement';
import { textToIndex } from './searchText';
import { storeFailure } from '../disk/storeFailure';
import { writeDerived } from '../sql/write';

/** Articles indexed in one turn, so that it stays short. */
const BATCH = 100;

interface Indexed {
  readonly number: number;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly hashtags: string;
}

/**
 * Indexes up to `limit` of the articles saved since, and returns how many are still waiting. Called when the writer
 * pauses and at start-up; a query calls it itself.
 */
export function indexPending(store: Store, limit = BATCH): number {
  if (countPending(store.db) === 0) return 0;
  return mendingSearch(store, () =>
    writeDerived(store, () => {
      for (const row of pendingRows(store.db, limit)) indexArticle(store.db, row);
      return countPending(store.db);
    }),
  );
}

/** Does something with the index; if that turns out to be damaged, it is dropped first, and every article queued. */
export function mendingSearch<T>(store: Store, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const failure = storeFailure(thrown);
    if (!(failure instanceof NutgrafError) || failure.code !== 'search_damaged') throw thrown;
    rebuildSearch(store);
    return action();
  }
}

/** Indexes everything that is waiting. */
export function indexAll(store: Store): void {
  while (indexPending(store) > 0);
}

/** Drops the whole index and queues every article: for a damaged index. */
export function rebuildSearch(store: Store): void {
  writeDerived(store, () => {
    store.db.exec(`INSERT INTO search (search) VALUES ('delete-all');
      INSERT OR IGNORE INTO search_queue (article) SELECT number FROM articles`);
  });
}

function countPending(db: Db): number {
  return Number(statement(db, 'SELECT count(*) FROM search_queue').pluck().get());
}

function pendingRows(db: Db, limit: number): readonly Indexed[] {
  return statement<[number], Indexed>(
    db,
    `SELECT number, headline, standfirst, byline,
       coalesce((SELECT group_concat(tag, ' ') FROM article_hashtags WHERE article = number), '') AS hashtags
     FROM articles WHERE number IN (SELECT article FROM search_queue ORDER BY article LIMIT ?)`,
  ).all(limit);
}

function indexArticle(db: Db, { number, headline, standfirst, hashtags, byline }: Indexed): void {
  statement<[number]>(db, 'DELETE FROM search WHERE rowid = ?').run(number);
  statement<[number, string, string, string, string, string]>(
    db,
    'INSERT INTO search (rowid, headline, standfirst, body, hashtags, byline) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    number,
    indexText(headline),
    indexText(standfirst),
    indexText(textToIndex(db, number)),
    indexText(hashtags),
    indexText(byline),
  );
  statement<[number]>(db, 'DELETE FROM search_queue WHERE article = ?').run(number);
}

/**
 * The FTS5 query for the terms of a search; null when there are none. Nothing typed is read as FTS5's own syntax. A
 * word still being typed may begin one with or without its Arabic article.
 */
export function matchExpression(terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0) return null;
  return terms
    .map(({ words, open }) => {
      const last = words.at(-1);
      const stems = phrase(words.map(({ stem }) => stem));
      if (!open) return stems;
      if (words.length > 1 || last === undefined || last.text === last.stem) return `${stems}*`;
      return `(${stems}* OR ${phrase([last.text])}*)`;
    })
    .join(' AND ');
}

const phrase = (words: readonly string[]): string => `"${words.map(indexed).join(' ')}"`;

/**
 * A text as the index holds it: the stems of its words, then the full form of those where it differs, since a query
 * may begin with that.
 */
function indexText(text: string): string {
  const words = wordsOf(text);
  const full = words.filter((word) => word.text !== word.stem).map((word) => word.text);
  return [...words.map(({ stem }) => stem), ...full].map(indexed).join(' ');
}

/**
 * FTS5's letter tables are older than some scripts and signs outside the basic plane: those are indexed by number.
 */
const indexed = (word: string): string =>
  word.replace(/[\u{10000}-\u{10ffff}]/gu, (sign) => `u${sign.codePointAt(0)?.toString(16) ?? ''}u`);
