import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { firstStrong } from '../domain/direction';
import { blockDirection } from './blockDirection';
import { bold, bullets, doc, h, item, p, quote } from './testing/builders';
import { toHtml } from './toHtml';

const hebrew = 'מועצת העיר החליטה';
const arabic = 'قرر المجلس';

describe('the direction of each block in HTML', () => {
  it('is said nowhere in a story from left to right', () => {
    expect(toHtml(doc(p('One'), p('12')))).toBe('<p>One</p>\n<p>12</p>');
  });

  it('is said of every block where nothing is known of what surrounds a mixed story', () => {
    expect(toHtml(doc(p(hebrew), p('In short'), p('12')))).toBe(
      `<p dir="rtl">${hebrew}</p>\n<p dir="ltr">In short</p>\n<p dir="rtl">12</p>`,
    );
  });

  it('is said only of blocks that differ from the article that surrounds them', () => {
    expect(toHtml(doc(p(arabic), h(2, 'WHO'), p('12')), { direction: 'rtl', inArticle: true })).toBe(
      `<p>${arabic}</p>\n<h2 dir="ltr">WHO</h2>\n<p>12</p>`,
    );
  });

  it('is that of its first words for a list and a quote, and of each part that turns again', () => {
    const story = doc(bullets(item(p(hebrew)), item(p('Two'))), quote(p(arabic)));
    expect(toHtml(story, { direction: 'ltr', inArticle: true })).toBe(
      `<ul dir="rtl"><li><p>${hebrew}</p></li><li dir="ltr"><p>Two</p></li></ul>\n<blockquote dir="rtl"><p>${arabic}</p></blockquote>`,
    );
  });
});

const pieces = fc.array(
  fc.constantFrom('12 ', 'Eng', hebrew, arabic, '\u2067', '\u2069', '\u2066abc\u2069', '\u200f', '—'),
  { maxLength: 4 },
);
const marked = fc.record({ text: pieces.map((parts) => parts.join('')), isBold: fc.boolean() });

test('the first text of a block says its direction only where all of its words say the same', () => {
  fc.assert(
    fc.property(fc.array(marked, { maxLength: 4 }), (texts) => {
      const inline = texts
        .filter(({ text }) => text !== '')
        .map(({ text, isBold }) => (isBold ? bold(text) : text));
      const block = doc(p(...inline)).child(0);
      expect(blockDirection(block)).toBe(firstStrong(block.textContent));
    }),
  );
});
