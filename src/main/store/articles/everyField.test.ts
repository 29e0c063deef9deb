import { describe, expect, test } from 'vitest';
import { type ArticleContent, blankContent } from '#shared/domain/article';
import { type FieldName, type Fields, articleFields, fieldNames } from '#shared/domain/fields';
import { frontMatter } from '../../exports/frontMatter';
import { readFrontMatter, splitFrontMatter } from '../../imports/markdown/frontMatter';
import type { Store } from '../store';
import { story, testStore } from '../testing/testStore';
import { createArticle, getArticle, saveArticle } from './articles';
import { getRevision, keepRevision, restoreRevision } from './revisions';
import { createSection } from './sections';

/** A value of each kind, different from every blank. */
const samples: Readonly<Record<Fields[FieldName]['kind'], (store: Store, field: FieldName) => unknown>> = {
  line: () => 'One line: 2026',
  text: () => 'Call the harbour office.\n\nThen ring back.',
  hold: () => ({ reason: 'The court sits on Monday' }),
  time: () => Date.UTC(2026, 10, 30, 6),
  language: () => 'pt-BR',
  choice: (_, field) => {
    const row: Fields[FieldName] = articleFields[field];
    return 'choices' in row ? Object.keys(row.choices)[1] : undefined;
  },
  hashtags: () => ['harbour', 'मौसम'],
  section: (store) => createSection(store, { name: 'Harbour', colour: '#112233', parentId: null }).id,
  body: () => ({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'A story.' }] }],
  }),
};

const sample = (store: Store, field: FieldName): Partial<ArticleContent> => ({
  [field]: samples[articleFields[field].kind](store, field),
});

describe.each(fieldNames)('the field %s', (field) => {
  test('is saved, read and kept in a revision', () => {
    const store = testStore();
    const value = sample(store, field);
    const { id } = createArticle(store, { body: story('Before.') });
    expect(saveArticle(store, { id, baseVersion: 1, patch: value })).toMatchObject({ version: 2 });
    expect(getArticle(store, id)[field]).toEqual(value[field]);
    expect(getRevision(store, keepRevision(store, id, 'manual').id).content[field]).toEqual(value[field]);
    expect(saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Late' } })).toMatchObject({
      kind: 'stale',
      changed: [field],
    });
  });

  test('comes back with an earlier version when it is of the text, and stays else', () => {
    const store = testStore();
    const value = sample(store, field);
    const { id } = createArticle(store, value);
    const kept = keepRevision(store, id, 'manual');
    const later = { [field]: blankContent[field] };
    saveArticle(store, { id, baseVersion: 1, patch: later });
    restoreRevision(store, { id: kept.id, baseVersion: 2 });
    const expected = articleFields[field].isOfText ? value : later;
    expect(getArticle(store, id)[field]).toEqual(expected[field]);
  });

  test('fits its schema when it is blank', () => {
    expect(articleFields[field].schema.parse(blankContent[field])).toEqual(blankContent[field]);
  });
});

test('front matter keeps a hold for which no reason was written', () => {
  const store = testStore();
  const article = createArticle(store, { legalHold: { reason: '' } });
  const written = frontMatter('nutgraf', { article, section: null, figures: [] });
  const front = splitFrontMatter(written).front?.text ?? '';
  expect(front).toContain('legal_hold: true');
  expect(readFrontMatter(front)).toMatchObject({ told: { legalHold: { reason: '' } }, others: '' });
});

test('front matter takes every field there and back, but for the status, which a draft starts with', () => {
  const store = testStore();
  const content = Object.assign({}, ...fieldNames.map((field) => sample(store, field))) as ArticleContent;
  const article = getArticle(store, createArticle(store, content).id);
  const written = frontMatter('nutgraf', { article, section: 'Harbour', figures: [] });
  const read = readFrontMatter(splitFrontMatter(written).front?.text ?? '');
  expect(read?.others).toBe('');
  const { body: _body, sectionId: _section, status: _status, hashtags, ...fields } = content;
  expect({ ...read?.fields, ...read?.told }).toEqual(fields);
  expect(read).toMatchObject({ section: 'Harbour', hashtags });
});
