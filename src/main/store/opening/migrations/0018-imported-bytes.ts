import type { Migration } from './migration';

/** Which bytes an article was read from: a file that is opened again leads to its article. Unknown for earlier imports. */
export const importedBytes: Migration = {
  number: 18,
  what: 'the bytes that were imported',
  up: (db) => {
    db.exec(`
      ALTER TABLE import_reports ADD COLUMN sha256 TEXT;

      CREATE INDEX import_reports_by_bytes ON import_reports (sha256) WHERE sha256 IS NOT NULL;
    `);
  },
};
