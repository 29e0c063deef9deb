import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { hashtag, hashtagKey, toHashtag, uniqueHashtags } from './hashtag';

describe('toHashtag', () => {
  test.each([
    ['#harbour', 'harbour'],
    ['  # City Council ', 'CityCouncil'],
    ['＃速報', '速報'],
    ['#मौसम', 'मौसम'],
    ['snake_case!', 'snake_case'],
    ['#', null],
    ['…', null],
  ])('%s gives %s', (typed, tag) => {
    expect(toHashtag(typed)).toBe(tag);
  });

  test('gives a valid hashtag or none, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const tag = toHashtag(typed);
        if (tag === null) return;
        expect(hashtag.safeParse(tag).success).toBe(true);
        expect(toHashtag(tag)).toBe(tag);
      }),
    );
  });
});

test('spellings that differ only in case or width are one hashtag, kept in its first spelling and place', () => {
  expect(uniqueHashtags(['Berlin', 'port', 'BERLIN', 'Ｐort'])).toEqual(['Berlin', 'port']);
  expect(hashtagKey('BERLIN')).toBe(hashtagKey('berlin'));
});
