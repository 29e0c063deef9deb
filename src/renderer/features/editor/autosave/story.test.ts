import { Fragment, Node, Slice } from '@tiptap/pm/model';
import { describe, expect, it, vi } from 'vitest';
import { schema } from '#shared/document/schema';
import type { NodeJson } from '#shared/domain/documentJson';
import { article, bodyJson, paragraphs } from './fixtures';
import { bodyOf, differingFields, mergeStories, patchOf, storedBody, storyOf } from './story';

const base = storyOf(article());

describe('what a save carries', () => {
  it('is nothing when the words are the same, whoever wrote them', () => {
    expect(
      differingFields(base, { ...base, hashtags: [], body: storedBody(bodyJson('First words')) }),
    ).toEqual([]);
  });

  it('is only the fields that changed', () => {
    const body = storedBody(bodyJson('Other words'));
    expect(patchOf(base, { ...base, headline: 'Two', body })).toEqual({
      headline: 'Two',
      body: JSON.stringify(bodyJson('Other words')),
    });
  });

  it('is of a body that the store knows only the blocks that changed', () => {
    const doc = Node.fromJSON(schema, paragraphs('One', 'Two', 'Three'));
    const typed = doc.replace(6, 6, new Slice(Fragment.from(schema.text('!')), 0, 0));
    const [from, to] = [doc, typed].map((body) => ({ ...base, body: bodyOf(body) }));
    if (!from || !to) throw new Error('There are two.');
    const put = [JSON.stringify(typed.child(1).toJSON())];
    expect(patchOf(from, to, 'hash')).toEqual({ body: { of: 'hash', at: 1, cut: 1, put } });
    expect(patchOf(from, to)).toEqual({ body: to.body.text() });
    expect(patchOf({ ...base, body: storedBody(doc.toJSON()) }, to, 'hash')).toEqual({
      body: to.body.text(),
    });
    expect(patchOf(from, { ...base, body: bodyOf(Node.fromJSON(schema, doc.toJSON())) }, 'hash')).toEqual({});
  });

  it('writes out only the block that a key press changed', () => {
    const doc = Node.fromJSON(schema, paragraphs('One', 'Two'));
    bodyOf(doc).text();
    const write = vi.spyOn(JSON, 'stringify');
    const typed = bodyOf(doc.replace(1, 1, new Slice(Fragment.from(schema.text('!')), 0, 0)));
    typed.text();
    typed.text();
    expect(write.mock.calls.map(([node]) => (node as NodeJson).type)).toEqual(['paragraph']);
    write.mockRestore();
    expect(JSON.parse(typed.text())).toEqual(typed.json());
  });
});

describe('merging', () => {
  it('takes each side’s own fields', () => {
    const ours = { ...base, headline: 'Ours' };
    const theirs = { ...base, hashtags: ['theirs'] };
    expect(mergeStories(base, ours, theirs)).toEqual({
      story: { ...base, headline: 'Ours', hashtags: ['theirs'] },
      choices: [],
    });
  });

  it('names a field that both changed, and shows ours', () => {
    const ours = { ...base, headline: 'Ours', slug: 'ours' };
    const theirs = { ...base, headline: 'Theirs', byline: 'Theirs' };
    const { story, choices } = mergeStories(base, ours, theirs);
    expect(choices).toEqual([{ kind: 'field', key: 'headline', field: 'headline' }]);
    expect(story).toMatchObject({ headline: 'Ours', slug: 'ours', byline: 'Theirs' });
  });

  it('is not a conflict when both wrote the same', () => {
    const same = { ...base, headline: 'Same' };
    expect(mergeStories(base, same, { ...same }).choices).toEqual([]);
  });

  const story = (...texts: readonly string[]) => ({ ...base, body: storedBody(paragraphs(...texts)) });
  const textsIn = ({ body }: typeof base) => body.json().content.map((block) => block.content?.[0]?.text);

  it('joins what was written in different blocks', () => {
    const merge = mergeStories(story('One', 'Two'), story('One, ours', 'Two'), story('One', 'Two, theirs'));
    expect(merge.choices).toEqual([]);
    expect(textsIn(merge.story)).toEqual(['One, ours', 'Two, theirs']);
  });

  it('asks of a block that both changed, and does with it and with a field as is decided', () => {
    const ours = { ...story('One, ours', 'Two', 'Three'), headline: 'Ours' };
    const theirs = { ...story('One, theirs', 'Two', 'Three, theirs'), headline: 'Theirs' };
    const merge = mergeStories(story('One', 'Two', 'Three'), ours, theirs, (key) =>
      key === 'headline' ? 'ours' : 'theirs',
    );
    expect(merge.choices.map(({ key }) => key)).toEqual(['headline', 'block p0']);
    expect(textsIn(merge.story)).toEqual(['One, theirs', 'Two', 'Three, theirs']);
    expect(merge.story.headline).toBe('Ours');
  });
});
