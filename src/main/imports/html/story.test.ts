import { describe, expect, test } from 'vitest';
import { toMarkdown } from '#shared/document/toMarkdown';
import { toPlainText } from '#shared/document/toPlainText';
import type { Draft } from '../draft';
import { htmlDraft } from './htmlDraft';

const read = (html: string): Draft => htmlDraft(html, { sections: [] });
const bodyOf = (draft: Draft): string => toPlainText(draft.body);
const left = (draft: Draft): readonly string[] =>
  draft.leftOut.map(({ reason, text }) => `${reason}: ${text}`);

const sentence = (index: number): string =>
  `In part ${index} of the report the council says, among much else, how the old bridge came to be closed last winter.`;
const paragraphs = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${sentence(from + index)}</p>`).join('');

describe('the story’s beginning is not taken for the story', () => {
  const links = '<nav><a href="/">Home</a> <a href="/city">City</a></nav>';

  test.each([
    [
      'in sections of their own',
      `${links}<main><div class="lead"><div class="text">${paragraphs(0, 2)}</div></div>${Array.from({ length: 12 }, (_, part) => `<div class="promo-${part}"><div class="sidebar-widget">${paragraphs(10 + part * 4, 4)}</div></div>`).join('')}</main>`,
    ],
    [
      'behind a box that looks like the whole',
      `${links}<article class="post-content"><div class="entry">${paragraphs(0, 3)}</div></article><div class="related-sponsor">${paragraphs(10, 40)}</div>`,
    ],
    [
      'in cells of a table',
      `${links}<table><tr><td>${paragraphs(0, 2)}</td></tr>${Array.from({ length: 8 }, (_, part) => `<tr><td class="menu">${paragraphs(10 + part * 5, 5)}</td></tr>`).join('')}</table>`,
    ],
  ])('where most of it stands %s', (_where, html) => {
    const draft = read(`<html><head><title>The bridge</title></head><body>${html}</body></html>`);
    const found = bodyOf(draft).length;
    const all = bodyOf(draft).length + draft.leftOut.reduce((sum, { text }) => sum + text.length, 0);
    const isTold = draft.notices?.some((notice) => /could not tell for sure/.test(notice)) ?? false;
    expect(found > all / 3 || isTold).toBe(true);
    expect(found).toBeGreaterThan(all / 3);
  });
});

describe('a page without nav or article', () => {
  test.each([
    ['the attribute', '<p hidden>Words that nobody saw.</p>'],
    ['its style', '<div style="color: red; display : none !important"><p>Words that nobody saw.</p></div>'],
    ['its visibility', '<p style="visibility:hidden">Words that nobody saw.</p>'],
    ['aria-hidden', '<div aria-hidden="true">Words that nobody saw.</div>'],
    ['a dialog', '<dialog>Words that nobody saw.</dialog>'],
    ['a template', '<template><p>Words that nobody saw.</p></template>'],
  ])('leaves out what is hidden by %s, and says why', (_how, hidden) => {
    const draft = read(`<h1>The bridge</h1>${paragraphs(0, 2)}${hidden}${paragraphs(2, 2)}`);
    expect(bodyOf(draft)).toBe([0, 1, 2, 3].map(sentence).join('\n\n'));
    expect(left(draft)).toEqual(['hidden: Words that nobody saw.']);
  });

  test('shows what the last declaration shows, and what scripts would', () => {
    const shown = `<p style="display:none;display:block">${sentence(9)}</p>`;
    expect(bodyOf(read(`<h1>The bridge</h1>${paragraphs(0, 2)}${shown}`))).toContain(sentence(9));
    expect(bodyOf(read(`<h1>The bridge</h1><div style="display:none">${paragraphs(0, 9)}</div>`))).toContain(
      sentence(8),
    );
    const modal = `<div aria-hidden="true"><h1>The bridge</h1>${paragraphs(0, 9)}</div><div role="dialog">Accept</div>`;
    expect(bodyOf(read(modal))).toContain(sentence(8));
  });

  test.each([
    '<ul><li><a href="/">Home</a></li><li><a href="/c">City</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul>',
    '<div><a href="/1">The ferry gets a timetable</a><br><a href="/2">A quay is to be rebuilt</a><br><a href="/3">Rain until the weekend</a><br><a href="/4">Market moves indoors</a></div>',
  ])('leaves out lists of links: %s', (list) => {
    for (const html of [
      `${list}<h1>The bridge</h1>${paragraphs(0, 3)}`,
      `<h1>The bridge</h1>${paragraphs(0, 3)}${list}`,
    ]) {
      const draft = read(html);
      expect(bodyOf(draft)).toBe([0, 1, 2].map(sentence).join('\n\n'));
      expect(left(draft).join()).toMatch(/Home|ferry/);
    }
  });

  test.each(['<div class="site-footer">', '<div id="footer">', '<div role="contentinfo">'])(
    'leaves out its foot: %s',
    (tag) => {
      const draft = read(
        `<h1>The bridge</h1>${paragraphs(0, 3)}${tag}<p>Harbour House, Quay Street 1</p></div>`,
      );
      expect(bodyOf(draft)).not.toContain('Quay Street');
      expect(left(draft)).toEqual(['footer: Harbour House, Quay Street 1']);
    },
  );
});

describe('addresses', () => {
  const words =
    '<p>See <a href="/plan">the plan</a>, <a href="market">the market</a>, <a href="#part">below</a>.</p>';
  const pictures = '<img src="//cdn.example.org/a.jpg" alt="A"><img src="/pics/b.jpg" alt="B">';
  const page = (head: string): Draft =>
    read(
      `${head.startsWith('<!--') ? head : ''}<html><head>${head.startsWith('<!--') ? '' : head}</head><body><h1>The bridge</h1>${paragraphs(0, 2)}${words}${pictures}</body></html>`,
    );

  test.each([
    '<link rel="canonical" href="https://news.example.org/harbour/ferry">',
    '<link rel="canonical" href="//news.example.org/harbour/ferry">',
    '<meta property="og:url" content="https://news.example.org/harbour/ferry">',
    '<base href="https://news.example.org/harbour/">',
    '<link rel="canonical" href="https://news.example.org/x"><base href="/harbour/">',
    '<!-- saved from url=(0042)https://news.example.org/harbour/ferry -->',
    '<!--\n Page saved with SingleFile \n url: https://news.example.org/harbour/ferry \n saved date: today\n-->',
  ])('are made whole by %s', (head) => {
    const draft = page(head);
    const markdown = toMarkdown(draft.body);
    expect(markdown).toContain('[the plan](https://news.example.org/plan)');
    expect(markdown).toContain('[the market](https://news.example.org/harbour/market)');
    expect(markdown).toContain('[below](#part)');
    expect(markdown).toContain('![A](<https://cdn.example.org/a.jpg>)');
    expect(markdown).toContain('![B](<https://news.example.org/pics/b.jpg>)');
    expect(draft.notices).toEqual([]);
  });

  test('of a page that does not say where it is from are kept and named', () => {
    const draft = page('');
    expect(toMarkdown(draft.body)).toContain('[the plan](/plan)');
    expect(toMarkdown(draft.body)).toContain('![A](<https://cdn.example.org/a.jpg>)');
    expect(draft.notices).toEqual([
      '1 image is not inside the page, so Nutgraf could not import it (“/pics/b.jpg”). Drop the files into the article.',
      '2 links are incomplete, and nothing says which site the file is from (“/plan”, “market”). Complete them before you publish: until then they go out as text, because on your own site they would lead to your own pages.',
    ]);
  });

  test('of pictures that were saved beside the page lead nowhere, and are named', () => {
    const draft = read(
      `<!-- saved from url=(0030)https://news.example.org/ferry --><h1>The bridge</h1>${paragraphs(0, 2)}<img src="./The%20bridge_files/a.jpg">`,
    );
    expect(draft.notices?.[0]).toContain('The%20bridge_files/a.jpg');
  });

  test('of late pictures are those in srcset', () => {
    const draft = read(
      `<h1>The bridge</h1>${paragraphs(0, 2)}<picture><source srcset="https://example.org/a.webp 1x, https://example.org/b.webp 2x"><img alt="A"></picture>`,
    );
    expect(toMarkdown(draft.body)).toContain('![A](<https://example.org/a.webp>)');
  });
});

describe('a picture keeps its words', () => {
  const img = '<img src="https://example.org/a.jpg" alt="A">';

  test.each([
    `<figure>${img}<figcaption>The quay <span class="photo-credit">Ana Example</span></figcaption></figure>`,
    `<figure>${img}<figcaption>The quay</figcaption><span class="credit">Ana Example</span></figure>`,
    `<div class="wp-caption"><a href="https://example.org/">${img}</a><p class="wp-caption-text">The quay <cite>Ana Example</cite></p></div>`,
    `<p>${img.replace('alt', 'aria-describedby="c1" alt')}</p><p id="c1">The quay <span class="credit">Ana Example</span></p>`,
    `<div class="image">${img}<div class="caption">The quay</div><div class="image-credit">Ana Example</div></div>`,
  ])('%s', (html) => {
    for (const around of ['', '<nav><a href="/">Home</a></nav>']) {
      const draft = read(
        `${around}<h1>The bridge</h1><div>${paragraphs(0, 4)}${html}${paragraphs(4, 4)}</div>`,
      );
      const figure = draft.body.children.find(({ type }) => type.name === 'figure');
      expect(figure?.attrs).toMatchObject({ caption: 'The quay', credit: 'Ana Example', alt: 'A' });
      expect(bodyOf(draft).match(/The quay/g)).toHaveLength(1);
    }
  });
});
