import { NutgrafError } from '#shared/domain/failure';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { Store } from '../store';
import { storeFailure } from '../disk/storeFailure';
import { writeDerived } from '../sql/write';

/** Does something with the index; if that turns out to be damaged, it is dropped first, and every article queued. */
export function mendingSearch<T>(store: Store, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const failure = storeFailure(thrown);
    if (!(failure instanceof NutgrafError) || failure.code !== 'search_damaged') throw thrown;
    rebuildSearch(store);
    return action();
  }
}

/** Drops the whole index and queues every article: for a damaged index. */
export function rebuildSearch(store: Store): void {
  writeDerived(store, () => {
    store.db.exec(`INSERT INTO search (search) VALUES ('delete-all');
      INSERT OR IGNORE INTO search_queue (article) SELECT number FROM articles`);
  });
}

/**
 * The FTS5 query for the terms of a search; null when there are none. Nothing typed is read as FTS5's own syntax. A
 * word still being typed may begin one with or without its Arabic article.
 */
export function matchExpression(terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0) return null;
  return terms
    .map(({ words, open }) => {
      const last = words.at(-1);
      const stems = phrase(words.map(({ stem }) => stem));
      if (!open) return stems;
      if (words.length > 1 || last === undefined || last.text === last.stem) return `${stems}*`;
      return `(${stems}* OR ${phrase([last.text])}*)`;
    })
    .join(' AND ');
}

const phrase = (words: readonly string[]): string => `"${words.map(indexed).join(' ')}"`;

/**
 * FTS5's letter tables are older than some scripts and signs outside the basic plane: those are indexed by number.
 */
export const indexed = (word: string): string =>
  word.replace(/[\u{10000}-\u{10ffff}]/gu, (sign) => `u${sign.codePointAt(0)?.toString(16) ?? ''}u`);
