import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { br, code, doc, link, p, same } from '../../testing/builders';

test('code keeps its characters as they are, backticks and a space ahead too', () => {
  same('`a * b_c_ \\`\n', doc(p(code('a * b_c_ \\'))));
  same('`` `a` `` ` ``b`` `\n', doc(p(code('`a`'), ' ', code('``b``'))));
  same('` a`\n', doc(p(code(' a'))));
});

test('code can be linked', () => {
  same('[`a`](https://example.org/)\n', doc(p(link('https://example.org/', code('a')))));
});

test('a block of code becomes lines of code', () => {
  expect(fromMarkdown('```js\nlet a\n  b\n```\n\n    # c').toJSON()).toEqual(
    doc(p(code('let a'), br, code('  b')), p(code('# c'))).toJSON(),
  );
});
