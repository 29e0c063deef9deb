import type { Migration } from './migration';

/**
 * What held an article when an export was allowed to write it, as a JSON list. The index finds the few that are held:
 * both columns stand behind the texts, which a search without it would walk through.
 */
export const holds: Migration = {
  number: 16,
  what: 'articles that are held, and what held exported ones when they were let go',
  up: (db) => {
    db.exec(`
      ALTER TABLE job_items ADD COLUMN overridden TEXT;
      CREATE INDEX articles_held ON articles (created_at, id)
        WHERE embargo IS NOT NULL OR legal_hold IS NOT NULL;
    `);
  },
};
