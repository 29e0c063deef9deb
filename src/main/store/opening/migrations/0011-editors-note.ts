import type { Migration } from './migration';

/** What editors tell each other about an article. */
export const editorsNote: Migration = {
  number: 11,
  what: 'editors’ notes',
  up: (db) => {
    db.exec(`ALTER TABLE articles ADD COLUMN editors_note TEXT NOT NULL DEFAULT ''`);
  },
};
