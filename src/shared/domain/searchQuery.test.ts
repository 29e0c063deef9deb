import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstHit, hitsIn, passageOf, searchTerms } from './searchQuery';

const hits = (query: string, text: string): readonly string[] =>
  hitsIn(text, searchTerms(query)).map(({ from, to }) => text.slice(from, to));

describe('the hits of a query', () => {
  test.each([
    ['lodz', 'Pociąg do Łódź, Łódź!', ['Łódź', 'Łódź']],
    ['har', 'The Harbour', ['Harbour']],
    ['har ', 'The Harbour', []],
    ['"the har', 'The Harbour, the hard way', ['The Harbour', 'the hard']],
    ['the "hard way"', 'The Harbour, the hard way', ['The', 'the', 'hard way']],
    ['京都', '東京都庁', ['京都']],
    ['مدينة', 'في المدينة', ['المدينة']],
    ['aero', 'Ærø', ['Ærø']],
    ['Fähr', 'F\u00e4hr\u00adverkehr', ['F\u00e4hr\u00adverkehr']],
    ['!!!', 'What!!!', []],
    ['“the hard”', 'the hard way', ['the hard']],
  ])('for %j in %j are %j', (query, text, found) => {
    expect(hits(query, text)).toEqual(found);
  });

  test('lie in order and apart, whatever is typed', () => {
    const word = fc.constantFrom('a', 'b', 'ab', '"', ' ', '京', '都', 'ال', 'é');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (query, text) => {
        let end = -1;
        for (const { from, to } of hitsIn(text.join(' '), searchTerms(query.join('')))) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
      }),
    );
  });
});

test('a passage begins at a word and holds its hit, also where no space is near', () => {
  const terms = searchTerms('港口');
  expect(passageOf(`${'市政府'.repeat(100)}港口关闭`, terms)).toContain('港口');
  expect(passageOf('nothing', terms)).toBe(null);
  expect(passageOf(`${'🚢'.repeat(60)}港口`, terms)?.isWellFormed()).toBe(true);
});

test('a passage begins where its text has the first hit, and holds it', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'abc', '京', '都', 'المدينة', 'é', '!');
  fc.assert(
    fc.property(fc.array(word), fc.array(fc.oneof(word, fc.constant('"'))), (words, query) => {
      const text = words.join(' ');
      const terms = searchTerms(query.join(' '));
      const [first] = hitsIn(text, terms);
      const passage = passageOf(text, terms);
      expect(passage === null).toBe(first === undefined);
      if (passage === null || first === undefined) return;
      const shown = passage.replace(/^…|…$/gu, '');
      const starts = Array.from({ length: 49 }, (_, back) => first.from - back);
      expect(starts.some((start) => start >= 0 && text.startsWith(shown, start))).toBe(true);
    }),
  );
});

test('the first hit is the first of all hits, whatever the text and the query', () => {
  const part = fc.constantFrom(
    'a',
    'Ab',
    'abc',
    'B',
    '1',
    'é',
    'É',
    'ß',
    'ال',
    'مدينة',
    '京',
    'ה',
    '"',
    '-',
    ' ',
    '😀',
  );
  const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (read, typed) => {
      const terms = searchTerms(typed);
      expect(firstHit(read, terms)).toBe(hitsIn(read, terms)[0]?.from ?? null);
    }),
    { numRuns: 500 },
  );
});

test('a query of many words asks for each once, and for no more than the index can answer quickly', () => {
  expect(searchTerms('har har har har')).toHaveLength(2);
  expect(searchTerms('har har har har ')).toHaveLength(1);
  const many = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
  expect(searchTerms(many)).toHaveLength(32);
  expect(searchTerms(many).at(-1)).toMatchObject({ open: true, words: [{ text: 'w199' }] });
});
