import type { Migration } from './migration';

/** The files of an import, each with how it went: what was not read can be told after the app has ended. */
export const importJobs: Migration = {
  number: 17,
  what: 'import jobs and their files',
  up: (db) => {
    db.exec(`
      CREATE TABLE import_items (
        job_id TEXT NOT NULL REFERENCES jobs (id),
        ordinal INTEGER NOT NULL,
        name TEXT NOT NULL,
        path TEXT,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
        outcome TEXT,
        PRIMARY KEY (job_id, ordinal)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX import_items_by_state ON import_items (job_id, state);
    `);
  },
};
