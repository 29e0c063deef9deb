import type { Migration } from './migration';

/** Why lawyers hold an article back, as JSON; null while they do not. */
export const legalHold: Migration = {
  number: 13,
  what: 'legal holds',
  up: (db) => {
    db.exec('ALTER TABLE articles ADD COLUMN legal_hold TEXT');
  },
};
