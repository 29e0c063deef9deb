import { expect, test } from 'vitest';
import { fromMarkdown } from './fromMarkdown';
import { fromPlainText } from './fromPlainText';
import { normalise } from './normalise';
import { code, doc, p } from './testing/builders';
import { naughtyStrings, specification } from './testing/corpora';
import { toMarkdown } from './toMarkdown';

test('every case of the CommonMark specification is read, and then stays as it is', () => {
  for (const { markdown, number } of specification) {
    const story = fromMarkdown(markdown);
    story.check();
    expect(fromMarkdown(toMarkdown(story)).toJSON(), `case ${number}`).toEqual(story.toJSON());
  }
});

test('every naughty string is text, and survives', () => {
  for (const text of naughtyStrings) {
    const story = normalise(fromPlainText(text));
    expect(fromMarkdown(toMarkdown(story)).toJSON()).toEqual(story.toJSON());
    expect(fromMarkdown(text).check()).toBeUndefined();
  }
});

test('a text nested absurdly deep is read as plain text, whole', () => {
  const deep = `${'> '.repeat(5000)}word`;
  expect(fromMarkdown(deep).textContent).toBe(deep);
  const list = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n');
  expect(fromMarkdown(list).textContent).toContain('item299');
});

test('long lines of markup are read in time', { timeout: 20_000 }, () => {
  for (const sign of [
    '*a ',
    '_',
    '[',
    '![',
    '`',
    '<!--',
    '<u>',
    '~~',
    '\\',
    '&',
    '](',
    '- ',
    ' ',
    '\t',
    '|',
  ]) {
    expect(fromMarkdown(sign.repeat(5000)).childCount).toBeGreaterThan(0);
  }
});

test('code of spaces, and lines with an unfinished comment, are no trap', () => {
  expect(toMarkdown(doc(p(code(' '))))).toBe('');
  expect(fromMarkdown('<!-- open\n\ntext').textContent).toBe('<!-- opentext');
  expect(fromMarkdown('a <!-- note --> b\n\n<!-- note\nmore -->').toJSON()).toEqual(doc(p('a  b')).toJSON());
});
