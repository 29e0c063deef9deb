import { expect, test } from 'vitest';
import { createArticle, getArticle, saveArticle } from './articles';
import { articleContent, articleField } from '#shared/domain/article';
import { getRevision, keepRevision, keepUnsaved, listRevisions, restoreRevision } from './revisions';
import { createSection, removeSection } from './sections';
import { write } from '../sql/write';
import { story, testClock, testStore } from '../testing/testStore';

const MINUTE = 60_000;

test('a save keeps the state before it once the last revision is ten minutes old, and not sooner', () => {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { body: story('start') });
  let version = 1;
  for (let minute = 1; minute <= 35; minute += 1) {
    clock.pass(MINUTE);
    saveArticle(store, { id, baseVersion: version, patch: { headline: `minute ${minute}` } });
    version += 1;
  }
  expect(listRevisions(store, id).map(({ reason, headline }) => [reason, headline])).toEqual([
    ['schedule', 'minute 29'],
    ['schedule', 'minute 19'],
    ['schedule', 'minute 9'],
  ]);
});

test('a write that was undone leaves the next save to keep what it would have kept', () => {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { headline: 'First' });
  clock.pass(11 * MINUTE);
  const undone = () =>
    write(store, () => {
      keepRevision(store, id, 'restore');
      saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Undone' } });
      throw new Error('The disk is full.');
    });
  expect(undone).toThrow('The disk is full.');
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Second' } });
  expect(listRevisions(store, id).map(({ reason, headline }) => [reason, headline])).toEqual([
    ['schedule', 'First'],
  ]);
});

test('the same text is not kept twice in a row, and a reason outlives the schedule’s', () => {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { headline: 'One' });
  clock.pass(11 * MINUTE);
  saveArticle(store, { id, baseVersion: 1, patch: { headline: 'Two' } });
  saveArticle(store, { id, baseVersion: 2, patch: { headline: 'One' } });
  const kept = keepRevision(store, id, 'send');
  expect(keepRevision(store, id, 'manual')).toEqual(kept);
  expect(listRevisions(store, id)).toEqual([kept]);
  expect(kept).toMatchObject({ reason: 'send', headline: 'One' });
});

test('restoring brings the text back, keeps the present one first and leaves the status', () => {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { headline: 'Old', hashtags: ['old'], body: story('old text') });
  const { id: revisionId } = keepRevision(store, id, 'manual');
  clock.pass(1);
  saveArticle(store, {
    id,
    baseVersion: 1,
    patch: { headline: 'New', hashtags: ['new'], body: story('new text'), status: 'published' },
  });
  expect(restoreRevision(store, { id: revisionId, baseVersion: 1 })).toMatchObject({
    kind: 'stale',
    version: 2,
  });
  clock.pass(1);
  expect(restoreRevision(store, { id: revisionId, baseVersion: 2 })).toMatchObject({
    kind: 'saved',
    version: 3,
  });
  expect(getArticle(store, id)).toMatchObject({ headline: 'Old', hashtags: ['old'], status: 'published' });
  const [newest] = listRevisions(store, id);
  expect(newest).toMatchObject({ headline: 'New', reason: 'restore' });
  expect(getRevision(store, newest?.id ?? '').content).toMatchObject({
    hashtags: ['new'],
    status: 'published',
  });
});

test('restoring a text whose section is gone leaves it without one', () => {
  const store = testStore();
  const { id: sectionId } = createSection(store, { name: 'Harbour', colour: '#112233', parentId: null });
  const { id } = createArticle(store, { headline: 'Old', sectionId });
  const { id: revisionId } = keepRevision(store, id, 'manual');
  removeSection(store, sectionId);
  saveArticle(store, { id, baseVersion: 2, patch: { headline: 'New' } });
  restoreRevision(store, { id: revisionId, baseVersion: 3 });
  expect(getArticle(store, id)).toMatchObject({ headline: 'Old', sectionId: null });
});

test('a text that lost against another writer’s is kept, and the article stays as it is', () => {
  const store = testStore();
  const article = createArticle(store, { headline: 'Theirs' });
  const {
    id: _id,
    wordCount: _words,
    createdAt: _c,
    updatedAt: _u,
    trashedAt: _t,
    version: _v,
    ...content
  } = article;
  const row = keepUnsaved(store, {
    articleId: article.id,
    content: { ...content, headline: 'Ours' },
    reason: 'stale',
  });
  expect(getRevision(store, row.id)).toMatchObject({ reason: 'stale', content: { headline: 'Ours' } });
  expect(getArticle(store, article.id)).toEqual(article);
});

test('a text that was typed on takes the place of the one that was kept of it, and of no other', () => {
  const store = testStore();
  const article = createArticle(store, { headline: 'Theirs' });
  const scheduled = keepRevision(store, article.id, 'schedule');
  const content = articleContent.parse(
    Object.fromEntries(articleField.options.map((field) => [field, article[field]])),
  );
  const keep = (headline: string, replaces: string | null) =>
    keepUnsaved(store, {
      articleId: article.id,
      content: { ...content, headline },
      reason: 'stale',
      replaces,
    }).id;
  const first = keep('Our', null);
  keep('Ours', first);
  keep('Other', scheduled.id);
  const kept = listRevisions(store, article.id).map(({ headline }) => headline);
  expect(new Set(kept)).toEqual(new Set(['Other', 'Ours', 'Theirs']));
  expect(kept).toHaveLength(3);
});

test('what was kept on leaving gives way to a reason that somebody gave, and keeps its own over the schedule', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'Harbour' });
  keepRevision(store, id, 'left');
  keepRevision(store, id, 'schedule');
  expect(listRevisions(store, id).map(({ reason }) => reason)).toEqual(['left']);
  keepRevision(store, id, 'manual');
  keepRevision(store, id, 'left');
  expect(listRevisions(store, id).map(({ reason }) => reason)).toEqual(['manual']);
});

test('a revision from before a field came is whole, with the field blank', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'Harbour', body: story('Words.') });
  const { id: revisionId } = keepRevision(store, id, 'manual');
  store.db.prepare(`UPDATE revisions SET content = json_remove(content, '$.dateline')`).run();
  expect(getRevision(store, revisionId).content).toMatchObject({ headline: 'Harbour', dateline: '' });
});

test('a revision damaged on disk is refused', () => {
  const store = testStore();
  const { id } = createArticle(store, { headline: 'Harbour' });
  const { id: revisionId } = keepRevision(store, id, 'manual');
  store.db.prepare(`UPDATE revisions SET content = replace(content, 'Harbour', 'Harbeur')`).run();
  expect(() => getRevision(store, revisionId)).toThrow(expect.objectContaining({ code: 'revision_damaged' }));
  expect(() => getRevision(store, id)).toThrow(expect.objectContaining({ code: 'revision_not_found' }));
});
