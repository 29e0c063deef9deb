import type { Migration } from './migration';

/** Posts that a site was asked for a second time, since the answer to the first was lost: both may come. */
export const cmsRepeats: Migration = {
  number: 10,
  what: 'posts that a site was asked for twice',
  up: (db) => {
    db.exec(`
      CREATE TABLE cms_repeats (
        article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES cms_accounts (id) ON DELETE CASCADE,
        mark TEXT NOT NULL,
        sent_at INTEGER NOT NULL,
        look_at INTEGER,
        doubles TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (article_id, account_id, mark)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX cms_repeats_by_look ON cms_repeats (look_at) WHERE look_at IS NOT NULL;
    `);
  },
};
