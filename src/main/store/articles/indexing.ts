import { documentJson } from '#shared/domain/documentJson';
import { wordsOf } from '#shared/domain/folding';
import { parseDocument } from '#shared/document/document';
import { toPlainText } from '#shared/document/toPlainText';
import { savedContent } from './lastSaved';
import { indexed, mendingSearch } from './search';
import { storeText } from './searchText';
import type { Db, Store } from '../store';
import { statement } from '../sql/statement';
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

/** Indexes everything that is waiting. */
export function indexAll(store: Store): void {
  while (indexPending(store) > 0);
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
 * A text as the index holds it: the stems of its words, then the full form of those where it differs, since a query
 * may begin with that.
 */
function indexText(text: string): string {
  const words = wordsOf(text);
  const full = words.filter((word) => word.text !== word.stem).map((word) => word.text);
  return [...words.map(({ stem }) => stem), ...full].map(indexed).join(' ');
}

interface Known {
  readonly version: number;
  readonly contentHash: string;
  /** Stored since the body last changed. */
  readonly stored: string | null;
  /** The whole text of an article whose body was not saved since store version 19; else empty. */
  readonly former: string;
}

/** The text of an article’s body as it is now, which is stored from then on; inside the caller's write. */
function textToIndex(db: Db, number: number): string {
  const known = statement<[number], Known>(
    db,
    `SELECT articles.version, content_hash AS contentHash, text AS stored, plain_text AS former FROM articles LEFT JOIN article_texts
       ON article = number AND article_texts.version >= coalesce(json_extract(field_versions, '$.body'), 1)
     WHERE number = ?`,
  ).get(number);
  if (known === undefined) return '';
  if (known.stored !== null) return known.stored;
  if (known.former !== '') return known.former;
  const text = savedContent(db, { number, ...known })?.plainText ?? textOfBody(db, number);
  storeText(db, { number, version: known.version, text });
  return text;
}

/** Nothing for a body that is not a story: it was damaged on disk, which is told elsewhere. */
function textOfBody(db: Db, number: number): string {
  const read = statement<[number], string>(db, 'SELECT body FROM articles WHERE number = ?');
  try {
    return toPlainText(parseDocument(documentJson.parse(JSON.parse(read.pluck().get(number) ?? ''))));
  } catch {
    return '';
  }
}
