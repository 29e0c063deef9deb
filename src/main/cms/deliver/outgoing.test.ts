import { expect, test } from 'vitest';
import { documentJsonOf } from '#shared/document/document';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { toMarkdown } from '#shared/document/toMarkdown';
import { createArticle, getArticle, saveArticle } from '../../store/articles/articles';
import { keepRevision } from '../../store/articles/revisions';
import { testStore } from '../../store/testing/testStore';
import { outgoing } from './outgoing';

const story =
  'See [the plan](/plan), [**the** market](market), [the map](https://example.org) and [below](#part).';
const body = (markdown: string) => documentJsonOf(fromMarkdown(markdown));

test('incomplete links from an import are sent as text, and that is reported', () => {
  const store = testStore();
  const { id } = createArticle(store, { body: body(story) });
  keepRevision(store, id, 'import');
  const sent = outgoing(store, getArticle(store, id));
  expect(toMarkdown(sent.post.body).trim()).toBe(
    'See the plan, **the** market, [the map](https://example.org) and [below](#part).',
  );
  expect(sent.notes).toEqual([
    '2 incomplete links went out as text (“/plan”, “market”), because Nutgraf cannot tell where they lead. Complete them in the article.',
  ]);

  // One that was completed, and one that was typed afterwards, go unchanged.
  const completed = story.replace('(/plan)', '(https://example.org/plan)').replace('(market)', '(/about)');
  saveArticle(store, { id, baseVersion: 1, patch: { body: body(completed) } });
  const whole = outgoing(store, getArticle(store, id));
  expect(toMarkdown(whole.post.body).trim()).toBe(completed);
  expect(whole.notes).toEqual([]);
});

test('links of one’s own site that were typed, or came from it, are sent as they are', () => {
  const store = testStore();
  const { id } = createArticle(store, { body: body(story) });
  keepRevision(store, id, 'pull');
  const { post, notes } = outgoing(store, getArticle(store, id));
  expect(toMarkdown(post.body).trim()).toBe(story);
  expect(notes).toEqual([]);
});
