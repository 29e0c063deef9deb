import type { Migration } from './migration';

/** How far a job is, without going through all of its items: it is told some times a second while the job runs. */
export const jobProgress: Migration = {
  number: 15,
  what: 'indexes by which the progress of large exports is told',
  up: (db) => {
    db.exec(`
      CREATE INDEX job_items_by_state ON job_items (job_id, state);
      CREATE INDEX job_items_by_note ON job_items (job_id, ordinal) WHERE note IS NOT NULL;
    `);
  },
};
