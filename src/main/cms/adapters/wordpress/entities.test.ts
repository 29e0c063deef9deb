import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEntities, escapeField } from './entities';

test.each([
  ['R&amp;D', 'R&D'],
  ['a &lt; b &gt; c', 'a < b > c'],
  ['It&#8217;s', 'It’s'],
  ['&#x1F600;', '😀'],
  ['&quot;x&quot; &#039;y&#039;', `"x" 'y'`],
  ['&unknown; & &#0;', '&unknown; & &#0;'],
  ['&constructor;', '&constructor;'],
])('%s reads as %s', (raw, text) => {
  expect(decodeEntities(raw)).toBe(text);
});

test('any text comes back as it was, and holds no tag on the way', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^(&|amp;|#38;|lt;|<|>|x)*$/u));
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeEntities(escapeField(text))).toBe(text);
      expect(escapeField(text)).not.toMatch(/[<>]/u);
    }),
  );
});
