import type { Id, Time } from '#shared/domain/id';
import type { ArticleRecord, StoredContent } from './articleRecord';
import type { Db } from '../store';

/** An article as its last save left it: the next save of a story that is being written is a change of it. */
export interface LastSaved extends Pick<ArticleRecord, 'id' | 'number' | 'version' | 'contentHash'> {
  readonly content: StoredContent;
  /** The words of the body, as search reads them; null when the save left the body alone. */
  readonly plainText: string | null;
  /** When the last revision of the article was kept, or a moment before that. */
  readonly keptAt: Time;
}

const lastSaved = new WeakMap<Db, LastSaved>();

export const rememberSaved = (db: Db, saved: LastSaved): unknown => lastSaved.set(db, saved);

/** What was saved last, if it was that version of that article; another process may have saved since. */
export function savedVersion(db: Db, id: Id, version: number): LastSaved | null {
  const known = lastSaved.get(db);
  return known?.id === id && known.version === version ? known : null;
}

/**
 * What was saved last, if it is what the record with this hash was saved as: that need not be read and hashed again.
 * Its row may be damaged all the same.
 */
export function savedContent(
  db: Db,
  { number, contentHash }: Pick<ArticleRecord, 'number' | 'contentHash'>,
): LastSaved | null {
  const known = lastSaved.get(db);
  return known?.number === number && known.contentHash === contentHash ? known : null;
}
