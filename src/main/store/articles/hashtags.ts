import { type Hashtag, hashtagKey } from '#shared/domain/hashtag';
import type { Db, Reader } from '../store';
import { statement } from '../sql/statement';

export interface HashtagCount {
  readonly tag: Hashtag;
  /** How many articles have it. */
  readonly count: number;
}

/** Tags in use that start with what was typed, most used first. */
export function suggestHashtags({ db }: Reader, prefix: string, limit: number): readonly HashtagCount[] {
  const key = hashtagKey(prefix.toWellFormed());
  return statement<[string, string, number], HashtagCount>(
    db,
    `SELECT display AS tag, count FROM hashtags WHERE key >= ? AND key < ? AND count > 0
     ORDER BY count DESC, key LIMIT ?`,
  ).all(key, `${key}\u{10ffff}`, limit);
}

/** Replaces the article's tags with these, in this order. */
export function writeHashtags(db: Db, number: number, tags: readonly Hashtag[]): void {
  const know = statement<[string, Hashtag]>(
    db,
    'INSERT OR IGNORE INTO hashtags (key, display) VALUES (?, ?)',
  );
  const add = statement<[number, number, string, Hashtag]>(
    db,
    'INSERT INTO article_hashtags (article, position, key, tag) VALUES (?, ?, ?, ?)',
  );
  statement<[number]>(db, 'DELETE FROM article_hashtags WHERE article = ?').run(number);
  tags.forEach((tag, position) => {
    const key = hashtagKey(tag);
    know.run(key, tag);
    add.run(number, position, key, tag);
  });
}
