import { expect, it } from 'vitest';
import { markedWords } from './markRules';

it.each([
  ['*', '*word*', 'word'],
  ['_', 'A _few words_', 'few words'],
  ['**', 'See (**this**', 'this'],
  ['__', '“__this__', 'this'],
  ['~~', 'It was ~~five~~', 'five'],
  ['`', 'Run `npm start`', 'npm start'],
  ['*', '*“Quoted!”*', '“Quoted!”'],
  ['_', '_50 %_', '50 %'],
])('%s is closed around words in %s', (sign, line, words) => {
  const found = markedWords(line, '', sign);
  expect(found && line.slice(found.opening + sign.length, found.closing)).toBe(words);
});

it.each([
  ['*', '5 * 3 *'],
  ['*', '5*3*'],
  ['*', '2 *3 *'],
  ['*', '*'],
  ['*', '**'],
  ['*', '**bold*'],
  ['**', '****'],
  ['**', 'a ** b **'],
  ['_', 'snake_case_'],
  ['_', '_snake _'],
  ['__', '____'],
  ['*', '*.txt and *'],
  ['*', 'From *.txt,*'],
  ['*', '* see below *'],
  ['~~', 'a ~~ b ~~'],
  ['`', 'It’s 5` or 6`'],
  ['`', '``'],
  ['*', '*one\ntwo*'],
])('%s is a sign in %j', (sign, line) => {
  expect(markedWords(line, '', sign)).toBeNull();
});

it('is a sign where letters follow at once', () => {
  expect(markedWords('_word_', 's', '_')).toBeNull();
  expect(markedWords('_word_', ', and', '_')).not.toBeNull();
});
