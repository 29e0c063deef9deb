import fc from 'fast-check';
import { describe, test } from 'vitest';
import { br, code, doc, link, p } from './testing/builders';
import { expectOfRandomStories, laws } from './testing/laws';

describe('whatever the story', () => {
  test.each(Object.entries(laws))('%s', (_sentence, law) => expectOfRandomStories(law, 150));
});

/** Pieces of link definitions: code in a link shields none of them from a reader. */
const pieces = fc
  .array(fc.constantFrom('[', ']', ']:', '\\', ':', ' ', '/a', 'b', '"', "'", '(', ')', '<', '>', '`', '*'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join(''));
const isBlank = (text: string): boolean => text.trim() === '';

test('a paragraph that begins with a link is no link definition to any reader, whatever code is in it', () => {
  const { 'Markdown read back is the story in normal form': expectReadBack } = laws;
  const { 'an independent reader of Markdown reads the same text, block by block': expectSameText } = laws;
  fc.assert(
    fc.property(
      fc.record({
        before: fc.option(pieces),
        code: pieces,
        address: fc.constantFrom('/y', '/a b', 'https://news.example/(a)'),
      }),
      fc.array(fc.oneof(pieces, fc.constant(null)), { maxLength: 3 }),
      ({ before, code: inside, address }, after) => {
        fc.pre(!isBlank(inside));
        const story = doc(
          p(
            link(address, ...(before === null || isBlank(before) ? [] : [before]), code(inside)),
            ...after.map((text) => text ?? br),
            'c',
          ),
        );
        expectReadBack(story);
        expectSameText(story);
      },
    ),
    { numRuns: 1000 },
  );
});
