import { seal } from '../../sql/seals';
import type { Migration } from './migration';

/** Hashes of the sections, accounts and links, and the pictures that each exported article took along. */
export const seals: Migration = {
  number: 7,
  what: 'hashes of sections, accounts and links; the pictures of exported articles',
  up: (db) => {
    db.exec(`
      CREATE TABLE row_seals (
        table_name TEXT NOT NULL,
        key TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (table_name, key)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER section_unsealed AFTER DELETE ON sections BEGIN
        DELETE FROM row_seals WHERE table_name = 'sections' AND key = old.id;
      END;
      CREATE TRIGGER account_unsealed AFTER DELETE ON cms_accounts BEGIN
        DELETE FROM row_seals WHERE table_name = 'cms_accounts' AND key = old.id;
      END;
      CREATE TRIGGER link_unsealed AFTER DELETE ON cms_links BEGIN
        DELETE FROM row_seals WHERE table_name = 'cms_links' AND key = old.article_id || ' ' || old.account_id;
      END;
      ALTER TABLE job_items ADD COLUMN assets TEXT NOT NULL DEFAULT '[]';
    `);
    const known = {
      sections: 'SELECT id FROM sections',
      cms_accounts: 'SELECT id FROM cms_accounts',
      cms_links: 'SELECT article_id, account_id FROM cms_links',
    } as const;
    for (const [table, keys] of Object.entries(known)) {
      for (const key of db.prepare<[], string[]>(keys).raw().all())
        seal(db, table as keyof typeof known, ...key);
    }
  },
};
