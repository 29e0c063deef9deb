import type { Migration } from './migration';

/** Why an article left though it was held: beside what is to be sent, and in the article's history. */
export const overrides: Migration = {
  number: 14,
  what: 'why an article left though it was held',
  up: (db) => {
    db.exec(`
      ALTER TABLE cms_outbox ADD COLUMN override TEXT;
      ALTER TABLE revisions ADD COLUMN note TEXT NOT NULL DEFAULT '';
    `);
  },
};
