import type { Migration } from './migration';

/** What each import read, and every piece that it left out. */
export const importReports: Migration = {
  number: 4,
  what: 'import reports and their left-out pieces',
  up: (db) => {
    db.exec(`
      CREATE TABLE import_reports (
        article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        encoding TEXT NOT NULL,
        format TEXT NOT NULL,
        notices TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE import_pieces (
        article_id TEXT NOT NULL REFERENCES import_reports (article_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        reason TEXT NOT NULL,
        before_block_id TEXT,
        taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
        PRIMARY KEY (article_id, position)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
