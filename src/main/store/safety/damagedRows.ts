import {
  type ArticleRecord,
  hashWith,
  isSound,
  readHashtags,
  recordColumns,
} from '../articles/articleRecord';
import type { Reader, Store } from '../store';
import type { Id } from '#shared/domain/id';
import { statement } from '../sql/statement';

/** The articles whose text is not what was saved. Reads every article: for idle time. */
export function damagedArticles(reader: Pick<Reader, 'db'>): readonly Id[] {
  const all = reader.db.prepare<[], ArticleRecord>(`SELECT ${recordColumns} FROM articles`);
  const damaged: Id[] = [];
  for (const record of all.iterate()) if (!isSound(reader, record)) damaged.push(record.id);
  return damaged;
}

/**
 * Sets a damaged article's row aside as it was found, and treats its content as sound, so that a revision can be
 * saved over it. Inside the caller's write.
 */
export function salvageRow(store: Store, record: ArticleRecord): void {
  const { db } = store;
  const hashtags = readHashtags(db, record.number);
  statement<[Id, number, Id, string]>(
    db,
    'INSERT INTO damaged_rows (id, found_at, article_id, row) VALUES (?, ?, ?, ?)',
  ).run(store.newId(), store.now(), record.id, JSON.stringify({ ...record, hashtags }));
  statement<[string, number]>(db, 'UPDATE articles SET content_hash = ? WHERE number = ?').run(
    hashWith(record, hashtags),
    record.number,
  );
}
