import { expect, test } from 'vitest';
import { fromMarkdown } from '../fromMarkdown';
import { schema } from '../schema';
import {
  bold,
  code,
  doc,
  highlight,
  italic,
  link,
  p,
  same,
  strike,
  subscript,
  superscript,
  underline,
} from '../testing/builders';

test('bold words, parts of words, and bold with other marks', () => {
  same(
    'a **b** c, un**believ**able, **`d`**\n',
    doc(p('a ', bold('b'), ' c, un', bold('believ'), 'able, ', bold(code('d')))),
  );
  same('**a _b_** _c_\n', doc(p(bold('a ', italic('b')), ' ', italic('c'))));
});

test('a letter right behind bold punctuation is written so that the bold still ends there', () => {
  same('**“Yes.”**&#x48;e left.\n', doc(p(bold('“Yes.”'), 'He left.')));
  same('**（注）**&#x672C;文\n', doc(p(bold('（注）'), '本文')));
});

test('italic stands between underscores, within a word between asterisks', () => {
  same('_a_ b*c*d, 文*字*列\n', doc(p(italic('a'), ' b', italic('c'), 'd, 文', italic('字'), '列')));
});

test('italic beside bold never runs into its asterisks', () => {
  same('**a**_b_\n', doc(p(bold('a'), italic('b'))));
  same('_**a** b_\n', doc(p(italic(bold('a'), ' b'))));
});

test('underlined words stand in inline HTML', () => {
  same('a <u>b **c**</u> d\n', doc(p('a ', underline('b ', bold('c')), ' d')));
});

test('highlighted, lowered and raised words stand in inline HTML', () => {
  same(
    'a <mark>b **c**</mark>, H<sub>2</sub>O, 5 m<sup>2</sup>\n',
    doc(p('a ', highlight('b ', bold('c')), ', H', subscript('2'), 'O, 5 m', superscript('2'))),
  );
  same('<mark>x _<sup>n</sup>_</mark>\n', doc(p(highlight('x ', superscript(italic('n'))))));
});

test('words are lowered or raised, not both', () => {
  const [low, high] = [schema.mark('subscript'), schema.mark('superscript')];
  expect(high.addToSet([low])).toEqual([high]);
  expect(low.addToSet([high])).toEqual([low]);
  expect(fromMarkdown('a<sub>b<sup>c</sup></sub>').toJSON()).toEqual(
    doc(p('a', subscript('b'), superscript('c'))).toJSON(),
  );
});

test('two signs of equality are text, also where other writers mean a highlight', () => {
  same('a ==b== c\n', doc(p('a ==b== c')));
});

test('tags that do not pair, and any other HTML, are text', () => {
  same('\\<u>a, \\<b>b\\</b>\n', doc(p('<u>a, <b>b</b>')));
  expect(fromMarkdown('a</u> <u>b\n\n<i>c</i> </u>').toJSON()).toEqual(
    doc(p('a</u> <u>b'), p('<i>c</i> </u>')).toJSON(),
  );
});

test('struck words stand between two tildes, and a tilde is a tilde', () => {
  same('~~one~~ \\~ two \\~\\~\n', doc(p(strike('one'), ' ~ two ~~')));
});

test('code keeps its characters as they are, backticks and a space ahead too', () => {
  same('`a * b_c_ \\`\n', doc(p(code('a * b_c_ \\'))));
  same('`` `a` `` ` ``b`` `\n', doc(p(code('`a`'), ' ', code('``b``'))));
  same('` a`\n', doc(p(code(' a'))));
});

test('code can be linked', () => {
  same('[`a`](https://example.org/)\n', doc(p(link('https://example.org/', code('a')))));
});
