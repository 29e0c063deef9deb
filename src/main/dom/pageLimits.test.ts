import { expect, test } from 'vitest';
import { fromHtml } from '#shared/document/fromHtml';
import { PageTooLarge } from './pageLimits';
import { boundedDom, htmlDom } from './parseHtml';

const limits = { letters: 100_000, tags: 20_000, elements: 5000, depth: 100, styles: 100_000 };
const dom = boundedDom(limits);

test.each([
  ['letters', 'a'.repeat(100_001)],
  ['tags', 'a < b '.repeat(10_000) + '<'.repeat(10_001)],
  ['elements', '<br>'.repeat(5001)],
  // Each paragraph reopens all tags that nothing has closed.
  [
    'elements',
    `<p>${Array.from({ length: 60 }, (_, index) => `<b x=${index}>`).join('')}${'<p>a'.repeat(100)}`,
  ],
  ['styles', `<STYLE>${'.a{color:red}'.repeat(1000)}</STYLE>${'<p class=a>a'.repeat(1000)}`],
  ['depth', '<div>'.repeat(150)],
  ['depth', '<ul><li>'.repeat(100)],
])('a page with too many %s is given up at that many', (what, html) => {
  expect(() => dom.parse(html)).toThrow(PageTooLarge);
  expect(() => dom.parse(html)).toThrow(`too many ${what}`);
});

test('a page within the limits is read like every other', () => {
  const page = `${'<p>Some <b>bold</b> words.</p>'.repeat(1000)}<ul><li>One<li>Two</ul><table><tr><td>a</table>`;
  expect(fromHtml(page, dom).toJSON()).toEqual(fromHtml(page, htmlDom).toJSON());
});

test('what was closed no longer counts for the depth', () => {
  expect(() => dom.parse('<div><p>a</p></div>'.repeat(2000))).not.toThrow();
});
