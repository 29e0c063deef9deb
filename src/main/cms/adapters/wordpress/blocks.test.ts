import { expect, test } from 'vitest';
import { fromHtml, fromMarkdown } from '#shared/document';
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

test('the mark is taken off again wherever the site’s editor moved it', () => {
  const mark = '0198c5a0-0000-7000-8000-000000000000';
  const content = '<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->';
  expect(withoutMark(withMark(content, mark))).toBe(content);
  expect(withoutMark(withMark('', mark))).toBe('');
  expect(withoutMark(`${content}\n<!-- nutgraf:${mark} -->`)).toBe(content);
});
