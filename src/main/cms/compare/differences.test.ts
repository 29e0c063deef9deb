import { expect, test } from 'vitest';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { changedFields } from './comparison';
import { blockDifferences, differencesOf, type ReadablePost } from './differences';

const blocks = (base: string, ours: string, theirs: string) =>
  blockDifferences(fromMarkdown(base), fromMarkdown(ours), fromMarkdown(theirs)).map(
    ({ where, base: before, ours: own, theirs: after }) => [where, before, own, after],
  );

test('a changed, a new and a missing block are named by their kind and number', () => {
  expect(
    blocks('One.\n\n## Head\n\nTwo.', 'One.\n\n## Head\n\nTwo, ours.', 'One.\n\n## Head\n\nTwo, theirs.'),
  ).toEqual([['Paragraph 2', 'Two.', 'Two, ours.', 'Two, theirs.']]);
  expect(blocks('One.', 'One.', 'One.\n\n## New')).toEqual([['Crosshead 1', null, null, 'New']]);
  expect(blocks('One.\n\n> Gone.', 'One.\n\n> Gone.', 'One.')).toEqual([['Quote 1', 'Gone.', 'Gone.', null]]);
});

test('a mark, a link and an ad slot that changed are differences too', () => {
  expect(blocks('One.', 'One.', '**One.**')).toHaveLength(1);
  expect(blocks('[a](https://example.org/1)', 'x', '[a](https://example.org/2)')).toHaveLength(1);
  expect(blocks('A.\n\n<!-- ad:one s -->', 'A.', 'A.\n\n<!-- ad:two s -->')).toEqual([
    ['Ad slot 1', 'one', null, 'two'],
  ]);
});

const post = (change: Partial<ReadablePost> = {}): ReadablePost => ({
  headline: 'H',
  standfirst: '',
  slug: '',
  sections: [],
  hashtags: [],
  body: fromMarkdown('One.'),
  ...change,
});
const snapshot = {
  headline: 'H',
  standfirst: '',
  slug: 'h',
  content: 'x',
  sections: ['1'],
  hashtags: ['2', '3'],
};

test('terms are compared as sets, and a slug only when ours is to be sent', () => {
  expect(changedFields(snapshot, { ...snapshot, hashtags: ['3', '2'] })).toEqual(new Set());
  expect(changedFields(snapshot, { ...snapshot, hashtags: ['2', '4'] })).toEqual(new Set(['hashtags']));
  expect(changedFields(snapshot, { ...snapshot, slug: 'h-2' })).toEqual(new Set());
  expect(changedFields(snapshot, { ...snapshot, slug: 'h-2' }, true)).toEqual(new Set(['slug']));
  expect(changedFields({ ...snapshot, sections: null }, snapshot)).toEqual(new Set());
});

test('fields are named as the editor knows them', () => {
  const theirs = post({ sections: ['City'], hashtags: ['A', 'B'] });
  expect(
    differencesOf(new Set(['sections', 'hashtags']), post(), post({ sections: ['Sport'] }), theirs),
  ).toEqual([
    { where: 'section', kind: 'field', base: '', ours: 'Sport', theirs: 'City' },
    { where: 'hashtags', kind: 'field', base: '', ours: '', theirs: '#A #B' },
  ]);
});

test('markup that reads the same is still reported, since a send would change it', () => {
  const [difference, ...more] = differencesOf(new Set(['content']), post(), post(), post());
  expect(more).toEqual([]);
  expect(difference?.where).toBe('content');
});
