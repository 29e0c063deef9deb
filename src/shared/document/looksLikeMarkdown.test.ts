import { expect, test } from 'vitest';
import { looksLikeMarkdown } from './looksLikeMarkdown';

test.each([
  '# Title\n\nA text with **bold words** and a [link](https://example.org/).',
  '## What was agreed\n\n- one\n- two',
  'A *slanted* word and a **bold** one.\n\n1. first\n2. second',
  '[One](https://example.org/1)\n\n> quoted',
  '```js\nlet a\n```\n\nand `code`',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\nA **bold** word, a `sign`.',
])('%j is Markdown', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

test.each([
  'A line.\nAnother line.',
  '- one\n- two\n- three',
  '> On Monday somebody wrote:\n> it is late\n\nYes.',
  '5 * 3 * 2 is thirty,\nand 2 * 3 is six.',
  'snake_case_words and __init__ files\n1. first\n2. second',
  '#harbour #quay\nThe tide turned.',
  '# 1 in the list\nof the week',
  '**one bold line**',
  'See https://example.org/a_b_c and\nhttps://example.org/d*e*f.',
])('%j is not', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});
