import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHtml } from '#shared/document/fromHtml';
import { normalise } from '#shared/document/normalise';
import { arbitraryCode } from '#shared/document/testing/arbitraryDocument';
import { codeBlock, doc, p, quote } from '#shared/document/testing/builders';
import { toHtml } from '#shared/document/toHtml';
import { toMarkdown } from '#shared/document/toMarkdown';
import { toBlocks } from '../cms/adapters/wordpress/blocks';
import { htmlDom } from './parseHtml';

const read = (html: string) => fromHtml(html, htmlDom);
const story = arbitraryCode.map((code) => doc(p('Before.'), code, quote(p('מועצת העיר'), code)));

test('whatever the code, HTML gives it back', () => {
  fc.assert(
    fc.property(story, (body) => {
      expect(read(toHtml(body)).toJSON()).toEqual(normalise(body).toJSON());
    }),
    { numRuns: 150 },
  );
});

test('whatever the code, a post gives it back', () => {
  fc.assert(
    fc.property(story, (body) => {
      const normal = normalise(body);
      expect(read(toBlocks(normal, new Map())).toJSON()).toEqual(normal.toJSON());
    }),
    { numRuns: 150 },
  );
});

test('code runs from left to right in a story that does not', () => {
  expect(toHtml(doc(p('מועצת העיר'), codeBlock('אם  a', 'js')))).toBe(
    '<p dir="rtl">מועצת העיר</p>\n<pre dir="ltr"><code class="language-js">אם  a</code></pre>',
  );
});

test.each([
  ['<pre><code class="language-js">a\n  b</code></pre>', '```js\na\n  b\n```\n'],
  ['<pre class="lang-py"><span>a</span> <b>b</b>\n</pre>', '```py\na b\n```\n'],
  ['<pre><code><span>a</span><br><a href="https://site.example/">b</a></code></pre>', '```\na\nb\n```\n'],
  ['<pre><code><div>a</div><div>b</div>c</code></pre>', '```\na\nb\nc\n```\n'],
  ['<p>One</p><pre>\n<code>a\n</code>\n</pre><p>Two</p>', 'One\n\n```\na\n```\n\nTwo\n'],
])('a page’s %j is code', (html, markdown) => {
  expect(toMarkdown(read(html))).toBe(markdown);
});

test('lines that a page only keeps apart are no code, and keep their marks', () => {
  expect(toMarkdown(read('<pre>one <b>two</b>\nthree <code>four</code></pre>'))).toBe(
    'one **two**\\\nthree `four`\n',
  );
});
