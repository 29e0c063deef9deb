import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { normalise } from '../../normalise';
import { br, doc, p, same } from '../../testing/builders';
import { toMarkdown } from '../../toMarkdown';

test('paragraphs stand apart by an empty line', () => {
  same('One.\n\nTwo.\n', doc(p('One.'), p('Two.')));
});

test.each([
  ['# no heading', '\\# no heading\n'],
  ['- no item', '\\- no item\n'],
  ['+ no item', '\\+ no item\n'],
  ['1. no item', '1\\. no item\n'],
  ['2024) no item', '2024\\) no item\n'],
  ['> no quote', '\\> no quote\n'],
  ['--- no rule', '\\--- no rule\n'],
  ['===', '\\===\n'],
  ['* * *', '\\* \\* \\*\n'],
  ['~~~ and ```', '\\~\\~\\~ and \\`\\`\\`\n'],
  ['a <b> & &amp; [c](d) | e', 'a \\<b> & \\&amp; \\[c\\](d) \\| e\n'],
])('%s stays the text that it is', (text, markdown) => {
  same(markdown, doc(p(text)));
});

test('what needs no escape gets none', () => {
  const plain = '“It’s 3.5 % – or so!” she said: -5 °C, 1.5 (R&D) snake_case #tag a+b=c @desk_two';
  same(`${plain}\n`, doc(p(plain)));
});

test('the second line of a paragraph is as safe as the first', () => {
  same('Title\\\n\\===\\\n\\- point\n', doc(p('Title', br, '===', br, '- point')));
});

test('blank paragraphs and spaces at the edges are left out', () => {
  expect(normalise(doc(p(), p('  a  b '), p(' \u00a0'), p())).toJSON()).toEqual(doc(p('a  b')).toJSON());
  expect(toMarkdown(doc(p()))).toBe('');
  expect(fromMarkdown('').toJSON()).toEqual(doc(p()).toJSON());
});
