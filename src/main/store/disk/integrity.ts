import type { Db } from '../store';

/** What SQLite finds when it reads every page. */
export interface Integrity {
  /** Null when the database is sound; otherwise the first fault. */
  readonly damage: string | null;
  /** The search index is separate: it holds nothing of its own and can be rebuilt. */
  readonly searchDamaged: boolean;
}

/** Since 3.44, `integrity_check` also checks FTS5 indexes, and reports them in these words. */
const isSearchIndex = (message: string): boolean => /fts5/i.test(message);

/** An unused page costs its space and nothing else; a copy leaves it out. */
const isUnusedPage = (message: string): boolean => /page \d+( is|:)? never used|freelist/i.test(message);

/** Reads the whole database: seconds per gigabyte. */
export function integrityOf(db: Db): Integrity {
  return verdict(readMessages(db, 20));
}

/** The same for a file that is only copied from: unused pages do no harm there. */
export function contentIntegrityOf(db: Db): Integrity {
  return verdict(readMessages(db, 1_000_000).filter((message) => !isUnusedPage(message)));
}

function verdict(all: readonly string[]): Integrity {
  const messages = all.filter((message) => message !== 'ok');
  return {
    damage: messages.find((message) => !isSearchIndex(message)) ?? null,
    searchDamaged: messages.some(isSearchIndex),
  };
}

function readMessages(db: Db, limit: number): readonly string[] {
  try {
    return db.prepare<[], string>(`PRAGMA integrity_check(${limit})`).pluck().all();
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
}
