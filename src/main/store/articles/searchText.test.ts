import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../store';
import { closeStore, openStore } from '../opening/database';
import { migrate } from '../opening/migrate';
import { story, testFolder, testStore } from '../testing/testStore';
import { createArticle, getArticle, listArticles, saveArticle } from './articles';
import { indexAll } from './indexing';
import { keepRevision, restoreRevision } from './revisions';
import { rebuildSearch } from './search';
import { write } from '../sql/write';

/** The rows that a query finds, with the passages that are shown of them. */
const found = (store: Store, query: string) =>
  listArticles(store, { view: 'all', sectionId: null, query, after: null, limit: 50 }).rows.map(
    ({ id, summary }) => ({ id, summary }),
  );

/** Does and indexes what is then undone, as when the disk is full. */
function undone(store: Store, action: () => void): void {
  const attempt = () =>
    write(store, () => {
      action();
      indexAll(store);
      throw new Error('The disk is full.');
    });
  expect(attempt).toThrow('The disk is full.');
}

const opening = 'Nothing to be found here. '.repeat(20);

const act = fc.record({
  article: fc.nat({ max: 2 }),
  what: fc.constantFrom(
    'body',
    'body',
    'headline',
    'standfirst',
    'index',
    'elsewhere',
    'rebuild',
    'undone',
    'restored',
  ),
});

test('whatever was saved in which order, and by whom, a passage is of the text as it is', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const folder = testFolder();
      const store = testStore({ folder });
      const other = openStore(folder);
      const words = ['quay0', 'quay1', 'quay2'];
      const ids = words.map(
        (word) => createArticle(store, { body: story(opening, `The ${word} flooded.`) }).id,
      );
      const first = ids.map((id) => keepRevision(store, id, 'manual').id);
      acts.forEach(({ article, what }, turn) => {
        const id = ids[article] ?? '';
        const save = (by: Store, patch: Parameters<typeof saveArticle>[1]['patch']) =>
          saveArticle(by, { id, baseVersion: getArticle(by, id).version, patch });
        const rewrite = (by: Store): void => {
          words[article] = `pier${turn}`;
          save(by, { body: story(opening, `The pier${turn} flooded.`) });
        };
        if (what === 'index') indexAll(store);
        else if (what === 'rebuild') rebuildSearch(store);
        else if (what === 'body') rewrite(store);
        else if (what === 'elsewhere') rewrite(other);
        else if (what === 'undone') undone(store, () => save(store, { body: story(opening, 'Never.') }));
        else if (what === 'restored') {
          restoreRevision(store, { id: first[article] ?? '', baseVersion: getArticle(store, id).version });
          words[article] = `quay${article}`;
        } else save(store, { [what]: `Turn ${turn}` });
      });
      words.forEach((word, article) => {
        const summary = expect.stringContaining(`The ${word} flooded.`) as string;
        expect(found(store, word)).toEqual([{ id: ids[article], summary }]);
      });
      closeStore(other);
      closeStore(store);
    }),
    { numRuns: 30 },
  );
});

test('an article that was not saved since its text stood in its own row is found by it, and so is its next text', () => {
  const store = testStore();
  const { id } = createArticle(store, { body: story(opening, 'The quay flooded.') });
  store.db.exec(`UPDATE articles SET plain_text = (SELECT text FROM article_texts);
    DELETE FROM article_texts; DROP TABLE article_texts; PRAGMA user_version = 18;
    DROP INDEX articles_by_time; DROP INDEX articles_by_status; DROP INDEX articles_by_section;
    CREATE INDEX articles_by_status ON articles (status, updated_at, id) WHERE trashed_at IS NULL;
    CREATE INDEX articles_by_section ON articles (section_id, updated_at, id) WHERE trashed_at IS NULL;
    CREATE INDEX articles_by_time ON articles (updated_at, id) WHERE trashed_at IS NULL;`);
  migrate(store);
  expect(found(store, 'quay')).toEqual([
    { id, summary: expect.stringContaining('The quay flooded.') as string },
  ]);
  rebuildSearch(store);
  expect(found(store, 'quay')).toHaveLength(1);
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Harbour' } });
  expect(found(store, 'quay')).toHaveLength(1);
  saveArticle(store, { id, baseVersion: 2, patch: { body: story(opening, 'The pier flooded.') } });
  expect(found(store, 'quay')).toEqual([]);
  expect(found(store, 'pier')).toEqual([
    { id, summary: expect.stringContaining('The pier flooded.') as string },
  ]);
});

test('a save of the standfirst alone, or of none any more, leaves the right summary', () => {
  const store = testStore();
  const { id } = createArticle(store, { body: story('The quay flooded.'), standfirst: 'First' });
  const summary = () =>
    listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 1 });
  saveArticle(store, { id, baseVersion: 1, patch: { standfirst: 'Second' } });
  expect(summary().rows[0]?.summary).toBe('Second');
  saveArticle(store, { id, baseVersion: 2, patch: { standfirst: '' } });
  expect(summary().rows[0]?.summary).toBe('The quay flooded.');
});
