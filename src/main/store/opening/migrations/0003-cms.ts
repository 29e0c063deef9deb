import type { Migration } from './migration';

/** Sites, the way of each article to each of them, and what waits to be sent. */
export const cms: Migration = {
  number: 3,
  what: 'CMS accounts, secrets, links and the outbox',
  up: (db) => {
    db.exec(`
      CREATE TABLE cms_accounts (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        user TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (kind, url, user)
      ) STRICT;

      CREATE TABLE cms_secrets (
        account_id TEXT PRIMARY KEY REFERENCES cms_accounts (id) ON DELETE CASCADE,
        encrypted BLOB NOT NULL
      ) STRICT;

      CREATE TABLE cms_links (
        article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES cms_accounts (id) ON DELETE CASCADE,
        mark TEXT NOT NULL,
        remote_id TEXT,
        url TEXT,
        base TEXT,
        attempt TEXT,
        sent_fingerprint TEXT,
        sent_version INTEGER,
        sent TEXT,
        synced_at INTEGER,
        conflict TEXT,
        alterations TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (article_id, account_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE cms_outbox (
        article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES cms_accounts (id) ON DELETE CASCADE,
        queued_at INTEGER NOT NULL,
        requests INTEGER NOT NULL DEFAULT 1,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER NOT NULL,
        claim TEXT,
        claimed_until INTEGER NOT NULL DEFAULT 0,
        stopped INTEGER NOT NULL DEFAULT 0,
        seen TEXT,
        failure TEXT,
        PRIMARY KEY (article_id, account_id)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX cms_outbox_by_due ON cms_outbox (stopped, next_attempt_at);
    `);
  },
};
