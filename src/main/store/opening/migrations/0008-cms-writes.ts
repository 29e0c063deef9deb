import type { Migration } from './migration';

/** What was sent to a site and not surely answered. */
export const cmsWrites: Migration = {
  number: 8,
  what: 'what was sent to a site without a sure answer',
  up: (db) => {
    db.exec(`
      CREATE TABLE cms_writes (
        account_id TEXT NOT NULL REFERENCES cms_accounts (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        looks INTEGER NOT NULL DEFAULT 0,
        quiet_until INTEGER NOT NULL,
        refused TEXT,
        PRIMARY KEY (account_id, key)
      ) STRICT, WITHOUT ROWID;

      INSERT INTO cms_writes (account_id, key, quiet_until)
      SELECT account_id, 'post:' || mark, 0 FROM cms_links WHERE attempt IS NOT NULL;
    `);
  },
};
