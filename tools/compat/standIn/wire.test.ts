import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked, unmarked } from '../page/page';
import { decode, encode } from './wire';

/** JSON has one zero. */
const number = fc.double().map((value) => (value === 0 ? 0 : value));
const { crossing } = fc.letrec((tie) => ({
  crossing: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string(), number, fc.boolean(), fc.constantFrom(null, undefined)),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('crossing'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('$', 'v', 'a', 'id'), tie('crossing'), { noNullPrototype: true }),
  ),
}));

test('what a page and main tell each other arrives as it was, whichever way it goes', () => {
  fc.assert(
    fc.property(crossing, (value) => {
      expect(decode(JSON.stringify(marked(value)))).toStrictEqual(value);
      expect(unmarked(JSON.parse(encode(value)))).toStrictEqual(value);
    }),
    { numRuns: 1000 },
  );
});
