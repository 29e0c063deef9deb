import type { Migration } from './migration';

/**
 * Stories and what they are made of. `number` is a row id that VACUUM keeps, which the search index hangs on;
 * what lists read stands before the long texts, so that a list never walks their overflow pages.
 */
const stories = `
  CREATE TABLE sections (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    slug TEXT NOT NULL,
    parent_id TEXT REFERENCES sections (id),
    colour TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX sections_by_key ON sections (coalesce(parent_id, ''), key);

  CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    headline TEXT NOT NULL,
    summary TEXT NOT NULL,
    section_id TEXT REFERENCES sections (id),
    status TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'scheduled', 'published', 'killed')),
    sync TEXT NOT NULL DEFAULT 'none'
      CHECK (sync IN ('none', 'synced', 'changed', 'waiting', 'failed', 'conflict')),
    word_count INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    trashed_at INTEGER,
    field_versions TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    kicker TEXT NOT NULL,
    byline TEXT NOT NULL,
    dateline TEXT NOT NULL,
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl', 'auto')),
    document_version INTEGER NOT NULL,
    body TEXT NOT NULL,
    plain_text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX articles_by_status ON articles (status, updated_at, id) WHERE trashed_at IS NULL;
  CREATE INDEX articles_by_section ON articles (section_id, updated_at, id) WHERE trashed_at IS NULL;
  CREATE INDEX articles_by_time ON articles (updated_at, id) WHERE trashed_at IS NULL;
  CREATE INDEX articles_in_trash ON articles (updated_at, id) WHERE trashed_at IS NOT NULL;

  CREATE TABLE revisions (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    created_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    headline TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    document_version INTEGER NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX revisions_by_article ON revisions (article_id, created_at, id);

  CREATE TABLE damaged_rows (
    id TEXT PRIMARY KEY,
    found_at INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    row TEXT NOT NULL
  ) STRICT;
`;

/** One row a tag in its canonical form; its count follows the rows of the articles that carry it. */
const tags = `
  CREATE TABLE hashtags (
    key TEXT PRIMARY KEY,
    display TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE article_hashtags (
    article INTEGER NOT NULL REFERENCES articles (number),
    position INTEGER NOT NULL,
    key TEXT NOT NULL REFERENCES hashtags (key),
    tag TEXT NOT NULL,
    PRIMARY KEY (article, position),
    UNIQUE (article, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER hashtag_used AFTER INSERT ON article_hashtags BEGIN
    UPDATE hashtags SET count = count + 1 WHERE key = new.key;
  END;
  CREATE TRIGGER hashtag_dropped AFTER DELETE ON article_hashtags BEGIN
    UPDATE hashtags SET count = count - 1 WHERE key = old.key;
  END;
`;

const paper = `
  CREATE TABLE assets (
    hash TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE ad_slots (
    key TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sizes TEXT NOT NULL,
    label TEXT NOT NULL,
    show_label INTEGER NOT NULL,
    enabled INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Marks (Mn, Mc) count as parts of a word, without which the vowel signs of Devanagari and its kin would cut each
 * word to pieces. The index holds no text of its own, and is filled from `search_queue` outside the save.
 */
const search = `
  CREATE VIRTUAL TABLE search USING fts5 (
    headline, standfirst, body, hashtags, byline,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'",
    prefix = '2 3'
  );
  CREATE TABLE search_queue (article INTEGER PRIMARY KEY) STRICT;
`;

export const articles: Migration = {
  number: 1,
  what: 'articles, sections, hashtags, revisions, assets, ad slots, settings, search',
  up: (db) => {
    db.exec(stories + tags + paper + search);
  },
};
