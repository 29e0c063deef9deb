import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { bold, doc, link, p, same } from '../../testing/builders';
import { toHtml } from '../../toHtml';

test('a link has its text in brackets, whatever stands in it and before it', () => {
  same(
    'See\\![a \\[b\\]](https://example.org/?a=b)\n',
    doc(p('See!', link('https://example.org/?a=b', 'a [b]'))),
  );
  same('[**a** b](/path)\n', doc(p(link('/path', bold('a'), ' b'))));
});

test('an address with brackets or references stands in angle brackets', () => {
  same(
    '[a](<https://example.org/a_(b\\)?c=\\&amp;>)\n'.replace('b\\)', 'b)'),
    doc(p(link('https://example.org/a_(b)?c=&amp;', 'a'))),
  );
});

test.each([
  '[a](javascript:alert(1))',
  '[a](<data:text/html,b>)',
  '[a](VBScript:b)',
  '[a](java&#10;script:b)',
])('%s makes no link, and its text stays', (markdown) => {
  expect(toHtml(fromMarkdown(markdown))).not.toContain('<a');
  expect(fromMarkdown(markdown).textContent).toContain('a');
});

test('bare addresses, references and mail addresses in angle brackets are links', () => {
  expect(toHtml(fromMarkdown('<https://example.org/> [a][b] <a@example.org>\n\n[b]: /c'))).toBe(
    '<p><a href="https://example.org/">https://example.org/</a> <a href="/c">a</a> <a href="mailto:a@example.org">a@example.org</a></p>',
  );
});

test('an address that may not be followed cannot be set', () => {
  expect(() => link('javascript:alert(1)', 'a')).toThrow('no reader may follow');
});
