import { documentJson } from '#shared/domain/documentJson';
import { parseDocument } from '#shared/document/document';
import { toPlainText } from '#shared/document/toPlainText';
import { savedContent } from './lastSaved';
import type { Db } from '../store';
import { statement } from '../sql/statement';

/** The words of a story's body at one of its versions, as search reads them. */
interface SearchText {
  readonly number: number;
  readonly version: number;
  readonly text: string;
}

/** Stores the text, inside the caller's write. */
export function storeText(db: Db, { number, version, text }: SearchText): void {
  statement<[number, number, string]>(
    db,
    `INSERT INTO article_texts (article, version, text) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, text = excluded.text`,
  ).run(number, version, text);
}

/** Forgets a stored text: the body that it was read from has been replaced by the same version of it. */
export function forgetText(db: Db, number: number): void {
  statement<[number]>(db, 'DELETE FROM article_texts WHERE article = ?').run(number);
}

/** The text with which an article was indexed last; null for an unknown article. */
export function indexedText(db: Db, number: number): string | null {
  const read = statement<[number], string>(
    db,
    `SELECT coalesce(text, plain_text) FROM articles LEFT JOIN article_texts ON article = number WHERE number = ?`,
  );
  return read.pluck().get(number) ?? null;
}

interface Known {
  readonly version: number;
  readonly contentHash: string;
  /** Stored since the body last changed. */
  readonly stored: string | null;
  /** The whole text of an article that was not written in since store version 19; else empty. */
  readonly former: string;
}

/** The text of an article’s body as it is now, which is stored from then on; inside the caller's write. */
export function textToIndex(db: Db, number: number): string {
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
