import fc from 'fast-check';
import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { quietMarkup } from './quietMarkup';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function elementsIn(node: Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const inside = 'content' in node ? elementsIn(node.content) : [];
  return [...(tree.isElementNode(node) ? [node] : []), ...inside, ...children.flatMap(elementsIn)];
}

function wordsIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (tree.isElementNode(node) && /^(?:script|style)$/.test(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
}

test('handlers go and styles stand aside, however they are written', () => {
  expect(quietMarkup('<p title="a > b" onclick="x">one</p>')).toBe('<p title="a &gt; b">one</p>');
  expect(quietMarkup("<video/onplay=x ONABORT='y'  controls></video>")).toBe('<video controls=""></video>');
  expect(quietMarkup('<p STYLE = "color: red">one</p>')).toBe('<p data-kept-style="color: red">one</p>');
  expect(quietMarkup('<template><p onclick="x" style="y">one</p></template>')).toBe(
    '<template><p data-kept-style="y">one</p></template>',
  );
});

test('a script goes with what is in it, and a style sheet stays where nothing applies it', () => {
  expect(quietMarkup('one<script>"<p>"</script ><SCRIPT src=x></SCRIPT>two')).toBe('onetwo');
  expect(quietMarkup('<script><!-- "<script></script>" --></script>two')).toBe('two');
  expect(quietMarkup('<style><!-- p > b { color: red } --></style>two')).toBe(
    '<script data-style-sheet="">  p > b { color: red }  </script>two',
  );
  expect(quietMarkup('<svg><style><![CDATA[p > b {}]]></style></svg>two')).toBe(
    '<svg><script data-style-sheet="">p > b {}</script></svg>two',
  );
  expect(quietMarkup('<svg><script/></svg>two')).toBe('<svg></svg>two');
});

test('one sign does not cost a style sheet its rules, and lets no markup out of it', () => {
  for (const [sheet, kept] of [
    ['/* a < b */ .x { color: red }', '/* a \\3c  b */ .x { color: red }'],
    ['@media (width < 9em) { p {} }', '@media (width \\3c  9em) { p {} }'],
    ['</script><img src=x onerror=y>', '\\3c /script>\\3c img src=x onerror=y>'],
    ['<<!---->!--<script>', '\\3c   !--\\3c script>'],
  ])
    expect(quietMarkup(`<style>${sheet}</style>two`)).toBe(`<script data-style-sheet="">${kept}</script>two`);
});

test('a span of the page does not look like one that Chromium wrote', () => {
  expect(quietMarkup('prix<span style="color:red">&nbsp;</span>: 5')).toBe(
    'prix<span data-kept-style="color:red" class="">&nbsp;</span>: 5',
  );
  expect(quietMarkup('<span lang=fr>&nbsp;</span>')).toBe('<span lang="fr" class="">&nbsp;</span>');
  for (const asItIs of ['<span>&nbsp;</span>', '<span class="x">&nbsp;</span>', '<b lang="fr">&nbsp;</b>'])
    expect(quietMarkup(asItIs)).toBe(asItIs);
});

test('the name of an element in a text is no element', () => {
  for (const name of ['title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'])
    for (const word of ['<script>', '<style>', '<p onclick="x">'])
      expect(wordsIn(parseFragment(quietMarkup(`<${name}>How ${word} works</${name}>two`)))).toBe(
        `How ${word} workstwo`,
      );
  expect(quietMarkup('<plaintext>How <b onclick="x"> works')).toBe(
    '<pre>How &lt;b onclick="x"&gt; works</pre>',
  );
});

test('a drawing or formula has no text without markup, but in what it holds of HTML', () => {
  expect(quietMarkup('<svg><title><b onclick="x">one</b></title></svg>two')).toBe(
    '<svg><title><b>one</b></title></svg>two',
  );
  expect(quietMarkup('<svg><style><p onclick="x">two</style>')).toBe('<svg></svg><p>two</p>');
  expect(quietMarkup('<svg><title><p></title><script>x</script></svg>two')).toBe(
    '<svg><title><p>two</p></title></svg>',
  );
  expect(quietMarkup('<svg><xmp>&lt;b onclick="x"></xmp></svg>two')).toBe(
    '<svg><g>&lt;b onclick="x"&gt;</g></svg>two',
  );
});

test('what is for the page that it came from goes', () => {
  expect(quietMarkup('<base href=x><META charset="utf-8"><link rel=stylesheet href=x>one')).toBe('one');
});

test('rows without a table stay rows, for whoever wraps them', () => {
  expect(quietMarkup('<tr><td style="x">one</td></tr>')).toBe('<tr><td data-kept-style="x">one</td></tr>');
});

test('what only looks like markup stays words', () => {
  expect(quietMarkup('1 < 2 & 3 > 2')).toBe('1 &lt; 2 &amp; 3 &gt; 2');
  expect(quietMarkup('<!-- <p onclick="x"> -->one')).toBe('<!-- <p onclick="x"> -->one');
});

test('the line break that a block of code begins with is not lost on the way', () => {
  expect(quietMarkup('<pre>\n\none</pre>')).toBe('<pre>\n\none</pre>');
});

test.each([
  ['markup as deep as nobody writes', '<i>'.repeat(100_000)],
  ['as many elements as no page has', '<b></b>'.repeat(250_000)],
])('%s is left to the policy as it is', (_what, markup) => {
  expect(quietMarkup(markup)).toBe(markup);
});

test('random markup keeps its words, and has nothing left that a policy refuses', () => {
  const pieces = [
    '<p>|</p>|<b onclick="x">|</b>|<i style="a > b">|</i>|<a href=x onfocus=y/>|</a>|<br/>|<td>|<ul><li>',
    '<style>p{}</style>|<script>"<b>"</script>|<base href=x>|<meta charset=x>|<img/onerror=x>',
    '<title>|</title>|<textarea>|</textarea>|<xmp>|</xmp>|<iframe src=x>|</iframe>|<noembed>|</noembed>',
    '<noframes>|</noframes>|<plaintext>|<script>|</script>|<style>|</style>|</b title="<style>">',
    '<span style="a">|<span lang=x>|</span>|<svg>|</svg>|<math><mi>|<desc>|<foreignObject>|<pre>\n|</pre>|<![CDATA[|]]>',
    `one| two |<|>|&lt;|"|'|=|/|<!-- x -->`,
  ].flatMap((some) => some.split('|'));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (some) => {
      const html = some.join('');
      const quiet = parseFragment(quietMarkup(html));
      expect(wordsIn(quiet)).toBe(wordsIn(parseFragment(html)));
      for (const { tagName, attrs } of elementsIn(quiet)) {
        expect(tagName).not.toMatch(/^(?:base|link|meta|style)$/);
        for (const { name } of attrs) expect(name).not.toMatch(/^(?:on|style$)/);
      }
    }),
    { numRuns: 2000 },
  );
});
