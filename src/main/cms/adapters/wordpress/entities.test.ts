import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEntities, escapeField, plainField } from './entities';

test.each([
  ['R&amp;D', 'R&D'],
  ['a &lt; b &gt; c', 'a < b > c'],
  ['It&#8217;s', 'It’s'],
  ['&#x1F600;', '😀'],
  ['&quot;x&quot; &#039;y&#039;', `"x" 'y'`],
  ['Caf&eacute; &ndash; na&iuml;ve&hellip;', 'Café – naïve…'],
  ['10&nbsp;&euro; &rarr; &frac12;', '10\u00a0€ → ½'],
  ['&CounterClockwiseContourIntegral; &Aacute;&aacute;', '∳ Áá'],
  ['&#xD800; &#x110000;', '\ufffd \ufffd'],
  ['&#150;', '–'],
  ['&unknown; & &#0;', '&unknown; & &#0;'],
  ['&constructor;', '&constructor;'],
])('%s reads as %s', (raw, text) => {
  expect(decodeEntities(raw)).toBe(text);
});

test.each([
  ['Fish <em>and</em> chips', 'Fish and chips'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['a<br />b<!-- > -->c', 'abc'],
  ['&lt;b&gt; stays', '<b> stays'],
])('the field %s reads as %s', (raw, text) => {
  expect(plainField(raw)).toBe(text);
});

test('any text comes back as it was, and holds no tag on the way', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^(&|amp;|#38;|#0;|lt;|hellip;|CounterClockwiseContourIntegral;|<|>|x)*$/u),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeEntities(escapeField(text))).toBe(text);
      expect(escapeField(text)).not.toMatch(/[<>]/u);
    }),
  );
});
