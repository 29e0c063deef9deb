import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from './folding';

const fold = (text: string): string =>
  wordsOf(text)
    .map((word) => word.text)
    .join(' ');

describe('two ways to write a word are one', () => {
  test.each([
    ['case', 'HARBOUR', 'harbour'],
    ['accents', 'Petrović', 'petrovic'],
    ['composed and decomposed', 'Petrović', 'Petrovic\u0301'],
    ['Polish ł', 'Łódź', 'lodz'],
    ['Vietnamese đ and stacked marks', 'Đặng', 'dang'],
    ['Turkish ı and İ', 'IŞIK ışık İl', 'isik isik il'],
    ['Danish ø, æ', 'Ærø', 'aero'],
    ['German ß', 'STRASSE', 'Straße'],
    ['capital ß', 'STRAẞE', 'strasse'],
    ['Russian ё', 'Ёлка', 'елка'],
    ['Russian stress', 'за\u0301мок', 'замок'],
    ['Greek accents and final sigma', 'ΔΡΟΜΟΣ', 'δρόμος'],
    ['full-width letters and digits', 'ＡＢＣ１２', 'abc12'],
    ['half-width katakana', 'ﾃｽﾄ', 'テスト'],
    ['half-width katakana with their signs', 'ﾊﾟﾘﾃﾞ', 'パリデ'],
    ['Arabic vowel signs', 'مَدِينَة', 'مدينه'],
    ['Arabic hamza on alef', 'أإآٱ', 'اااا'],
    ['Arabic tatweel', 'مـديـنة', 'مدينة'],
    ['Persian kaf and yeh', 'کتابی', 'كتابي'],
    ['Persian with and without half-space', 'می\u200cروم', 'میروم'],
    ['Urdu he', 'ہند', 'هند'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Hebrew quotes in a word', 'צה״ל', 'צה"ל'],
    ['Devanagari nukta, composed and apart', 'क़लम', 'कलम'],
    ['Devanagari nukta, one character', '\u0958लम', 'कलम'],
    ['Devanagari moon and dot', 'चाँद', 'चांद'],
    ['digits of other scripts', '١٢٣ ۱۲۳ १२३ ๑๒๓', '123 123 123 123'],
    ['soft hyphens', 'Fähr\u00adverkehr', 'Fahrverkehr'],
    ['marks of direction', '\u200fשלום\u200e', 'שלום'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });
});

describe('two words stay two', () => {
  test.each([
    ['й is a letter', 'мой', 'мои'],
    ['vowel signs of Devanagari are letters', 'मौसम', 'मसम'],
    ['voiced kana are letters', 'が', 'か'],
    ['tones of Thai are letters', 'ข้าว', 'ขาว'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('a word of a script without spaces is one for each character, and stands where it is', () => {
  const text = '東京2025年';
  expect(wordsOf(text).map((word) => [word.text, text.slice(word.from, word.to)])).toEqual([
    ['東', '東'],
    ['京', '京'],
    ['2025', '2025'],
    ['年', '年'],
  ]);
});

test('the Arabic article is not part of a stem, unless too little would be left', () => {
  const stems = (text: string): readonly string[] => wordsOf(text).map(({ stem }) => stem);
  expect(stems('المدينة والمدينة للمدينة')).toEqual(stems('مدينة مدينة مدينة'));
  expect(stems('الله')).toEqual(['الله']);
});

test('whatever the text, each word is folded once and for all, and lies in it in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const words = wordsOf(text);
      let end = 0;
      for (const { from, to, text: word } of words) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(word).toMatch(/^[\p{L}\p{M}\p{N}\p{Co}\p{So}]+$/u);
        end = to;
      }
      // A ligature is one word of several characters, each of which is one when it is read again.
      const letters = (folded: string): string => folded.replaceAll(' ', '');
      expect(letters(fold(fold(text)))).toBe(letters(fold(text)));
    }),
    // A ligature of marks alone, which its compatibility form puts on a space.
    { examples: [['\u1d00\ufc5e']] },
  );
});

test('a plain word reads the same alone and among letters that are examined one by one', () => {
  const signs = [
    'a',
    'Z',
    '9',
    ' ',
    '-',
    '"',
    '#',
    '\n',
    'é',
    'ł',
    'ال',
    'ה',
    '״',
    '京',
    '한',
    '😀',
    '½',
    '\u0301',
    '\ud83d',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 12 }), (drawn) => {
      const text = drawn.join('');
      // A soft hyphen is not seen in a word, and makes none by itself.
      const hyphened = text.replace(/[a-z0-9]/giu, '$&\u00ad');
      expect(fold(hyphened)).toBe(fold(text));
    }),
  );
});
