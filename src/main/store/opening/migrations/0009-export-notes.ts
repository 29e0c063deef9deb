import type { Migration } from './migration';

/** What a written file holds otherwise than its article, in one sentence; null for nothing. */
export const exportNotes: Migration = {
  number: 9,
  what: 'notes of exported files',
  up: (db) => {
    db.exec('ALTER TABLE job_items ADD COLUMN note TEXT');
  },
};
