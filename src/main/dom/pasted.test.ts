import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from '#shared/document/fromHtml';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { normalise } from '#shared/document/normalise';
import { settlePasted } from '#shared/document/reading/pasted';
import type { PastedHtml } from '#shared/document/reading/pasted';
import { readingRules } from '#shared/document/reading/readingRules';
import { schema } from '#shared/document/schema';
import { toMarkdown } from '#shared/document/toMarkdown';
import { speakLanguage } from '#shared/language/speakLanguage';
import { DOMParser } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { htmlDom } from './parseHtml';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'e2e', 'fixtures', 'paste');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const parser = new DOMParser(schema, readingRules(schema));

interface Pasted {
  readonly story: string;
  readonly told: PastedHtml;
}

function paste(html: string): Pasted {
  const { body } = htmlDom.parse(html);
  let keys = 0;
  const told = settlePasted(body, () => String(++keys));
  return { story: toMarkdown(normalise(parser.parse(body))), told };
}

const storyOf = (html: string): string => paste(html).story.trimEnd();

const files = readdirSync(folder).filter((file) => file.endsWith('.html'));

test.each([
  '.x { content: "/*" }',
  ".x::before { content: '}' }",
  '.x[title="{"] { color: red }',
  '.x { background: url(https://news.example/*.png) }',
  '.x { content: "\\"/*" } /* a "quoted { */',
  ".x { font-family: Bob's }",
])('what stands in a string is no sign of the style sheet: %s', (rule) => {
  expect(
    storyOf(`<style>${rule}\n.w { font-weight: 700 }</style><p>one <span class="w">two</span></p>`),
  ).toBe('one **two**');
});

test.each(files)('%s arrives as it was written', (file) => {
  const written = toMarkdown(fromMarkdown(read(file.replace('.html', '.md'))));
  expect(paste(read(file)).story).toBe(written);
});

test('what a story cannot hold is counted', () => {
  const { told } = paste(read('web-page.html'));
  expect(told).toEqual({
    hiddenWords: 2,
    tables: 0,
    letteredLists: 0,
    links: [],
    parts: { drawings: 1, fields: 3 },
    embeds: {
      lost: 0,
      linked: [
        'https://video.example.org/embed/7',
        'https://video.example.org/a.mp4',
        'https://sound.example.org/b.mp3',
        'https://example.org/map.pdf',
        'https://social.example.org/post/1',
      ],
    },
    pictures: {
      inside: [
        {
          src: 'https://pasted.invalid/1',
          name: 'Inline',
          dataUrl: /src="(data:[^"]+)"/.exec(read('web-page.html'))?.[1],
        },
      ],
      outOfReach: [
        { where: 'page', name: 'A blob' },
        { where: 'page', name: 'near.jpg' },
      ],
    },
  });
  expect(paste(read('browser-table.html')).told.tables).toBe(2);
  expect(paste(read('gmail.html')).told).toMatchObject({ tables: 0, hiddenWords: 4 });
});

test('an image without words is stored by a file’s name, whatever language the interface speaks', async () => {
  const name = () =>
    paste('<img src="data:image/PNG;base64,AAAA">').told.pictures.inside.map((one) => one.name);
  expect(name()).toEqual(['image.png']);
  await speakLanguage('de');
  onTestFinished(() => speakLanguage('en'));
  expect(name()).toEqual(['image.png']);
  expect(paste('<img src="data:image/jpeg;base64,AAAA" alt=" ">').told.pictures.inside[0]?.name).toBe(
    'image.jpeg',
  );
});

test.each([
  ['font: italic bold 12px/30px Georgia, serif', '_**a**_'],
  ['font-weight: 600', '**a**'],
  ['font-weight: 500', 'a'],
  ['FONT-WEIGHT: BOLD !important', '**a**'],
  ['font-style: oblique 10deg', '_a_'],
  ['text-decoration: underline dotted red', '<u>a</u>'],
  ['text-decoration-line: underline line-through', '~~<u>a</u>~~'],
  ['mso-bidi-font-weight: bold', 'a'],
  ['background: url("data:image/png;font-weight:bold"); font-style: italic', '_a_'],
  ['/* font-weight: bold; */ color: red', 'a'],
  ['font-weight', 'a'],
])('a style of %s', (style, markdown) => {
  for (const tag of ['span', 'font', 'p', 'div', 'li']) {
    const html = `<${tag} style='${style}'>a</${tag}>`;
    const story = storyOf(tag === 'li' ? `<ul>${html}</ul>` : html);
    expect(toMarkdown(fromMarkdown(story.replace(/^- /, '')))).toBe(toMarkdown(fromMarkdown(markdown)));
  }
});

test('a style takes back what an element says, for as far as it reaches', () => {
  expect(storyOf('<b style="font-weight:normal"><p>a <b>b</b></p><p>c</p></b>')).toBe('a **b**\n\nc');
  expect(
    storyOf('<b>a <span style="font-weight:400">b <i style="font-style:normal">c</i></span> d</b>'),
  ).toBe('**a** b c **d**');
  expect(storyOf('<u style="text-decoration:none">a</u> <s style="text-decoration:none">b</s>')).toBe('a b');
  expect(storyOf('<h2 style="font-weight:bold"><span style="font-weight:400">a</span></h2>')).toBe('## a');
});

test.each([
  ['vertical-align: super', '<sup>a</sup>'],
  ['font-size:0.6em;vertical-align:sub;', '<sub>a</sub>'],
  ['vertical-align: baseline', 'a'],
  ['vertical-align: middle', 'a'],
  ['background:yellow;mso-highlight:yellow', '<mark>a</mark>'],
  ['background:silver;mso-highlight:silver', '<mark>a</mark>'],
  ['background-color: rgb(255, 255, 0)', '<mark>a</mark>'],
  ['background: #00FF00', '<mark>a</mark>'],
  ['background-color: #ffffff', 'a'],
  ['background-color: rgb(240, 240, 240)', 'a'],
  ['background-color: transparent', 'a'],
  ['background: url("yellow.png")', 'a'],
])('words in a line with a style of %s', (style, markdown) => {
  for (const tag of ['span', 'font']) expect(storyOf(`<${tag} style='${style}'>a</${tag}>`)).toBe(markdown);
  for (const tag of ['p', 'div']) expect(storyOf(`<${tag} style='${style}'>a</${tag}>`)).toBe('a');
});

test('raised, lowered and highlighted words of a page, in any other look', () => {
  expect(storyOf('<p>E=mc<sup>2</sup>, H<sub>2</sub>O, <mark>a <b>b</b></mark></p>')).toBe(
    'E=mc<sup>2</sup>, H<sub>2</sub>O, <mark>a **b**</mark>',
  );
  // Google Docs states the line of every piece.
  expect(
    storyOf(
      '<p><span style="vertical-align:baseline">m<span style="vertical-align:super">2</span></span><sup style="vertical-align:baseline">3</sup></p>',
    ),
  ).toBe('m<sup>2</sup>3');
  expect(storyOf('<p>a<sup>b<b style="vertical-align:baseline">c</b><sub>d</sub></sup></p>')).toBe(
    'a<sup>b**c**</sup><sub>d</sub>',
  );
  // The block editor of WordPress writes coloured letters so.
  expect(
    storyOf('<p><mark style="background-color:rgba(0, 0, 0, 0)" class="has-inline-color">a</mark></p>'),
  ).toBe('a');
});

test('lines that a style keeps are lines', () => {
  expect(storyOf('<div style="white-space:pre-wrap">one\ntwo</div>')).toBe('one\\\ntwo');
  expect(storyOf('<pre>one\n\ntwo</pre>')).toBe('one\\\n\\\ntwo');
  expect(
    storyOf('<div style="white-space:pre-wrap">\n<p style="white-space:normal">one\ntwo</p>\n</div>'),
  ).toBe('one two');
});

test('lists of Word whose styles another program took away', () => {
  const gap = '\u00a0\u00a0\u00a0 ';
  expect(
    storyOf(
      `<p class="MsoListParagraph" style="margin-left:.5in">·${gap}one</p><p class="MsoListParagraph" style="margin-left:1.0in"><span>o</span>${gap}two</p><p class="Listenabsatz" style="margin-left:36pt">12)${gap}three</p>`,
    ),
  ).toBe(toMarkdown(fromMarkdown('- one\n\n  - two\n\n12. three')).trimEnd());
  expect(storyOf('<p class="MsoListParagraph">2019 was dry</p>')).toBe('2019 was dry');
});

test('lists of Word in a browser', () => {
  const list = (tag: string, level: number, at: number, text: string): string =>
    `<div class="ListContainerWrapper SCXW1"><${tag} role="list"><li role="listitem" data-aria-posinset="${at}" data-aria-level="${level}"><p class="Paragraph"><span>${text}</span></p></li></${tag}></div>`;
  const html = [
    list('ul', 1, 1, 'one'),
    list('ul', 2, 1, 'two'),
    list('ol', 3, 4, 'three'),
    list('ul', 1, 2, 'four'),
  ].join('');
  expect(storyOf(`<div>${html}<p>five</p></div>`)).toBe(
    toMarkdown(fromMarkdown('- one\n\n  - two\n\n    4. three\n- four\n\nfive')).trimEnd(),
  );
});

test('footnotes of pages keep mark and text', () => {
  expect(
    storyOf(
      '<p>in 2019<sup><a href="#fn1" id="fnref1">1</a></sup>.</p><ol><li id="fn1"><p>By hand. <a href="#fnref1">↩</a></p></li></ol>',
    ),
  ).toBe('in 2019\\[1\\].\n\n1. By hand. ↩');
  expect(storyOf('<p><a href="#part">a part</a></p>')).toBe('[a part](#part)');
});

test('an emoji that is a picture is a character, a formula its characters', () => {
  expect(storyOf('<p>Well <img alt="👩‍🚒" src="https://example.org/e.png"></p>')).toBe('Well 👩‍🚒');
  expect(storyOf('<p><math><mi>a</mi><mo>=</mo><mn>2</mn><annotation>a=2</annotation></math></p>')).toBe(
    'a=2',
  );
});

const word = fc.stringMatching(/^[a-z]{4,8}$/);
const inline = fc.constantFrom(
  'span',
  'b',
  'i style="font-style:normal"',
  'span style="font:700 1em a"',
  'sup',
  'font',
  'a href="https://example.org/"',
  'a href="#ftn1"',
  'label',
  'mark',
  'center',
  'unknown-part',
);
const block = fc.constantFrom(
  'p',
  'div',
  'h3',
  'li',
  'table><tr><td',
  'blockquote',
  'section',
  'pre',
  'dt',
  'summary',
  'figcaption',
  'p class=MsoListParagraph style="mso-list:l0 level2 lfo1"',
  'div style="white-space:pre"',
);
const container = fc.constantFrom(
  'div',
  'ul',
  'ol',
  'table',
  'tr',
  'figure',
  'details',
  'fieldset',
  'dl',
  'thead',
);
const hiding = fc.constantFrom(
  'span style="display:none"',
  'p hidden',
  'span style="mso-hide:all"',
  'div style="visibility:hidden"',
);

const tagged = (tag: string, content: string): string => `<${tag}>${content}</${tag.split(/[ >]/)[0] ?? ''}>`;

interface Page {
  readonly html: string;
  readonly seen: readonly string[];
  readonly hidden: readonly string[];
}

const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(block, inline, word, word).map(([tag, inner, one, two]): Page => ({
      html: tagged(tag, `${one} ${tagged(inner, two)}`),
      seen: [one, two],
      hidden: [],
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hiding, word)
      .map(([tag, one]): Page => ({ html: tagged(tag, one), seen: [], hidden: [one] })),
  },
);

const page = fc
  .array(fc.tuple(container, fc.array(piece, { maxLength: 4 })), { maxLength: 5 })
  .map((parts): Page => ({
    html: parts.map(([tag, pieces]) => tagged(tag, pieces.map(({ html }) => html).join(''))).join('\n'),
    seen: parts.flatMap(([, pieces]) => pieces.flatMap(({ seen }) => seen)),
    hidden: parts.flatMap(([, pieces]) => pieces.flatMap(({ hidden }) => hidden)),
  }));

test('every word that a page shows is in the story, apart from its neighbours; what it hides is counted', () => {
  fc.assert(
    fc.property(page, ({ html, seen, hidden }) => {
      const { body } = htmlDom.parse(html);
      const told = settlePasted(body, () => 'key');
      const words = parser
        .parse(body)
        .textBetween(0, parser.parse(body).content.size, ' ', ' ')
        .split(/[^a-z]+/);
      expect(words).toEqual(expect.arrayContaining([...seen]));
      expect(told.hiddenWords).toBe(hidden.length);
      if (hidden.length > 0) return;
      const imported = fromHtml(html, htmlDom);
      const read = imported.textBetween(0, imported.content.size, ' ', ' ').split(/[^a-z]+/);
      expect(read).toEqual(expect.arrayContaining([...seen]));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['by type', '<ol type="A"><li>a</ol>', 1],
  ['by a style of the list', '<ol style="list-style-type:lower-greek"><li>a</ol>', 1],
  ['by a style of its items', '<ol><li style="list-style-type: lower-alpha; font-size: 11pt">a</ol>', 1],
  ['by a rule', '<style>ol.c { list-style: upper-roman }</style><ol class="c"><li>a</ol>', 1],
  ['in figures', '<ol start="3" style="list-style: decimal inside"><li type="1">a</ol><ul><li>b</ul>', 0],
])('lists that count %s are told where letters become figures', (_how, html, count) => {
  expect(paste(html).told.letteredLists).toBe(count);
});

test('links that name no site become text and are named, unless they were copied here', () => {
  const html =
    '<p><a href="/plan">The plan</a>, <a href="#end">the end</a>, <a href="https://example.org/">all</a></p>';
  const { story, told } = paste(html);
  expect(told.links).toEqual(['/plan']);
  expect(story.trim()).toBe('The plan, [the end](#end), [all](https://example.org/)');
  expect(storyOf(html.replace('<p>', '<p data-pm-slice="1 1 []">'))).toContain('[The plan](/plan)');
});
