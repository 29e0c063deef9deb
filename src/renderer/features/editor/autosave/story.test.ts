import { describe, expect, it } from 'vitest';
import { article, bodyJson } from './fixtures';
import { bodyOf, changedFields, mergeStories, patchOf, storyOf } from './story';

const base = storyOf(article());

describe('what a save carries', () => {
  it('is nothing when the words are the same, whoever wrote them', () => {
    expect(
      changedFields(base, { ...base, hashtags: [], body: bodyOf(() => bodyJson('First words')) }),
    ).toEqual([]);
  });

  it('is only the fields that changed', () => {
    const body = bodyOf(() => bodyJson('Other words'));
    expect(patchOf(base, { ...base, headline: 'Two', body })).toEqual({
      headline: 'Two',
      body: bodyJson('Other words'),
    });
  });

  it('writes the body out once', () => {
    let writes = 0;
    const body = bodyOf(() => {
      writes += 1;
      return bodyJson('New');
    });
    patchOf(base, { ...base, body });
    patchOf(base, { ...base, body });
    expect(writes).toBe(1);
  });
});

describe('merging', () => {
  it('takes each side’s own fields', () => {
    const ours = { ...base, headline: 'Ours' };
    const theirs = { ...base, hashtags: ['theirs'] };
    expect(mergeStories(base, ours, theirs)).toEqual({
      story: { ...base, headline: 'Ours', hashtags: ['theirs'] },
      conflicts: [],
    });
  });

  it('names a field that both changed, and shows ours', () => {
    const ours = { ...base, headline: 'Ours', slug: 'ours' };
    const theirs = { ...base, headline: 'Theirs', byline: 'Theirs' };
    const { story, conflicts } = mergeStories(base, ours, theirs);
    expect(conflicts).toEqual(['headline']);
    expect(story).toMatchObject({ headline: 'Ours', slug: 'ours', byline: 'Theirs' });
  });

  it('is no conflict when both wrote the same', () => {
    const same = { ...base, headline: 'Same' };
    expect(mergeStories(base, same, { ...same }).conflicts).toEqual([]);
  });
});
