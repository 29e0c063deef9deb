import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { normalise } from '../../normalise';
import { bullets, doc, h, item, numbers, p, rule, same } from '../../testing/builders';

test('short items stand line under line', () => {
  same('- one\n- two\n-\n', doc(bullets(item(p('one')), item(p('two')), item(p()))));
});

test('items of several blocks stand apart', () => {
  const nested = bullets(item(p('two')), item(p('three')));
  same('- one\n\n  - two\n  - three\n\n- four\n', doc(bullets(item(p('one'), nested), item(p('four')))));
});

test('two lists in a row stay two', () => {
  same('- one\n\n<!-- -->\n\n- two\n', doc(bullets(item(p('one'))), bullets(item(p('two')))));
});

test('a list counts from its start', () => {
  same('9. nine\n10. ten\n', doc(numbers(9, item(p('nine')), item(p('ten')))));
});

test('blocks of an item stand under its text, however wide the number', () => {
  same('100. a\n\n     b\n', doc(numbers(100, item(p('a'), p('b')))));
});

test('a number that Markdown cannot read is brought into its bounds', () => {
  expect(normalise(doc(numbers(10 ** 12, item(p('a'))))).child(0).attrs['start']).toBe(999_999_999);
  expect(normalise(doc(numbers(-3, item(p('a'))))).child(0).attrs['start']).toBe(1);
});

test('an item that begins with another block than a paragraph has its marker alone on the line', () => {
  const empty = bullets(item(p()));
  same('- \n  - \n    -\n', doc(bullets(item(p(), bullets(item(p(), empty))))));
  same('- \n  ***\n', doc(bullets(item(p(), rule))));
});

test('a heading right behind the marker is read', () => {
  expect(fromMarkdown('- # One').toJSON()).toEqual(doc(bullets(item(p(), h(2, 'One')))).toJSON());
});
