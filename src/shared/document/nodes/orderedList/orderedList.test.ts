import { expect, test } from 'vitest';
import { normalise } from '../../normalise';
import { doc, item, numbers, p, same } from '../../testing/builders';

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
