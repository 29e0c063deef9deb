import type { Mark, Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { marks as marksOfStories } from '../marks';
import { schema } from '../schema';

/** Text that is known to trip up Markdown and HTML. */
const snags = [
  '#¦## ¦- ¦+ ¦* ¦> ¦1. ¦12) ¦---¦***¦===¦```¦~~~¦:--¦| a | b |',
  '`¦``¦*¦**¦_¦__¦~~¦~¦\\¦[¦]¦](¦![¦!¦<¦>¦&¦"¦\'¦|',
  '<b>¦</u>¦<u>¦<mark>¦</mark>¦<sub>¦</sup>¦==¦<br>¦<!-- ad:x y -->¦<!-- -->¦<script>¦&amp;¦&#35;¦&nbsp;¦&copy',
  'https://example.org/_a_?b=c&d¦a@b.example¦[x]: /y¦snake_case¦don’t¦“Quoted”¦—¦…',
  '👩‍👩‍👧¦🇮🇳¦é¦क्षि¦हिन्दी¦שלום¦العربية¦漢字かな¦ไทย¦\u200d¦\u200f¦\u00ad¦\ufeff',
  '\u00a0¦\u2003¦\u3000¦ ¦  ¦\t¦\n¦\r\n¦\u2028¦\u0000¦\u0007¦\ud800¦\uffff¦\u0085',
  '€¦+¦=¦$¦^¦.¦,¦0¦a¦B',
].flatMap((row) => row.split('¦'));

const word = fc.stringMatching(/^[a-zäñ]{1,6}$/u);
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...snags) },
      { weight: 3, arbitrary: word },
      fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_(b)?c=d&e=f#g*h',
  'mailto:desk@example.org',
  '/path/<x>',
  '#part',
  'https://example.org/\\[x] "y"',
);

const mark: fc.Arbitrary<Mark> = fc.oneof(
  ...Object.keys(marksOfStories).flatMap((name) => (name === 'link' ? [] : fc.constant(schema.mark(name)))),
  href.map((address) => schema.mark('link', { href: address })),
);

const marks = fc
  .oneof({ weight: 2, arbitrary: fc.constant<Mark[]>([]) }, fc.array(mark, { maxLength: 3 }))
  .map((set) => set.reduce((kept: readonly Mark[], next) => next.addToSet(kept), []));

const inline: fc.Arbitrary<Node> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(text, marks).map(([words, set]) => schema.text(words, set)) },
  marks.map((set) => schema.node('hardBreak', null, undefined, set)),
);

const line = fc.array(inline, { maxLength: 6 });
const paragraph = line.map((content) => schema.node('paragraph', null, content));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([level, content]) => schema.node('heading', { level }, content));
const rule = fc.constant(schema.node('horizontalRule'));

const figure = fc
  .record({
    asset: fc.constantFrom(null, 'a'.repeat(64)),
    src: fc.constantFrom(null, 'https://example.org/a.jpg', 'http://example.org/a (1).jpg?x=<y>&z'),
    alt: fc.oneof(fc.constant(''), text),
    caption: fc.oneof(fc.constant(''), text),
    credit: fc.oneof(fc.constant(''), text),
  })
  .map((attrs) => schema.node('figure', attrs));

const adSlot = fc
  .record({
    id: fc.constantFrom(null, 'x1', 'locked', 'b-2_c'),
    slotKey: fc.constantFrom('in-article-1', 'mid'),
    locked: fc.boolean(),
  })
  .map((attrs) => schema.node('adSlot', attrs));

/** What code holds that Markdown, HTML or a site might take for its own. */
const codeLine = fc.oneof(
  { weight: 3, arbitrary: text },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...'¦```¦~~~~¦`````js¦---¦<!-- more -->¦<!-- /wp:code -->¦</code></pre>¦[gallery]¦\ta\t¦   b  ¦> c'.split(
        '¦',
      ),
      ...'https://site.example/a¦[x]: /y¦&lt;¦ואם¦إذا = 1¦👩‍👩‍👧¦    - d¦# e'.split('¦'),
    ),
  },
);

/** Code of any kind, in a block of its own. */
export const arbitraryCode: fc.Arbitrary<Node> = fc
  .record({
    language: fc.constantFrom(null, 'js', 'c++', 'C#', '.net', '_x'),
    lines: fc.array(codeLine, { maxLength: 5 }),
  })
  .map(({ language, lines }) => {
    const code = lines.join('\n');
    return schema.node('codeBlock', { language }, code === '' ? [] : [schema.text(code)]);
  });

const { block } = fc.letrec<{ block: Node; item: Node }>((tie) => {
  const nested = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const items = fc.array(tie('item'), { minLength: 1, maxLength: 3 });
  return {
    item: fc
      .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
      .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      paragraph,
      heading,
      arbitraryCode,
      rule,
      figure,
      nested.map((content) => schema.node('blockquote', null, content)),
      items.map((content) => schema.node('bulletList', null, content)),
      fc
        .tuple(fc.constantFrom(1, 0, 3, 999_999_999, 10_000_000_000, -4), items)
        .map(([start, content]) => schema.node('orderedList', { start }, content)),
    ),
  };
});

/** Any story that the schema allows, with text as nasty as it comes. */
export const arbitraryDocument: fc.Arbitrary<Node> = fc
  .array(fc.oneof({ weight: 5, arbitrary: block }, adSlot), { minLength: 1, maxLength: 5 })
  .map((content) => schema.node('doc', null, content));
