import type { Migration } from './migration';

/** Until when an article is not to leave, ms UTC. */
export const embargo: Migration = {
  number: 12,
  what: 'embargoes',
  up: (db) => {
    db.exec('ALTER TABLE articles ADD COLUMN embargo INTEGER');
  },
};
