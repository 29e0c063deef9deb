import { DeskError } from '#shared/domain/failure';
import type { Db, Store } from './database';
import { statement } from './statement';
import { storeFailure } from './storeFailure';
import { write } from './write';

/** Articles that one turn of indexing takes, so that it stays a moment. */
const BATCH = 100;

interface Indexed {
  readonly number: number;
  readonly headline: string;
  readonly standfirst: string;
  readonly body: string;
  readonly byline: string;
  readonly hashtags: string;
}

/**
 * Indexes up to `limit` of the articles that were saved since, and answers how many wait still. Called when the
 * writer pauses and at start-up; a query calls it by itself.
 */
export function indexPending(store: Store, limit = BATCH): number {
  if (countPending(store.db) === 0) return 0;
  return mendingSearch(store, () =>
    write(store, () => {
      for (const row of pendingRows(store.db, limit)) indexArticle(store.db, row);
      return countPending(store.db);
    }),
  );
}

/** Does what needs the index; one that turns out to be damaged is forgotten first, and every article queued. */
export function mendingSearch<T>(store: Store, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const failure = storeFailure(thrown);
    if (!(failure instanceof DeskError) || failure.code !== 'search_damaged') throw thrown;
    rebuildSearch(store);
    return action();
  }
}

/** Indexes all that waits. */
export function indexAll(store: Store): void {
  while (indexPending(store) > 0);
}

/** Forgets the whole index and queues every article: for an index that is damaged. */
export function rebuildSearch(store: Store): void {
  write(store, () => {
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
    `SELECT number, headline, standfirst, plain_text AS body, byline,
       coalesce((SELECT group_concat(tag, ' ') FROM article_hashtags WHERE article = number), '') AS hashtags
     FROM articles WHERE number IN (SELECT article FROM search_queue ORDER BY article LIMIT ?)`,
  ).all(limit);
}

function indexArticle(db: Db, { number, headline, standfirst, body, hashtags, byline }: Indexed): void {
  statement<[number]>(db, 'DELETE FROM search WHERE rowid = ?').run(number);
  statement<[number, string, string, string, string, string]>(
    db,
    'INSERT INTO search (rowid, headline, standfirst, body, hashtags, byline) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(number, headline, standfirst, body, hashtags, byline);
  statement<[number]>(db, 'DELETE FROM search_queue WHERE article = ?').run(number);
}

/**
 * What FTS5 is asked for a query as a person types it: every word, `"words in quotes"` as a phrase, and the last
 * word as the beginning of one unless a space or a quote closed it. Nothing typed is read as FTS5's own syntax.
 * Null when there is no word in it.
 */
export function matchExpression(query: string): string | null {
  const terms = [
    ...query
      .toWellFormed()
      .normalize('NFC')
      .matchAll(/"([^"]*)("|$)|[^\s"]+/gu),
  ]
    .map(([whole, phrase, close]) => ({ text: phrase ?? whole, open: close !== '"' }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (terms.length === 0) return null;
  const endsOpen = !/[\s"]$/u.test(query);
  return terms
    .map(({ text, open }, index) => {
      const prefix = open && endsOpen && index === terms.length - 1 ? '*' : '';
      return `"${text.replaceAll('\0', ' ')}"${prefix}`;
    })
    .join(' ');
}
