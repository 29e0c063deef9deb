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
  expect(quietMarkup('<p title="a > b" onclick="x">one</p>')).toBe('<p title="a > b" >one</p>');
  expect(quietMarkup("<video/onplay=x ONABORT='y'  controls>")).toBe('<video    controls>');
  expect(quietMarkup('<p STYLE = "color: red">one</p>')).toBe('<p data-kept-style = "color: red">one</p>');
});

test('a script goes with what is in it, and a style sheet stays where nothing applies it', () => {
  expect(quietMarkup('one<script>"<p>"</script ><SCRIPT src=x></SCRIPT>two')).toBe('onetwo');
  expect(quietMarkup('<style><!-- p > b { color: red } --></style>two')).toBe(
    '<script data-style-sheet>  p > b { color: red }  </script>two',
  );
  expect(quietMarkup('<svg><style><p onclick="x"></style></svg>two')).toBe('<svg></svg>two');
  expect(quietMarkup('<svg><script/></svg>two')).toBe('<svg></svg>two');
});

test('what is for the page that it came from goes', () => {
  expect(quietMarkup('<base href=x><META charset="utf-8"><link rel=stylesheet href=x>one')).toBe('one');
});

test('what only looks like markup stays as it is', () => {
  for (const text of [
    '1 < 2 & 3 > 2',
    'one <',
    'one <p title="',
    '<!-- <p onclick="x"> -->one',
    '</p onclick="x">',
  ])
    expect(quietMarkup(text)).toBe(text);
});

test('random markup keeps its words, and has nothing left that a policy refuses', () => {
  const pieces = [
    '<p>|</p>|<b onclick="x">|</b>|<i style="a > b">|</i>|<a href=x onfocus=y/>|</a>|<br/>|<td>|<ul><li>',
    '<style>p{}</style>|<script>"<b>"</script>|<base href=x>|<meta charset=x>|<img/onerror=x>',
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
