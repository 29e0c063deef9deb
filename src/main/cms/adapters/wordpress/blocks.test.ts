import { expect, test } from 'vitest';
import { fromHtml } from '#shared/document/fromHtml';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { htmlDom } from '../../../dom/parseHtml';
import { toBlocks } from './blocks';
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
