import { describe, expect, it } from 'vitest';
import { articleDirection, firstStrong, lineDirection, mostlyWritten } from './direction';

describe('the direction of a paragraph', () => {
  it.each([
    ['The mayor', 'ltr'],
    ['12. «The» mayor', 'ltr'],
    ['رئيس البلدية', 'rtl'],
    ['3.5 % – ראש העיר', 'rtl'],
    ['WHO أعلنت اليوم', 'ltr'],
    ['ޤާނޫނު', 'rtl'],
    ['नगर परिषद', 'ltr'],
    ['\u200fABC', 'rtl'],
    ['\u2067עברית\u2069 in English', 'ltr'],
    ['12:30, 5–3', null],
    ['٤٢', null],
    ['', null],
  ])('of %j is %s', (text, direction) => {
    expect(firstStrong(text)).toBe(direction);
  });
});

describe('the direction of an article', () => {
  const hebrew = 'Tel Aviv – מועצת העיר החליטה ביום שלישי להרחיב את הנמל לפני האביב.';

  it('is that of most of its text, not of its first word or its headline', () => {
    expect(mostlyWritten(hebrew)).toBe('rtl');
    expect(articleDirection({ direction: 'auto', headline: 'Harbour news' }, hebrew)).toBe('rtl');
    expect(articleDirection({ direction: 'auto', headline: 'חדשות' }, '')).toBe('rtl');
    expect(articleDirection({ direction: 'auto', headline: '' }, '12')).toBe('ltr');
  });

  it('is the one that is set', () => {
    expect(articleDirection({ direction: 'ltr', headline: '' }, hebrew)).toBe('ltr');
  });
});

describe('the direction of a headline', () => {
  it('is its own, else the article’s; and the article’s where one is set', () => {
    expect(lineDirection('Harbour', 'auto', 'rtl')).toBe('ltr');
    expect(lineDirection('', 'auto', 'rtl')).toBe('rtl');
    expect(lineDirection('WHO: أعلنت', 'rtl', 'rtl')).toBe('rtl');
  });
});
