import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPlainText } from './fromPlainText';
import { ad, br, doc, h, p, quote } from './testing/builders';
import { toPlainText } from './toPlainText';

test('blocks stand apart by an empty line, breaks are line breaks, slots are no text', () => {
  const story = doc(h(2, 'One'), p('two', br, 'three'), ad({}), quote(p('four')));
  expect(toPlainText(story)).toBe('One\n\ntwo\nthree\n\nfour');
});

test('where only the beginning is asked for, it is that of the whole text, as long as was asked for', () => {
  const story = doc(h(2, 'One'), quote(p('two'), p('three')), p('four'), p('five'));
  const whole = toPlainText(story);
  for (let enough = 0; enough <= whole.length; enough += 1) {
    const start = toPlainText(story, enough);
    expect(whole.startsWith(start)).toBe(true);
    expect(start.length).toBeGreaterThanOrEqual(enough);
  }
  expect(toPlainText(story, 4)).toBe('One\n\ntwo');
});

test('an empty line parts paragraphs, a single break stays one, and nothing is markup', () => {
  expect(fromPlainText(' # One \r\n*two*\n\n \n\nthree').toJSON()).toEqual(
    doc(p('# One', br, '*two*'), p('three')).toJSON(),
  );
  expect(fromPlainText(' \n').toJSON()).toEqual(doc(p()).toJSON());
});

test('plain text that was written is read back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zא-ת#*<]{1,8}( [a-z.]{1,5}){0,3}$/), { minLength: 1 }),
      (lines) => {
        const text = lines.join('\n\n');
        expect(toPlainText(fromPlainText(text))).toBe(text);
      },
    ),
  );
});
