import { Mark } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { marks } from '#shared/document/marks';
import { nodes } from '#shared/document/nodes';
import { documentKit } from '#shared/document/schema';
import { markedWords, markRules, typedAddress } from './markRules';

it.each([
  ['*', '*word*', 'word'],
  ['_', 'A _few words_', 'few words'],
  ['**', 'See (**this**', 'this'],
  ['__', '“__this__', 'this'],
  ['~~', 'It was ~~five~~', 'five'],
  ['`', 'Run `npm start`', 'npm start'],
  ['==', 'It ==rains==', 'rains'],
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
  ['==', 'a == b or b == c =='],
  ['==', 'a==b=='],
  ['==', '===a=='],
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

it('knows the signs of a mark that is added', () => {
  const small = {
    extension: Mark.create({ name: 'small', renderHTML: () => ['small', 0] }),
    toMarkdown: { kind: 'pair', open: '<small>', close: () => '</small>' },
    typedSigns: ['%%'],
  } as const;
  const { schema } = documentKit(nodes, { ...marks, small });
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('It %%rains%%')])]);
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
  const [words] = markRules(schema)['%']?.(state)?.doc.firstChild?.children.slice(-1) ?? [];
  expect(words?.text).toBe('rains');
  expect(words?.marks.map(({ type }) => type.name)).toEqual(['small']);
});

describe('a web address that was typed', () => {
  it.each([
    ['See https://site.example/a', 'https://site.example/a'],
    ['www.site.example', 'www.site.example'],
    ['(https://site.example/a_(b)).', 'https://site.example/a_(b)'],
    ['“http://site.example/?q=1&r=2#x”,', 'http://site.example/?q=1&r=2#x'],
    ['voir\u00a0: https://site.example…', 'https://site.example'],
    ['見るhttps://site.example/a', 'https://site.example/a'],
  ])('in %s it is %s', (line, address) => {
    expect(typedAddress(line)?.text).toBe(address);
  });

  it.each([
    'Booking.com',
    'readme.md',
    'https://',
    'https://x',
    'www.',
    'desk@www.site.example',
    'https://a b',
    'page.html',
  ])('there is none in %s', (line) => {
    expect(typedAddress(line)).toBeNull();
  });
});
