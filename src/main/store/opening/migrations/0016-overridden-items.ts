import type { Migration } from './migration';

/** What held an article when an export was allowed to write it, as a JSON list; null for nothing. */
export const overriddenItems: Migration = {
  number: 16,
  what: 'what held exported articles when they were let go',
  up: (db) => {
    db.exec('ALTER TABLE job_items ADD COLUMN overridden TEXT');
  },
};
