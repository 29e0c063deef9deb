import { describe, expect, test } from 'vitest';
import { documentJsonOf } from '#shared/document/document';
import { toMarkdown } from '#shared/document/toMarkdown';
import { toHtml } from '#shared/document/toHtml';
import type { Draft } from '../draft';
import { htmlDraft } from './htmlDraft';

const first =
  'The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks.';
const second =
  'Traffic will be led over the northern crossing, which is to get a second lane before the autumn.';
const third = '“We have no choice,” the mayor said. “It is that or a collapse.”';

const read = (html: string): Draft => htmlDraft(html, { sections: ['World', 'City', 'Sport'] });

const body = (draft: Draft): readonly string[] => toMarkdown(draft.body).trim().split('\n\n');

const page = `<!doctype html><html lang="en-GB"><head><title>The bridge closes - Example Site</title>
<meta property="og:site_name" content="Example Site">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"The bridge closes",
"author":[{"@type":"Person","name":"Ana Example"},{"name":"Bo Example"}],"articleSection":["News","City"],"keywords":"bridge, city council"}]}</script>
</head><body>
<header><h1>Example Site</h1><a href="/">Home</a><a href="/w">World</a><a href="/s">Sport</a></header>
<main><article>
<h1>The bridge closes</h1><p class="dek">Engineers found cracks in all pillars</p>
<div>By <a rel="author">Ana Example</a></div><time>October 12, 2025</time>
<div class="share"><a>Share</a><a>Facebook</a><a>Tweet</a></div>
<p>${first}</p>
<div id="div-gpt-ad-1"><p>Advertisement</p></div><ins class="adsbygoogle"></ins>
<p>${second}</p>
<h2>What comes next</h2>
<p>${third}</p>
<p>― Advertisement ―</p>
<p>Read more: <a href="/x">The ferry gets a timetable</a></p>
<p>The work is to begin in March, and the <b>ministry</b> has <a href="https://example.org/a">promised</a> to pay half.</p>
</article><aside><h3>Most read</h3><ul><li>The ferry gets a timetable</li></ul></aside></main>
<footer>© 2025 Example Site. All rights reserved.</footer></body></html>`;

describe('a whole page', () => {
  const draft = read(page);

  test('gives the fields from its headings and metadata', () => {
    expect(draft).toMatchObject({
      fields: {
        headline: 'The bridge closes',
        standfirst: 'Engineers found cracks in all pillars',
        byline: 'Ana Example, Bo Example',
      },
      section: 'City',
      hashtags: ['bridge', 'citycouncil'],
      told: { language: 'en-GB' },
    });
  });

  test('gives the story with its marks, links, crossheads and slots', () => {
    expect(body(draft)).toEqual([
      first,
      '<!-- ad:in-article-1 -->',
      second,
      '## What comes next',
      third,
      '<!-- ad:in-article-1 -->',
      'The work is to begin in March, and the **ministry** has [promised](https://example.org/a) to pay half.',
    ]);
  });

  test('leaves out the rest, each with its reason and place', () => {
    const left = draft.leftOut.map(({ text, reason, before }) => [reason, before, text.split('\n')[0]]);
    expect(left).toEqual([
      ['navigation', 0, 'Example Site'],
      ['byline', 0, 'By Ana Example'],
      ['share_links', 0, 'Share'],
      ['ad_mark', 1, 'Advertisement'],
      ['ad_mark', 5, '― Advertisement ―'],
      ['related', 5, 'Read more: The ferry gets a timetable'],
      ['related', 7, 'Most read'],
      ['navigation', 7, 'The ferry gets a timetable'],
      ['legal', 7, '© 2025 Example Site. All rights reserved.'],
    ]);
  });
});

describe('metadata of other shapes', () => {
  const story = `<nav>Menu</nav><div><p>${first}</p><p>${second}</p><p>${third}</p></div>`;

  test.each([
    [
      'Open Graph',
      `<meta property="og:title" content="The bridge closes"><meta property="article:section" content="City"><meta property="article:tag" content="Old Bridge">`,
    ],
    [
      'a title with the site’s name',
      `<title>The bridge closes | Example Site</title><nav class="breadcrumbs"><a>Home</a><a>City</a></nav><a rel="tag">Old Bridge</a>`,
    ],
    [
      'a heading and a category',
      `<h1>The bridge closes</h1><a rel="category tag">City</a><meta name="news_keywords" content="Old Bridge">`,
    ],
  ])('%s', (_what, head) => {
    const draft = read(`<html><head></head><body>${head}${story}</body></html>`);
    expect(draft.fields.headline).toBe('The bridge closes');
    expect(draft.section).toBe('City');
    expect(draft.hashtags.at(-1)).toMatch(/OldBridge|City/);
  });

  test('broken JSON-LD is passed over', () => {
    const draft = read(
      `<script type="application/ld+json">{"@type": "NewsArticle",</script><h1>The bridge closes</h1>${story}`,
    );
    expect(draft.fields.headline).toBe('The bridge closes');
  });
});

describe('crossheads', () => {
  test.each([
    `<h3><strong>What comes next</strong></h3>`,
    `<p><b>What comes next</b></p>`,
    `<p><strong>What <em>comes</em> next</strong></p>`,
  ])('are what looks like one: %s', (crosshead) => {
    const { body: story } = read(`<p>${first}</p>${crosshead}<p>${second}</p>`);
    expect(story.child(1).type.name).toBe('heading');
    expect(JSON.stringify(story.child(1).toJSON())).not.toContain('bold');
  });

  test.each([
    `<p><b>“We have no choice.”</b></p>`,
    `<p><b>The mayor</b> said</p>`,
    `<p><b>The list:</b></p>`,
  ])('are not all bold words: %s', (bold) => {
    expect(read(`<p>${first}</p>${bold}<p>${second}</p>`).body.child(1).type.name).toBe('paragraph');
  });
});

test.each([
  '<div class="crumbs"><span>Home</span><i></i><span>City</span><i></i><span>The bridge closes for a year</span></div>',
  '<div class="tdb-breadcrumbs"><a>Home</a><a>City</a><span>The bridge closes for a year</span></div>',
  '<p>Home &raquo; City &raquo; The bridge closes…</p>',
])('the section is in the breadcrumb: %s', (trail) => {
  const draft = read(
    `<nav>Menu</nav>${trail}<h1>The bridge closes for a year</h1><div><p>${first}</p><p>${second}</p></div>`,
  );
  expect(draft.section).toBe('City');
  expect(draft.leftOut.map(({ reason }) => reason)).toContain('breadcrumb');
});

describe('pictures', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  test('on the web stay there, those inside the page come along, the others are counted', () => {
    const draft = read(
      `<p>${first}</p><figure><img src="https://example.org/a.jpg" alt="A bridge"><figcaption>In spring</figcaption></figure>
       <img src="data:image/png;base64,${png}" alt="Inside"><img src="page_files/b.jpg"><img src="javascript:alert(1)">`,
    );
    expect(body(draft)).toEqual([
      first,
      '![A bridge](<https://example.org/a.jpg> "In spring")',
      '![Inside](<https://inside.invalid/0>)',
    ]);
    expect(Buffer.from(draft.images?.[0]?.bytes ?? []).toString('base64')).toBe(png);
    expect(draft.notices?.[0]).toMatch(/^2 images are not inside the page/);
  });
});

describe('ad slots', () => {
  test.each([
    '<ins class="adsbygoogle"></ins>',
    '<div id="div-gpt-ad-1"><div><p>Advertisement</p></div></div>',
    '<div class="td-spot-id-x"><span>- Advertisement -</span></div>',
    '<img src="https://example.org/1.gif" alt="spot_img">',
    '<!-- wp:newspack-ads/ad-unit {"provider":"gam"} /-->',
    '<p>[ad number="1"]</p>',
    '<p>[adinserter name="Mid"]</p>',
    '<p>ADVERTISEMENT</p>',
    '<amp-ad width="300"></amp-ad><p>Anzeige</p>',
  ])('%s', (mark) => {
    expect(body(read(`<p>${first}</p>${mark}<p>${second}</p>`))).toEqual([
      first,
      '<!-- ad:in-article-1 -->',
      second,
    ]);
  });

  test('keep the key that they name', () => {
    const slots =
      '<aside class="ad-slot" data-slot="mid-article"></aside><p>Between the two there is text.</p><!-- ad:end-of-article x1 -->';
    expect(body(read(`<p>${first}</p>${slots}`)).join(' ')).toContain('<!-- ad:mid-article -->');
    expect(body(read(`<p>${first}</p>${slots}`)).at(-1)).toBe('<!-- ad:end-of-article -->');
  });
});

test('what was exported as a fragment is read back whole', () => {
  const markdown = [
    first,
    '## What comes next',
    `> ${second}`,
    '- one\n- two',
    '<!-- ad:mid-article x1 -->',
    third,
  ];
  const { body: document } = read(
    `<p>${first}</p><h2>What comes next</h2><blockquote><p>${second}</p></blockquote><ul><li>one</li><li>two</li></ul><aside class="ad-slot" data-slot="mid-article" data-slot-id="x1"></aside><p>${third}</p>`,
  );
  expect(toMarkdown(document).trim()).toBe(markdown.join('\n\n').replace(' x1', ''));
  expect(body(read(toHtml(document)))).toEqual(toMarkdown(document).trim().split('\n\n'));
});

describe('hostile pages', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">link</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<p onclick="alert(1)" style="background:url(javascript:alert(1))">text</p>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<style>@import "javascript:alert(1)"</style><link rel=stylesheet href="javascript:alert(1)">',
    '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
    '<template><img src=x onerror=alert(1)></template>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">go</button></form>',
  ])('store nothing that runs: %s', (hostile) => {
    for (const html of [
      hostile,
      `<p>${first}</p>${hostile}<p>${second}</p>`,
      `<nav>Menu</nav>${page}${hostile}`,
    ]) {
      const draft = read(html);
      const stored = JSON.stringify([documentJsonOf(draft.body), draft.leftOut, draft.fields]);
      expect(stored).not.toMatch(/alert|javascript:|onerror|<script/i);
    }
  });

  test.each([
    ['deep', `${'<div>'.repeat(4000)}${first}`],
    ['unclosed', '<b><i><p>'.repeat(2000) + first],
    ['broken', `</p></div><p>${first}<table><p><!--`],
    ['bare', first],
  ])('that are %s are read', (_what, html) => {
    expect(JSON.stringify([documentJsonOf(read(html).body), read(html).leftOut])).toContain('the old bridge');
  });
});

test('a page that is nested without end is refused at once', () => {
  expect(() => read(`${'<div>'.repeat(100_000)}${first}`)).toThrow(/nested too deeply/);
  expect(() => read('<b><i>'.repeat(100_000))).toThrow(/nested too deeply/);
  expect(body(read(`<p>${first}</p>${'<br>'.repeat(6000)}<p>${second}</p>`)).at(-1)).toBe(second);
});

describe('what the story holds otherwise than the page', () => {
  const table = '<table><tr><th>Ward<th>Votes<tr><td>North<td>1,204</table>';
  const lists =
    '<ol type="a"><li>First<ol style="list-style-type: lower-roman"><li>Within</ol></ol><ol><li style="list-style: upper-latin inside">Second</ol><ol class="letters"><li>Third</ol>';
  const numbered = '<ol><li>One</ol><ol type="1"><li style="list-style-type: decimal">Two</ol>';
  const page = (story: string): string =>
    `<style>.letters { list-style-type: lower-alpha }</style><h1>The bridge closes</h1><p>${first}</p>${story}<p>${second}</p><p>${third}</p>`;

  test.each([
    ['a story alone', (story: string) => page(story)],
    [
      'a page around it',
      (story: string) =>
        `<header><nav>Menu</nav></header><article>${page(story)}</article><footer>Foot</footer>`,
    ],
  ])('is counted in the report: %s', (_what, around) => {
    expect(read(around(`${table}${lists}${numbered}`)).notices).toEqual([
      '1 table became one line per row, with spaces between the cells.',
      '4 lists numbered by letters or other numerals are now numbered 1, 2, 3.',
    ]);
    expect(read(around(numbered)).notices).toEqual([]);
  });

  test('is counted of Word’s lists too', () => {
    const item = (marker: string): string =>
      `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${marker}</span>Item</p>`;
    expect(read(page(`${item('a)')}${item('b)')}`)).notices).toEqual([
      '1 list numbered by letters or other numerals is now numbered 1, 2, 3.',
    ]);
    expect(read(page(`${item('1.')}${item('2.')}`)).notices).toEqual([]);
  });
});
