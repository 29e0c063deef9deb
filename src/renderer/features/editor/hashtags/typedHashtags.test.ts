import { describe, expect, it } from 'vitest';
import { HASHTAG_LIMIT } from '#shared/domain/hashtag';
import { addHashtags, endsHashtag, hashtagsIn, movedHashtag, withoutHashtag } from './typedHashtags';

describe('hashtags as they are typed', () => {
  it.each([
    ['#a, #b', ['a', 'b']],
    ['#a#b', ['a', 'b']],
    ['one two\nthree', ['one', 'two', 'three']],
    ['#संसद، #برلين', ['संसद', 'برلين']],
    ['Berlin #BERLIN', ['Berlin']],
    ['#, # ', []],
  ])('%j are %j', (typed, tags) => {
    expect(hashtagsIn(typed)).toEqual(tags);
  });

  it('is complete at a divider, not at its own #', () => {
    expect([endsHashtag('#ci'), endsHashtag('#city '), endsHashtag('city,'), endsHashtag('# ')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('adding', () => {
  it('keeps the order and the first spelling', () => {
    expect(addHashtags(['Berlin'], '#berlin #Rome').tags).toEqual(['Berlin', 'Rome']);
  });

  it('says what does not fit', () => {
    const full = Array.from({ length: HASHTAG_LIMIT }, (_, index) => `t${index}`);
    expect(addHashtags(full, 'extra t1')).toEqual({
      tags: full,
      refused: ['extra'],
      unusable: false,
    });
  });

  it('is undone by taking away, in whichever spelling', () => {
    expect(withoutHashtag(['Berlin', 'Rome'], 'BERLIN')).toEqual(['Rome']);
  });
});

it('moves a tag by one place, and no further than the ends', () => {
  const tags = ['a', 'b', 'c'];
  expect(movedHashtag(tags, 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedHashtag(tags, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedHashtag(tags, 'c', 1)).toBe(tags);
  expect(movedHashtag(tags, 'a', -1)).toBe(tags);
});
