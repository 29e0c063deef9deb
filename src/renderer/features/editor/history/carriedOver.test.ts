import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver } from './carriedOver';

describe('a change that is taken back', () => {
  it('gives the value that was, when nobody else changed it', () => {
    expect(carriedOver('Second', 'First', 'Second')).toEqual({ value: 'First' });
    expect(carriedOver<string | null>('a section', null, 'a section')).toEqual({ value: null });
  });

  it('leaves alone the words that another writer put beside it', () => {
    expect(carriedOver('The old pier burns', 'The pier burns', 'Tonight the old pier burns')).toEqual({
      value: 'Tonight the pier burns',
    });
    expect(carriedOver('Pier burns down', 'Pier burns', 'The Pier burns down')).toEqual({
      value: 'The Pier burns',
    });
    expect(carriedOver('Old pier burns', 'pier burns', 'Old pier burns again')).toEqual({
      value: 'pier burns again',
    });
  });

  it('does nothing where another writer rewrote the same words', () => {
    expect(carriedOver('Pier burns', 'Pier smokes', 'Pier saved')).toBeNull();
    expect(carriedOver('ready', 'draft', 'published')).toBeNull();
  });

  it('puts a hashtag back beside those that came since, and takes away only its own', () => {
    expect(carriedOver(['a', 'c'], ['a', 'b', 'c'], ['a', 'c', 'theirs'])).toEqual({
      value: ['a', 'b', 'c', 'theirs'],
    });
    expect(carriedOver(['a', 'mine'], ['a'], ['theirs', 'a', 'mine'])).toEqual({ value: ['theirs', 'a'] });
    expect(carriedOver(['a', 'mine'], ['a'], ['a'])).toBeNull();
  });

  it('is the whole of it where nobody else wrote, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 8 });
    fc.assert(
      fc.property(text, text, (was, becomes) => {
        expect(carriedOver(was, becomes, was)?.value ?? was).toBe(becomes);
      }),
    );
  });
});

it('a hold comes and goes whole, and of its reason only what was written moves', () => {
  const hold = (reason: string) => ({ reason });
  expect(carriedOver(hold('Court'), null, hold('Court'))).toEqual({ value: null });
  expect(carriedOver(null, hold(''), null)).toEqual({ value: hold('') });
  expect(carriedOver(hold('Court order'), hold('Court'), hold('By Court order'))).toEqual({
    value: hold('By Court'),
  });
  expect(carriedOver(hold('Court'), null, hold('Another'))).toBeNull();
});
