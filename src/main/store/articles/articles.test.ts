import { describe, expect, test } from 'vitest';
import { type Article, type ArticleContent, articleField } from '#shared/domain/article';
import { articleFields, textFieldNames } from '#shared/domain/fields';
import type { NodeJson } from '#shared/domain/documentJson';
import {
  createArticle,
  getArticle,
  listArticles,
  restoreArticle,
  saveArticle,
  setSync,
  trashArticle,
} from './articles';
import { readRecord } from './articleRecord';
import type { Store } from '../store';
import { keepRevision, listRevisions, restoreRevision } from './revisions';
import { createSection } from './sections';
import { story, testClock, testStore } from '../testing/testStore';

const everything = {
  headline: 'Harbour votes: “No” to a €5 levy 🚢',
  standfirst: 'A standfirst',
  kicker: 'Kicker',
  byline: 'A. Writer',
  dateline: 'Port',
  slug: 'harbour-votes',
  hashtags: ['harbour', 'Vote', 'मौसम'],
  language: 'en',
  direction: 'ltr',
  status: 'ready',
} as const satisfies Partial<ArticleContent>;

const lines = ['First line of it.', 'नमस्ते दुनिया', '\u202bمرحبا\u202c', 'null \u0000 and \u{1f6a2}'];

const textOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(textOf).join('');
const linesOf = ({ body }: Article): readonly string[] => body.content.map(textOf);

const rowOf = (store: Store): unknown =>
  listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 1 }).rows[0];

describe('an article', () => {
  test('comes back as it was written, every field of it', () => {
    const store = testStore();
    const { id: sectionId } = createSection(store, { name: 'Harbour', colour: '#112233', parentId: null });
    const { id } = createArticle(store, { ...everything, sectionId, body: story(...lines) });
    const found = getArticle(store, id);
    expect(found).toMatchObject({ ...everything, sectionId, version: 1, trashedAt: null, wordCount: 9 });
    expect(linesOf(found)).toEqual(lines);
  });

  test('has a column, or the table of hashtags, for every field that an editor can change', () => {
    const columns = testStore().db.pragma('table_info(articles)') as readonly { readonly name: string }[];
    const known = articleField.options.flatMap((field) => articleFields[field].column ?? []);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(known));
    expect(known).toHaveLength(articleField.options.length - 1);
  });

  test('that is not there is named', () => {
    const store = testStore();
    expect(() => getArticle(store, store.newId())).toThrow(
      expect.objectContaining({ code: 'article_not_found' }),
    );
  });

  test.each([
    ['a headline that is too long', { headline: 'x'.repeat(1001) }, 'bad_value'],
    ['too many hashtags', { hashtags: Array.from({ length: 201 }, (_, n) => `tag${n}`) }, 'bad_value'],
    ['a body that is no story', { body: { type: 'doc', content: [{ type: 'script' }] } }, 'bad_document'],
    [
      'a section that is not there',
      { sectionId: '00000000-0000-7000-8000-000000000000' },
      'section_not_found',
    ],
  ] as const)('is refused with %s', (_what, content, code) => {
    const store = testStore();
    expect(() => createArticle(store, content)).toThrow(expect.objectContaining({ code }));
    expect(rowOf(store)).toBeUndefined();
  });

  test.each(textFieldNames)('keeps its %s one line, whoever sends it', (field) => {
    const store = testStore();
    const { id } = createArticle(store, { [field]: 'a\r\nb' });
    saveArticle(store, { id, baseVersion: 1, patch: { [field]: 'one\ntwo\u2028three\tfour ' } });
    expect(getArticle(store, id)[field]).toBe('one two three four ');
  });

  test('keeps a lone surrogate from breaking what stands around it', () => {
    const store = testStore();
    const { id } = createArticle(store, { headline: 'a\ud800b', body: story('c\udc00d') });
    expect(getArticle(store, id).headline).toBe('a\ufffdb');
    expect(linesOf(getArticle(store, id))[0]).toMatch(/^c.d$/u);
  });
});

describe('a save', () => {
  test('grows the version by one, changes only what it names and counts the words', () => {
    const clock = testClock();
    const store = testStore(clock);
    const { id } = createArticle(store, { ...everything, body: story('one') });
    clock.pass(5);
    const result = saveArticle(store, { id, baseVersion: 1, patch: { body: story('one two three') } });
    const hash = readRecord(store, id).contentHash;
    expect(result).toEqual({ kind: 'saved', version: 2, savedAt: clock.now(), wordCount: 3, hash });
    expect(getArticle(store, id)).toMatchObject({ ...everything, version: 2, updatedAt: clock.now() });
  });

  test('takes a body as the text of its JSON, and keeps it in the one form in which bodies are stored', () => {
    const store = testStore();
    const { id } = createArticle(store, { ...everything, body: story('one') });
    const { type, content } = story('one two');
    saveArticle(store, { id, baseVersion: 1, patch: { body: JSON.stringify({ content, type }, null, 2) } });
    const saved = getArticle(store, id);
    expect(linesOf(saved)).toEqual(['one two']);
    const again = saveArticle(store, { id, baseVersion: 2, patch: { body: JSON.stringify(saved.body) } });
    expect(again).toMatchObject({ kind: 'saved', version: 2 });
    expect(() => saveArticle(store, { id, baseVersion: 2, patch: { body: '{"type":"doc"' } })).toThrow(
      expect.objectContaining({ code: 'bad_document' }),
    );
  });

  test('that changes nothing leaves the article where it is', () => {
    const clock = testClock();
    const store = testStore(clock);
    const before = createArticle(store, everything);
    clock.pass(5);
    const result = saveArticle(store, {
      id: before.id,
      baseVersion: 1,
      patch: { headline: everything.headline },
    });
    expect(result).toMatchObject({ kind: 'saved', version: 1, savedAt: before.updatedAt });
    expect(getArticle(store, before.id)).toEqual(before);
  });

  test('on an old version changes nothing and tells what others changed since, exactly', () => {
    const store = testStore();
    const { id } = createArticle(store, everything);
    saveArticle(store, { id, baseVersion: 1, patch: { kicker: 'seen' } });
    saveArticle(store, { id, baseVersion: 2, patch: { headline: 'Theirs', hashtags: ['theirs'] } });
    const result = saveArticle(store, { id, baseVersion: 2, patch: { slug: 'ours' } });
    expect(result).toMatchObject({ kind: 'stale', version: 3, changed: ['headline', 'hashtags'] });
    expect(result).toHaveProperty('current', getArticle(store, id));
    expect(getArticle(store, id)).toMatchObject({ headline: 'Theirs', slug: everything.slug, version: 3 });
  });

  test('on a version that this store never reached is refused, with every field to look at', () => {
    const store = testStore();
    const { id } = createArticle(store, everything);
    const result = saveArticle(store, { id, baseVersion: 9, patch: { slug: 'ours' } });
    expect(result).toMatchObject({ kind: 'stale', version: 1, changed: articleField.options });
  });

  test('keeps one hashtag of two spellings, and the order', () => {
    const store = testStore();
    const { id } = createArticle(store, { hashtags: ['Berlin', 'port'] });
    saveArticle(store, { id, baseVersion: 1, patch: { hashtags: ['port', 'BERLIN', 'berlin'] } });
    expect(getArticle(store, id).hashtags).toEqual(['port', 'BERLIN']);
  });

  test('makes an article that its site has seen a changed one', () => {
    const store = testStore();
    const { id } = createArticle(store, everything);
    setSync(store, id, 'synced');
    expect(rowOf(store)).toMatchObject({ sync: 'synced' });
    saveArticle(store, { id, baseVersion: 1, patch: { slug: 'other' } });
    expect(rowOf(store)).toMatchObject({ sync: 'changed' });
  });
});

test('the trash keeps the text, and what is saved there, and gives it back', () => {
  const store = testStore();
  const { id } = createArticle(store, { ...everything, body: story('one') });
  expect(trashArticle(store, id).trashedAt).toBe(store.now());
  expect(saveArticle(store, { id, baseVersion: 1, patch: { body: story('last words') } })).toMatchObject({
    kind: 'saved',
  });
  const back = restoreArticle(store, id);
  expect(back).toMatchObject({ trashedAt: null, status: 'ready' });
  expect(linesOf(back)).toEqual(['last words']);
});

describe('an article whose text was damaged on disk', () => {
  const flip = (store: Store, id: string): void => {
    store.db.prepare(`UPDATE articles SET body = replace(body, 'harbour', 'harbeur') WHERE id = ?`).run(id);
  };

  test('is refused with the last good version, and is whole again once that is restored', () => {
    const clock = testClock();
    const store = testStore(clock);
    const { id } = createArticle(store, { ...everything, body: story('the harbour') });
    const { id: revisionId } = keepRevision(store, id, 'manual');
    clock.pass(1);
    flip(store, id);
    const damage = {
      code: 'article_damaged',
      detail: { id, version: 1, revisionId, keptAt: clock.now() - 1 },
    };
    expect(() => getArticle(store, id)).toThrow(expect.objectContaining(damage));
    expect(() => saveArticle(store, { id, baseVersion: 1, patch: { slug: 'x' } })).toThrow(
      expect.objectContaining({ code: 'article_damaged' }),
    );

    expect(restoreRevision(store, { id: revisionId, baseVersion: 1 })).toMatchObject({
      kind: 'saved',
      version: 2,
    });
    expect(linesOf(getArticle(store, id))).toEqual(['the harbour']);
    const aside = store.db.prepare('SELECT row FROM damaged_rows WHERE article_id = ?').pluck().get(id);
    expect(aside).toContain('the harbeur');
  });

  test('is found in one hashtag or one field as well', () => {
    const store = testStore();
    const { id } = createArticle(store, everything);
    store.db.prepare(`UPDATE article_hashtags SET tag = 'Note' WHERE tag = 'Vote'`).run();
    expect(() => getArticle(store, id)).toThrow(expect.objectContaining({ code: 'article_damaged' }));
    expect(listRevisions(store, id)).toEqual([]);
  });
});
