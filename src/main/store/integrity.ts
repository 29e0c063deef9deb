import type { Db } from './database';

/** What SQLite finds when it reads every page. */
export interface Integrity {
  /** Null when the database is whole; else the first of what is wrong. */
  readonly damage: string | null;
  /** The search index is apart: it holds nothing of its own and can be made anew. */
  readonly searchDamaged: boolean;
}

/** Since 3.44 `integrity_check` looks into FTS5 indexes too, and names them in these words. */
const isSearchIndex = (message: string): boolean => /fts5/i.test(message);

/** Reads the whole database: seconds a gigabyte. */
export function integrityOf(db: Db): Integrity {
  const messages = readMessages(db).filter((message) => message !== 'ok');
  return {
    damage: messages.find((message) => !isSearchIndex(message)) ?? null,
    searchDamaged: messages.some(isSearchIndex),
  };
}

function readMessages(db: Db): readonly string[] {
  try {
    return db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
}
