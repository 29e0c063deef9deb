import type { Id, Time } from '#shared/domain/id';
import type { ArticleRecord } from './articleRecord';
import type { Db } from '../store';

/** An article as its last save left it: the next save of a story that is being written is a change of it. */
export interface LastSaved extends Pick<ArticleRecord, 'id' | 'number' | 'version' | 'contentHash' | 'body'> {
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

/** What was saved last, if the record with this hash still holds it: a write that was undone left another one. */
export function savedContent(
  db: Db,
  { number, contentHash }: Pick<ArticleRecord, 'number' | 'contentHash'>,
): LastSaved | null {
  const known = lastSaved.get(db);
  return known?.number === number && known.contentHash === contentHash ? known : null;
}
