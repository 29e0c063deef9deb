import type { Migration } from './migration';

/** How often the store was written to: by it a backup is known to be due, whatever was changed and whatever the clock says. */
export const changes: Migration = {
  number: 6,
  what: 'a count of the writes',
  up: (db) => {
    db.exec(`
      CREATE TABLE writes (only INTEGER PRIMARY KEY CHECK (only = 1), count INTEGER NOT NULL) STRICT;
    `);
  },
};
