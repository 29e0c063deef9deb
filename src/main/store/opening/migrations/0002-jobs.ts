import type { Migration } from './migration';

/** Jobs and their items: a job is kept here before it runs, so that a crash finds it again. */
export const jobs: Migration = {
  number: 2,
  what: 'export jobs and their items',
  up: (db) => {
    db.exec(`
      CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        request TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        created_at INTEGER NOT NULL,
        finished_at INTEGER,
        failure TEXT,
        owner INTEGER,
        heartbeat INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE job_items (
        job_id TEXT NOT NULL REFERENCES jobs (id),
        ordinal INTEGER NOT NULL,
        article_id TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
        file TEXT,
        bytes INTEGER,
        sha256 TEXT,
        failure TEXT,
        PRIMARY KEY (job_id, ordinal)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX jobs_by_state ON jobs (state, created_at);
    `);
  },
};
