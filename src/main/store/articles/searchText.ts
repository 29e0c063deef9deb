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
