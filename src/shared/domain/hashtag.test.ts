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
    ['#❤️', '❤️'],
    ['#👩🏽‍🚀', '👩🏽‍🚀'],
    ['#🏳️‍🌈pride', '🏳️‍🌈pride'],
    ['#🇮🇳', '🇮🇳'],
    [
      '#🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['#1️⃣st', '1️⃣st'],
    ['\ufe0f', null],
    ['#\u200d', null],
    ['#\u3164', null],
    ['#\u0301', null],
    ['#\u200bharbour\u2060', 'harbour'],
    ['#می‌روم', 'می‌روم'],
    ['#joined\u200d', 'joined'],
  ])('%j gives %j', (typed, tag) => {
    expect(toHashtag(typed)).toBe(tag);
  });

  test('gives a valid hashtag or none, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const tag = toHashtag(typed);
        if (tag === null) return;
        expect(hashtag.safeParse(tag).success).toBe(true);
        expect(toHashtag(tag)).toBe(tag);
        expect(tag).toMatch(/^(?!\p{M}|\p{Default_Ignorable_Code_Point})/u);
      }),
    );
  });
});

test('spellings that differ only in case or width are one hashtag, kept in its first spelling and place', () => {
  expect(uniqueHashtags(['Berlin', 'port', 'BERLIN', 'Ｐort'])).toEqual(['Berlin', 'port']);
  expect(hashtagKey('BERLIN')).toBe(hashtagKey('berlin'));
  expect(uniqueHashtags(['❤️', '❤'])).toEqual(['❤️']);
});
