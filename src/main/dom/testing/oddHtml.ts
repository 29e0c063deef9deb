import fc from 'fast-check';

/** Words that each stand for a text, so that it can be looked for: no two are alike. */
const word = (index: number): string => `w${index.toString(36)}q`;

const block =
  'p div section article main header aside nav blockquote h1 h2 h3 pre center address details summary';
const list = 'ul ol li dl dt dd table tr td th caption tbody thead figure figcaption fieldset legend';
const inline = 'a b i em strong span u s code font small label q cite sub sup tt nobr bdo mark slot';
const foreign = 'svg math text tspan foreignObject desc mi mo mtext annotation-xml g path';
const control = 'select option optgroup textarea button form output datalist progress dialog';
const raw = 'noscript iframe xmp style script title template object video audio canvas noframes';
const root = 'html head body frameset';
const empty = 'br hr img input wbr meta link base col embed';

const names = [block, list, inline, foreign, control, raw, root].join(' ').split(' ');
const attributes = [
  '',
  ' hidden',
  ' class=a',
  ' class="footer b"',
  ' style="display:none"',
  ' style="color:red"',
  ' id=x',
  ' aria-hidden="true"',
  ' href="/a"',
  ' selected',
  ' open',
  ' encoding="text/html"',
];

const tag = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), fc.nat(5))
  .map(([name, attrs, kind]) => (kind < 2 ? `</${name}>` : `<${name}${attrs}${kind === 2 ? '/' : ''}>`));

const oddity = fc.constantFrom(
  '<!-- x -->',
  '<!-- x --!>',
  '<!-->',
  '<!doctype html>',
  '<![CDATA[x]]>',
  '<?php echo ?>',
  '</>',
  '</p>',
  '<a href="',
  '">',
  '&amp;',
  '&lt;p&gt;',
  '&nbsp;',
  '&#x41;',
  '\n\n',
  ' ',
  '<',
  '>',
  "'",
  ...empty.split(' ').map((name) => `<${name}>`),
);

const text = fc.constant('\u0000');

const taking =
  'select textarea title noscript iframe xmp noembed noframes plaintext style script template svg math option table button object';
const forms = ['<N>', '<N/>', '<N a=">">', '</N>', '<N', '<N x="'];

const opening = fc
  .tuple(fc.constantFrom(...taking.split(' ')), fc.constantFrom(...forms))
  .map(([name, form]) => form.replace('N', name));

const breaking = fc.constantFrom(
  '< ',
  ...'< << </ > "> \' <!-- --> --!> <!--> <![CDATA[ ]]> <?x <!x &lt; &lt;p'.split(' '),
  ...'<p> </p> <b> </b> <input> <option> <tr> <td> <head> </head> <body>'.split(' '),
  '<a href="',
  '<footer hidden>',
);

/**
 * Markup that nobody would write: tags that do not pair, nest where they may not, and end nowhere; a word between
 * each.
 */
export const oddHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: tag }, { weight: 1, arbitrary: oddity }, { weight: 5, arbitrary: text }),
    { minLength: 1, maxLength: 30 },
  )
  .map((pieces) => withWords(pieces).join(''));

/** Short markup that takes what follows for its own text, or hides or ends it. */
export const openHtml: fc.Arbitrary<string> = fc
  .array(fc.oneof(opening, breaking, text), { minLength: 1, maxLength: 8 })
  .map((pieces) => withWords(pieces).join(' '));

function withWords(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece, index) => (piece === '\u0000' ? ` ${word(index)} ` : piece));
}
