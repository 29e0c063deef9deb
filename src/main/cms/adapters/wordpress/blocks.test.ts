import type { Mark } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHtml } from '#shared/document/fromHtml';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { marks } from '#shared/document/marks';
import { normalise } from '#shared/document/normalise';
import { schema } from '#shared/document/schema';
import { htmlDom } from '../../../dom/parseHtml';
import { toBlocks, unknownBlocks } from './blocks';
import { withMark, withoutMark } from './posts';

const blocks = (markdown: string): string => toBlocks(fromMarkdown(markdown), new Map());

test.each([
  ['Text *here*.', '<!-- wp:paragraph -->\n<p>Text <em>here</em>.</p>\n<!-- /wp:paragraph -->'],
  ['## Big', '<!-- wp:heading -->\n<h2 class="wp-block-heading">Big</h2>\n<!-- /wp:heading -->'],
  [
    '### Small',
    '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Small</h3>\n<!-- /wp:heading -->',
  ],
  [
    '---',
    '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity" />\n<!-- /wp:separator -->',
  ],
  [
    '> Quoted',
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Quoted</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
  ],
  [
    '```js\nif (a[0] < 1 && b) {\n\n  // “<!--”\nhttps://site.example/a\n```',
    '<!-- wp:code {"className":"language-js"} -->\n<pre class="wp-block-code language-js"><code>if (a&#91;0] &lt; 1 &amp;&amp; b) {\n\n  // “&lt;!--”\nhttps:&#47;&#47;site.example/a</code></pre>\n<!-- /wp:code -->',
  ],
  [
    '3. three',
    '<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3"><!-- wp:list-item -->\n<li>three</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->',
  ],
])('%s', (markdown, expected) => {
  expect(blocks(markdown)).toBe(expected);
});

test('a paragraph says its direction, as the block editor does, where not all of the story is from left to right', () => {
  expect(blocks('מועצת העיר החליטה.\n\nIn short: 12.')).toBe(
    '<!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">מועצת העיר החליטה.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph {"direction":"ltr"} -->\n<p dir="ltr">In short: 12.</p>\n<!-- /wp:paragraph -->',
  );
});

const turned: readonly (readonly [markdown: string, block: string])[] = [
  [
    '## מה הוחלט',
    '<!-- wp:heading {"textAlign":"right"} -->\n<h2 class="wp-block-heading has-text-align-right"><span dir="rtl">מה הוחלט</span></h2>\n<!-- /wp:heading -->',
  ],
  [
    '### עוד *מזה*',
    '<!-- wp:heading {"textAlign":"right","level":3} -->\n<h3 class="wp-block-heading has-text-align-right"><span dir="rtl">עוד <em>מזה</em></span></h3>\n<!-- /wp:heading -->',
  ],
  [
    '> ציטוט',
    '<!-- wp:quote {"align":"right"} -->\n<blockquote class="wp-block-quote has-text-align-right"><!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">ציטוט</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
  ],
  [
    '- אחד\n- two\n- 3',
    '<!-- wp:html -->\n<ul dir="rtl"><li><p>אחד</p></li><li dir="ltr"><p>two</p></li><li><p>3</p></li></ul>\n<!-- /wp:html -->',
  ],
  [
    '![גשר](<https://site.example/a.png> "הגשר&#10;Desk")',
    '<!-- wp:image -->\n<figure class="wp-block-image"><img src="https://site.example/a.png" alt="גשר" /><figcaption class="wp-element-caption"><span dir="rtl">הגשר <cite>Desk</cite></span></figcaption></figure>\n<!-- /wp:image -->',
  ],
];
test.each(turned)(
  '%s says its direction as the block editor allows it, whatever the story is mostly written in',
  (markdown, expected) => {
    const english = `A story that is written from left to right, but for one block.\n\n${markdown}`;
    expect(blocks(english)).toContain(expected);
    expect(blocks(`מועצת העיר החליטה אתמול, אחרי דיון ארוך, לבנות גשר חדש.\n\n${markdown}`)).toContain(
      expected,
    );
  },
);

test('what is written from left to right says so only in a story from right to left', () => {
  const mixed = '## Big\n\n- one\n\n';
  const english = blocks(`${mixed}One name, דבורה, in a story.`);
  expect(english).toContain('<h2 class="wp-block-heading">Big</h2>');
  expect(english).toContain('<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>one</li>');
  const hebrew = blocks(`${mixed}מועצת העיר החליטה אתמול, אחרי דיון ארוך.`);
  expect(hebrew).toContain(
    '<h2 class="wp-block-heading has-text-align-left"><span dir="ltr">Big</span></h2>',
  );
  expect(hebrew).toContain('<ul dir="ltr"><li><p>one</p></li></ul>');
});

test('an article that is set from right to left says so, in what has no letters too', () => {
  const story = toBlocks(fromMarkdown('2026: 12\n\n- 1\n\nIn short.'), new Map(), 'rtl');
  for (const block of ['<p dir="rtl">2026: 12</p>', '<ul dir="rtl">', '<p dir="ltr">In short.</p>'])
    expect(story).toContain(block);
});

test('an ad slot is plain HTML in a block of its own', () => {
  expect(blocks('<!-- ad:mid-article s1 -->')).toMatch(
    /^<!-- wp:html -->\n<aside class="ad-slot".* data-slot="mid-article" data-slot-id="s1".*><\/aside>\n<!-- \/wp:html -->$/u,
  );
});

test('a list that the block editor could not hold goes as HTML, whole', () => {
  expect(blocks('- one\n\n  more of one\n- two')).toMatch(/^<!-- wp:html -->\n<ul>.*more of one/u);
});

test('text that looks like mark-up stays text', () => {
  expect(blocks('a \\<!-- /wp:paragraph --> \\<b>')).toContain('a &lt;!-- /wp:paragraph --&gt; &lt;b&gt;');
});

const hash = 'ab'.repeat(32);
const kept = new Map([[hash, { id: '7', url: 'https://site.example/nutgraf-abababababababab.png' }]]);

test.each([
  [
    'a list',
    `- one\n\n  ![A](<asset:${hash}> "B")`,
    '<ul><li><p>one</p><figure><img src="https://site.example/nutgraf-abababababababab.png" alt="A"><figcaption>B</figcaption></figure></li></ul>',
  ],
  [
    'a list from right to left',
    `1. אחד\n\n   ![גשר](<asset:${hash}>)`,
    '<ol dir="rtl"><li><p>אחד</p><figure><img src="https://site.example/nutgraf-abababababababab.png" alt="גשר"></figure></li></ol>',
  ],
])('a kept picture in %s is shown from the site', (_, markdown, html) => {
  const post = toBlocks(fromMarkdown(markdown), kept);
  expect(post).toBe(`<!-- wp:html -->\n${html}\n<!-- /wp:html -->`);
  expect(unknownBlocks(post)).toEqual([]);
});

test('a kept picture in a list that the site has not leaves no address of ours there', () => {
  const post = toBlocks(fromMarkdown(`- one\n\n  ![A](<asset:${hash}>)`), new Map());
  expect(post).toContain('<li><p>one</p>');
  expect(post).not.toMatch(/asset|src=/u);
});

/** Words, each with any marks together. */
const markedWords = fc.array(
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,4} ?$/u), fc.subarray(Object.keys(marks), { maxLength: 4 }))
    .map(([word, names]) => {
      const set = names.map((name) =>
        schema.mark(name, name === 'link' ? { href: 'https://news.example/' } : null),
      );
      return schema.text(
        word,
        set.reduce((kept: readonly Mark[], mark) => mark.addToSet(kept), []),
      );
    }),
  { minLength: 1, maxLength: 6 },
);

test('any marks together are in the post as in the story', () => {
  fc.assert(
    fc.property(markedWords, (words) => {
      const story = normalise(schema.node('doc', null, [schema.node('paragraph', null, words)]));
      const post = toBlocks(story, new Map());
      expect(unknownBlocks(post)).toEqual([]);
      expect(fromHtml(post, htmlDom).toJSON()).toEqual(story.toJSON());
    }),
  );
});

const ownHtml = (html: string): string => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

test.each([
  ['the words of a picture in a list', blocks('- one\n\n  ![A](<https://site.example/a.png> "B&#10;Desk")')],
  ['a list from right to left', blocks('- אחד\n- two\n- 3')],
  ['a list without a letter in a story from right to left', blocks('מועצת העיר החליטה.\n\n- 1\n- 2')],
  ['a list from left to right in such a story', blocks('מועצת העיר החליטה אתמול.\n\n- one\n- two')],
  [
    'every mark in a list',
    blocks(
      '- **a** _b_ <u>c</u> ~~d~~ `e` [f](https://example.org/?a=1&b=2) <mark>g <sub>h</sub></mark> <sup>i</sup>\n\n  more',
    ),
  ],
  ['a list in a quote in a list', blocks('- one\n\n  > two\n  >\n  > 1. three\n- ## four')],
  ['an ad slot', blocks('<!-- ad:mid-article s1 locked -->')],
  [
    'a list that somebody typed there',
    ownHtml('<ul>\n  <li>one<br />more</li>\n  <li><em>two</em></li>\n</ul>'),
  ],
  ['an empty block', ownHtml('')],
  ['text with entities', ownHtml('<p>Fish &amp;&nbsp;chips &lt;now&gt; &quot;here&quot; &#8212; “so”</p>')],
])('%s is HTML of our own', (_, post) => {
  expect(post).toContain('<!-- wp:html -->');
  expect(unknownBlocks(post)).toEqual([]);
});

test.each([
  ['a heading of a level that a story has not', '<ul><li><h5>one</h5></li></ul>'],
  ['text in bold of another name', '<ul><li><p>one <b>two</b></p></li></ul>'],
  ['text that was taken out', '<ul><li><p>one <del>two</del></p></li></ul>'],
  ['a list with a look of its own', '<ul class="wide"><li>one</li></ul>'],
  ['a link that opens a tab', '<ul><li><a href="https://example.org" target="_blank">one</a></li></ul>'],
  ['a direction that its words do not say', '<ul dir="rtl"><li>one</li></ul>'],
  [
    'a slot of another program',
    '<aside class="ad-slot" data-slot="mid-article" data-size="300x250"></aside>',
  ],
  ['what runs', '<ul><li>one<script>run()</script></li></ul>'],
  ['a form', '<form><input name="q"></form>'],
])('%s is told as what a story cannot hold', (_, html) => {
  expect(unknownBlocks(ownHtml(html))).toEqual(['html']);
});

test('the story comes back from its blocks', () => {
  const markdown =
    'One **two** [three](https://example.org).\n\n## Four\n\n> Five\n\n- six\n- seven\n\n---\n\n<!-- ad:in-article-1 a -->\n\n![A](<https://example.org/a.png> "B&#10;C")';
  const story = fromMarkdown(markdown);
  expect(fromHtml(toBlocks(story, new Map()), htmlDom).toJSON()).toEqual(story.toJSON());
});

test('a story in two directions comes back from its blocks', () => {
  const story = fromMarkdown(turned.map(([markdown]) => markdown).join('\n\nIn short: 12.\n\n'));
  expect(fromHtml(toBlocks(story, new Map()), htmlDom).toJSON()).toEqual(story.toJSON());
});

test('the mark is taken off again wherever the site’s editor moved it', () => {
  const mark = '0198c5a0-0000-7000-8000-000000000000';
  const content = '<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->';
  expect(withoutMark(withMark(content, mark))).toBe(content);
  expect(withoutMark(withMark('', mark))).toBe('');
  expect(withoutMark(`${content}\n<!-- nutgraf:${mark} -->`)).toBe(content);
});
