import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATIENCE, STARVED } from '../importReader';
import { readLines } from './line';
import { first, fourth, read, second, third } from './testing/pastedPage';

const letters = (text: string): string => text.replace(/[\s\u00ad\u2010-]/gu, '');

describe('nothing is lost', () => {
  const line = fc.oneof(
    fc.constantFrom(
      first,
      second,
      third,
      fourth,
      'A long wait',
      'Advertisement',
      'spot_img',
      'Share',
      'Home',
      'City',
      'By Bo Example',
      'Home > City > A long wait',
      'HomeCityThe bridge closes',
      'The bridge closes',
      '#a, #b',
      'Tags',
      'Related articles',
      '12 October 2025',
      'The river has been rising since the start of the week and...',
      '3 Comments',
      '© 2025',
      '',
      '',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/\s+/gu, ' ')),
  );

  test('every line is the headline, a block or left out, in the order of the page', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const page = lines.join('\n');
        const story = read(page);
        // Those of a page broken at a fixed width are joined, with all their letters.
        const written = readLines(page).map(({ text }) => text);
        expect(letters(written.join(' '))).toBe(letters(page));
        const found = [
          ...(written.includes(story.headline) ? [story.headline] : []),
          ...story.blocks.flatMap((block) => (block.kind === 'adSlot' ? [] : [block.text])),
          ...story.leftOut.flatMap(({ text }) => text.split('\n')),
        ];
        expect(found.toSorted()).toEqual(written.toSorted());
      }),
      {
        numRuns: 300,
        examples: [
          [['By Bo Example', 'à!가가！', '! ！𠀀 !가！⺀', "ß!!!！'", 'HomeCityThe bridge closes', 'City']],
        ],
      },
    );
  });

  test('and each piece says before which block it stood', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { blocks, leftOut } = read(lines.join('\n'));
        const places = leftOut.map(({ before }) => before);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.every((place) => place <= blocks.length)).toBe(true);
      }),
    );
  });
});

test.each([
  ['one line', 'word '.repeat(400_000)],
  ['spaces', `a${' '.repeat(1_900_000)}b.`],
  ['dashes and bars', ' - | > # '.repeat(200_000)],
  ['short lines', 'A title\n'.repeat(250_000)],
  ['many tags', '#tag '.repeat(400_000)],
  ['many ads', 'Advertisement\nText of a sentence.\n'.repeat(55_000)],
  ['related lists', `Related articles\n${'A title of some length here\n'.repeat(60_000)}`],
])(
  'two megabytes of %s are read before a reader would be given up',
  { timeout: PATIENCE * STARVED },
  (_what, text) => {
    expect(read(text)).toBeDefined();
  },
);
