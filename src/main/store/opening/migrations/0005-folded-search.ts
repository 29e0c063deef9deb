import type { Migration } from './migration';

/**
 * The index holds words that `shared/domain/folding` has folded and cut already, so FTS5 only splits at spaces and
 * folds nothing itself; signs (So) count as words. Every article waits to be indexed anew.
 */
export const foldedSearch: Migration = {
  number: 5,
  what: 'a search index of folded words',
  up: (db) => {
    db.exec(`
      DROP TABLE search;
      CREATE VIRTUAL TABLE search USING fts5 (
        headline, standfirst, body, hashtags, byline,
        content = '', contentless_delete = 1,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc So'",
        prefix = '2 3'
      );
      INSERT OR IGNORE INTO search_queue (article) SELECT number FROM articles;
    `);
  },
};
