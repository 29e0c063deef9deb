import { describe, expect, test } from 'vitest';
import { sectionKey } from '#shared/domain/section';
import { parsePage } from './page';
import type { PageFacts } from './pageFacts';
import { readPageFacts } from './pageFacts';

const prose =
  '<p>The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks.</p>';

const facts = (head: string, body: string): PageFacts =>
  readPageFacts(
    parsePage(`<html><head>${head}</head><body>${body}</body></html>`),
    new Set(['City', 'Sport'].map(sectionKey)),
  );

const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the site is not the headline', () => {
  test.each([
    ['Quay Notes: The bridge closes', '<header><h1>Quay Notes</h1></header><div><h3>The bridge closes</h3>'],
    ['The bridge closes – Quay Notes', '<h1 class="logo">Quay Notes</h1><div><h2>The bridge closes</h2>'],
    [
      'The bridge closes | City | Quay Notes',
      '<h1><a href="/"><img alt="Quay Notes"></a></h1><h2>The bridge closes</h2>',
    ],
    ['The bridge closes_Quay Notes', '<h1>City</h1><div class="t">The bridge closes</div>'],
    ['Quay Notes', '<header><h1>Quay Notes</h1></header><article><h2>The bridge closes</h2>'],
    ['Quay Notes', '<header><h1>Quay Notes</h1></header><main><div>City</div><h2>The bridge closes</h2>'],
    ['Quay Notes » The bridge closes', '<div><b>The bridge closes</b><br>'],
  ])('in %s over %s', (title, body) => {
    expect(facts(`<title>${title}</title>`, `${body}${prose}`).headline).toBe('The bridge closes');
  });

  test('where Open Graph or JSON-LD name the story', () => {
    const body = `<h1>Quay Notes</h1><h3>The bridge closes</h3>${prose}`;
    expect(facts('<meta property="og:title" content="The bridge closes">', body).headline).toBe(
      'The bridge closes',
    );
    expect(facts(jsonLd({ '@type': 'NewsArticle', headline: 'The bridge closes' }), body).headline).toBe(
      'The bridge closes',
    );
  });

  test('and character references in JSON-LD are read; what only looks like one is not', () => {
    const headline = 'Pilots &#8220;R&amp;D&#x201D; &lt; tugs &copied';
    const body = `<h1>Quay Notes</h1><h3>Pilots “R&amp;D” &lt; tugs &amp;copied</h3>${prose}`;
    expect(facts(jsonLd({ '@type': 'NewsArticle', headline }), body).headline).toBe(
      'Pilots “R&D” < tugs &copied',
    );
  });

  test('and a dash of its own stays in it', () => {
    const head = '<title>The bridge closes – for good? – Quay Notes</title>';
    expect(facts(head, `<font size=5>The bridge closes – for good?</font><br>${prose}`).headline).toBe(
      'The bridge closes – for good?',
    );
  });
});

describe('the author is the story’s', () => {
  const title = '<title>The bridge closes</title>';
  const story = `<article><h1>The bridge closes</h1><div class="byline">By Ana Example</div>${prose}</article>`;

  test.each([
    [
      'a comment',
      `${story}<div class="comments"><div class="comment"><span class="author">Bo Example</span></div></div>`,
    ],
    [
      'a promo',
      `<div class="card"><h2>Another story</h2><span class="byline">By Bo Example</span></div>${story}`,
    ],
    ['a list beside it', `<aside><span rel="author">Bo Example</span></aside>${story}`],
    [
      'a comment inside the article',
      story.replace(
        '</article>',
        '<ol id="comments"><li><cite rel="author">Bo Example</cite></ol></article>',
      ),
    ],
    ['the foot', `${story}<div class="author-box"><a rel="author">Bo Example</a></div>`],
  ])('not that of %s', (_what, body) => {
    expect(facts(title, body).byline).toBe('Ana Example');
  });

  test('and nobody where only comments and promos are signed', () => {
    const body = `<article><h1>The bridge closes</h1>${prose}</article><div class="card"><h2>Another story</h2><i class="byline">By Bo Example</i></div><div class="comment"><b class="author">Cy Example</b></div>`;
    expect(facts(title, body).byline).toBe('');
  });

  test.each([
    [
      'a reference',
      {
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { '@type': 'Person', '@id': '#a', name: 'Ana Example' },
        ],
      },
    ],
    [
      'one of several articles',
      [
        { '@type': 'NewsArticle', headline: 'Another', author: 'Bo Example' },
        { '@type': 'NewsArticle', headline: 'The bridge closes', author: 'Ana Example' },
      ],
    ],
    ['a "by" before it', { '@type': 'BlogPosting', author: { name: 'By Ana Example' } }],
    [
      'a site beside it',
      {
        '@type': 'Article',
        author: [{ name: 'Quay Notes' }, { name: 'Ana Example' }],
        publisher: { name: 'Quay Notes' },
      },
    ],
    ['an address beside it', { '@type': 'Article', author: ['https://example.org/ana', 'Ana Example'] }],
  ])('as JSON-LD names it by %s', (_how, data) => {
    expect(facts(`${title}${jsonLd(data)}`, `<h1>The bridge closes</h1>${prose}`).byline).toBe('Ana Example');
  });

  test('with its characters as they read', () => {
    const data = { '@type': 'Article', author: { name: 'Ana O&#039;Example' } };
    expect(facts(`${title}${jsonLd(data)}`, prose).byline).toBe("Ana O'Example");
  });

  test.each([
    ['<span class="byline">By Ana Example12 March 2025</span>'],
    [
      '<span class="byline">By <a rel="author">Ana Example</a><time>March 12, 2025</time><i>4 min read</i></span>',
    ],
    ['<address>By Ana Example<br>Political correspondent</address>'],
    ['<p>By Ana Example</p><p>12 March 2025</p>'],
    ['<div class="x1"><span>Ana Example</span></div><div>3 hours ago</div>'],
    ['<div class="authors"><a rel="author">Ana Example</a></div>'],
    ['<div class="submitted">Submitted by <b>Ana Example</b> on Wed, 03/12/2025 - 14:30</div>'],
    ['<div class="source">2025-03-12 14:30 来源：Agency 作者：Ana Example 编辑：Bo Example</div>'],
  ])('without what is glued to it: %s', (signed) => {
    expect(facts(title, `<h1>The bridge closes</h1>${signed}${prose}`).byline).toBe('Ana Example');
  });
});

test('several authors are named together', () => {
  const list = '<ul><li><a rel="author">Ana Example</a></li><li><a rel="author">Bo Example</a></li></ul>';
  expect(facts('<title>Bridge</title>', `<h1>Bridge</h1>${list}${prose}`).byline).toBe(
    'Ana Example, Bo Example',
  );
});

describe('tags', () => {
  test('of one meta with commas are several', () => {
    const head = '<meta property="article:tag" content="Harbour,City budget、Ferries">';
    expect(facts(head, prose).hashtags).toEqual(['Harbour', 'Citybudget', 'Ferries']);
  });

  test('of several meta keep their commas', () => {
    const head =
      '<meta property="article:tag" content="Harbour, North"><meta property="article:tag" content="Ferries">';
    expect(facts(head, prose).hashtags).toEqual(['HarbourNorth', 'Ferries']);
  });
});

test.each([
  ['首页', '城市', '正文'],
  ['首頁', '地方', '內文'],
  ['ホーム', '地域', '本文'],
  ['홈', '지역', '기사'],
  ['Startseite', 'Lokales', 'Artikel'],
  ['Accueil', 'Région', 'Article'],
  ['Inicio', 'Local', 'Artículo'],
  ['Главная', 'Общество', 'Статья'],
  ['الرئيسية', 'محليات', 'مقال'],
  ['होम', 'शहर', 'लेख'],
])('the breadcrumb %s > %s > %s names its section', (home, section, article) => {
  const trail = `<div class="crumb"><a href="/">${home}</a> &gt; <a href="/s">${section}</a> &gt; <a href="#">${article}</a></div>`;
  expect(facts('<title>Bridge</title>', `${trail}<h1>Bridge</h1>${prose}`).section).toBe(section);
});
