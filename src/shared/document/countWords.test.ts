import { expect, test } from 'vitest';
import { countWords, countWordsOfText, readingMinutes } from './countWords';
import { ad, bold, br, bullets, doc, figure, item, p } from './testing/builders';

test.each([
  ['', 0],
  ['One two  three.', 3],
  ['A well-known U.S. judge’s “no” — 3,000 words…', 7],
  ['one—two', 2],
  ['… – & !', 0],
  ['हिन्दी में लिखा', 3],
  ['كلمتان هنا', 2],
  ['한국어 두 단어', 3],
])('%j has %i words', (text, words) => {
  expect(countWordsOfText(text)).toBe(words);
});

test('scripts without spaces are counted by Unicode’s word borders', () => {
  expect(countWordsOfText('東京で会議が開かれた。')).toBeGreaterThan(3);
  expect(countWordsOfText('สวัสดีชาวโลก')).toBeGreaterThan(1);
});

test('the running text counts; captions and ad slots do not', () => {
  const picture = figure({ src: 'https://example.org/a.jpg', caption: 'not counted' });
  const story = doc(p('un', bold('believ'), 'able', br, 'two'), ad({}), picture, bullets(item(p('three'))));
  expect(countWords(story)).toBe(3);
});

test('a long run of signs is counted at once', () => {
  expect(countWordsOfText('!'.repeat(1_000_000))).toBe(0);
});

test('reading takes whole minutes', () => {
  expect([0, 1, 238, 239].map(readingMinutes)).toEqual([0, 1, 1, 2]);
});
