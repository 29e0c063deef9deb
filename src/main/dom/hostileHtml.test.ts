import { adSlotKey } from '#shared/domain/adSlot';
import { fromHtml } from '#shared/document/fromHtml';
import { fromPlainText } from '#shared/document/fromPlainText';
import { normalise } from '#shared/document/normalise';
import type { HtmlElement } from '#shared/document/html';
import { safeUrl } from '#shared/document/safeUrl';
import { naughtyStrings, specification } from '#shared/document/testing/corpora';
import { toHtml } from '#shared/document/toHtml';
import { expect, test } from 'vitest';
import { htmlDom } from './parseHtml';

/** Everything that a story's HTML may consist of. */
const known =
  'p h2 h3 h4 blockquote pre ul ol li figure img figcaption span hr br aside strong em u s code a'.split(' ');

/** Any attribute not listed here, or with another value, is forbidden. */
const harmless: Readonly<Record<string, (value: string) => boolean>> = {
  href: (value) => safeUrl(value) === value,
  src: (value) => /^(?:https?:\/\/|asset:[0-9a-f]{64}$)/.test(value),
  style: (value) => value === 'white-space: pre-wrap',
  class: (value) => /^(?:ad-slot|credit|language-[\w+#.-]{1,30})$/.test(value),
  start: (value) => /^\d{1,9}$/.test(value),
  role: (value) => value === 'complementary',
  'data-slot': (value) => adSlotKey.safeParse(value).success,
  'data-slot-id': (value) => /^[\w-]+$/.test(value),
  'data-locked': (value) => value === '',
  'aria-label': (value) => value === 'Advertisement',
  alt: () => true,
  dir: (value) => value === 'ltr' || value === 'rtl',
};

interface Attributed extends HtmlElement {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

function expectHarmless(html: string): void {
  const elements = [...htmlDom.parse(html).body.querySelectorAll('*')] as Attributed[];
  expect(
    elements.map(({ tagName }) => tagName.toLowerCase()).filter((name) => !known.includes(name)),
  ).toEqual([]);
  const attributes = elements.flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name, value }) => harmless[name]?.(value) !== true)).toEqual([]);
}

const hostile = [
  '<script>alert(1)</script><p>a</p>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="a">',
  '<figure><img src="jav\tascript:alert(1)" onload="x"><figcaption onclick=x>a<script>b</script></figcaption></figure>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" &#14; javascript:alert(1)">a</a>',
  '<a href="jav&#x0A;ascript:alert(1)">a</a>',
  '<a href="&#106;avascript&colon;alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="https://example.org/&quot; onmouseover=&quot;alert(1)">a</a>',
  '<a href=https://example.org onclick=alert(1) style="background:url(javascript:x)" target=_blank>a</a>',
  '<svg onload=alert(1)><a xlink:href="javascript:x"><text>a</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><iframe src=javascript:x>a</iframe>',
  '<object data=x></object><embed src=x><applet code=x></applet><base href="javascript:x//">',
  '<form action="javascript:x"><button formaction="javascript:x">a</button><input autofocus onfocus=x><p>b</p></form>',
  '<meta http-equiv=refresh content="0;url=javascript:x"><link rel=stylesheet href=x><style>@import x</style>',
  '<p style="background:url(javascript:x);white-space:pre">a  b</p>',
  '<aside class="ad-slot" data-slot=\'"><script>x</script>\' data-slot-id="\'><b onclick=x>">a</aside>',
  '<p id=x name=y class=z data-a=b is=c slot=d>a</p>',
  '</nutgraf-page><script>alert(1)</script>',
  '</body></html><p onclick=x>a</p><script>b</script>',
  '<!--><img src=x onerror=alert(1)>--><!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]><?xml <img src=x onerror=x> ?>',
  '<textarea></textarea><title></title><xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=x>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;</p>',
  '<a href="https://example.org"><a href="javascript:x"><p><ul><li><a></p></table><td>b',
  '<ol start="x" onclick=y><li value=3>a<li>b</ol><ol start="1e99"><li>c</ol>',
];

test.each(hostile)('%s leaves nothing that runs', (html) => {
  const story = fromHtml(html, htmlDom);
  story.check();
  expectHarmless(toHtml(story));
});

test('the HTML of every case of the CommonMark specification is read, and then stays as it is', () => {
  for (const { html, markdown } of specification) {
    for (const source of [html, markdown]) {
      const story = fromHtml(source, htmlDom);
      story.check();
      expectHarmless(toHtml(story));
      expect(fromHtml(toHtml(story), htmlDom).toJSON()).toEqual(story.toJSON());
    }
  }
});

test('every naughty string is text in HTML, and as HTML leaves nothing that runs', () => {
  for (const text of naughtyStrings) {
    const story = normalise(fromPlainText(text));
    expect(fromHtml(toHtml(story), htmlDom).toJSON()).toEqual(story.toJSON());
    expectHarmless(toHtml(fromHtml(text, htmlDom)));
  }
});

test('a page nested absurdly deep keeps its text', () => {
  for (const tag of ['div', 'blockquote', 'b', 'ul><li']) {
    expect(fromHtml(`${`<${tag}>`.repeat(5_000)}word<p>two`, htmlDom).textContent).toContain('word');
  }
});

test('what a page says is read, and its machinery is not', () => {
  const page = `<!doctype html><html><head><title>T</title><style>p{}</style></head><body>
    <h1>One</h1><div>two <b>three</b><br>four</div>
    <p>five<script>six()</script> <img src="https://example.org/a.jpg" alt="seven"> eight</p>
    <figure class=wp><img data-src="https://example.org/b.jpg" src="data:image/gif;base64,R0"><figcaption>nine
      <cite>ten</cite></figcaption></figure>
    <select><option>eleven</select><table><tr><td>twelve</td><td>thirteen<p>fourteen</p></td></tr></table><dl><dt>a<dd>b</dl></body></html>`;
  expect(toHtml(fromHtml(page, htmlDom))).toBe(
    [
      '<h2>One</h2>',
      '<p>two <strong>three</strong><br>four</p>',
      '<p>five</p>',
      '<figure><img src="https://example.org/a.jpg" alt="seven"></figure>',
      '<p>eight</p>',
      '<figure><img src="https://example.org/b.jpg" alt=""><figcaption>nine <span class="credit">ten</span></figcaption></figure>',
      '<p>twelve | thirteen fourteen</p>',
      '<p>a</p>',
      '<p>b</p>',
    ].join('\n'),
  );
});
