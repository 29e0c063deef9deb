import type { Migration } from './migration';

/**
 * A save writes few pages: its time stands in one index, which holds all that a list is chosen by, and the text for
 * search in a table of its own, which is filled when the article is created and when the writer pauses.
 * `articles.plain_text` is empty from the next save of an article's body on; until then it has that text. The column
 * stays, since rows of a damaged store are read by their columns' places.
 */
export const leanSaves: Migration = {
  number: 19,
  what: 'texts for search beside the articles, and their time in one index',
  up: (db) => {
    db.exec(`
      CREATE TABLE article_texts (
        article INTEGER PRIMARY KEY REFERENCES articles (number),
        version INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT;

      DROP INDEX articles_by_status;
      DROP INDEX articles_by_section;
      DROP INDEX articles_by_time;
      CREATE INDEX articles_by_time ON articles (updated_at, id, status, section_id) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_status ON articles (status) WHERE trashed_at IS NULL;
      CREATE INDEX articles_by_section ON articles (section_id) WHERE trashed_at IS NULL;
    `);
  },
};
