import { afterEach, expect, test } from 'vitest';
import { collator, dateFormat, enumerated, figure, listed, listedAsChoice } from './formats';
import { bestLanguage, directionOf } from './languages';
import { pseudoSpeech } from './pseudo';
import { say, sayPieces, saying, speak } from './say';
import { speakLanguage } from './speakLanguage';

afterEach(() => speakLanguage('en'));

const words = '{count, plural, one {# word} other {# words}}';

test('English needs no catalogue', () => {
  expect(say('Save now')).toBe('Save now');
  expect(say(words, { count: 1 })).toBe('1 word');
  expect(say(words, { count: 1234 })).toBe('1,234 words');
});

test('a text is said in the language of the process, with its own plurals and numbers', () => {
  const label = saying('Save now');
  speak({
    language: 'ar',
    catalogue: {
      'Save now': 'احفظ الآن',
      [words]: '{count, plural, one {كلمة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
    },
  });
  expect(label()).toBe('احفظ الآن');
  expect([1, 2, 3, 11].map((count) => say(words, { count }))).toEqual([
    'كلمة',
    'كلمتان',
    '3 كلمات',
    '11 كلمة',
  ]);
  speak({ language: 'de', catalogue: { [words]: '{count, plural, one {# Wort} other {# Wörter}}' } });
  expect(say(words, { count: 1234 })).toBe('1.234 Wörter');
});

test('what a catalogue lacks, or has for nothing, is said in English', () => {
  speak({ language: 'de', catalogue: { Headline: '' } });
  expect(say('Save now')).toBe('Save now');
  expect(say('Headline')).toBe('Headline');
  expect(say('Send to {cms}', { cms: 'WordPress' })).toBe('Send to WordPress');
});

test('what a text names may be signs that messages have for themselves', () => {
  expect(say('“{headline}” is open', { headline: 'It’s {a} <b>test</b> # ' })).toBe(
    '“It’s {a} <b>test</b> # ” is open',
  );
  expect(say('{count, number} < {most, number}', { count: 3, most: 5 })).toBe('3 < 5');
});

test('a value that is missing is told with the text that names it', () => {
  expect(() => say('Send to {cms}', {})).toThrow(/"cms".*"Send to \{cms\}"/u);
});

test('pieces stand where the language has them', () => {
  const link = { href: 'https://news.example' };
  expect(sayPieces('Read {link} first', { link })).toEqual(['Read ', link, ' first']);
  expect(sayPieces('Nothing else', {})).toEqual(['Nothing else']);
});

test('numbers, lists, dates and order follow the language', async () => {
  const day = dateFormat({ day: 'numeric', month: 'long', timeZone: 'UTC' });
  const names = ['Zebra', 'Ärger', 'Apfel'];
  expect([figure(1234.5), listed(names), listedAsChoice(names), day().format(0)]).toEqual([
    '1,234.5',
    'Zebra, Ärger and Apfel',
    'Zebra, Ärger or Apfel',
    '1 January',
  ]);
  await speakLanguage('de');
  expect([figure(1234.5), listed(names), listedAsChoice(names), day().format(0)]).toEqual([
    '1.234,5',
    'Zebra, Ärger und Apfel',
    'Zebra, Ärger oder Apfel',
    '1. Januar',
  ]);
  expect(names.toSorted(collator().compare)).toEqual(['Apfel', 'Ärger', 'Zebra']);
});

test('a list that is cut off has nothing before its last item, and keeps each item’s direction', async () => {
  const names = ['/a', '/b', '/c'];
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    await speakLanguage(language);
    expect(enumerated(names)).toBe('/a, /b, /c');
  }
  await speakLanguage('ar');
  expect(enumerated(names)).toBe('\u2068/a\u2069، و\u2068/b\u2069، و\u2068/c\u2069');
});

test('the first of a person’s languages that the interface has is spoken', () => {
  expect(bestLanguage(['pt-BR', 'fr-CA', 'de'])).toBe('fr');
  expect(bestLanguage(['de_AT'])).toBe('de');
  expect(bestLanguage([])).toBe('en');
  expect(bestLanguage(['dexyz', 'constructor'])).toBe('en');
  expect(directionOf('ar')).toBe('rtl');
});

test('the language of tests marks every message, keeps what it names, and is longer', () => {
  speak(pseudoSpeech('en-XA'));
  expect(say('Save')).toBe('⟦Šåṽé··⟧');
  const said = say(words, { count: 2 });
  expect(said).toMatch(/^⟦2 [^a-z]+·+⟧$/u);
  expect(say('“{headline}” is open', { headline: 'Rain' })).toContain('Rain');
});

test('what a text from right to left names keeps its own direction', () => {
  speak({ language: 'ar', catalogue: { '{name} is open': '{name} مفتوح' } });
  expect(say('{name} is open', { name: '/home/editor' })).toBe('\u2068/home/editor\u2069 مفتوح');
  expect(listed(['/a', '/b'])).toContain('\u2068/a\u2069');
  speak({ language: 'en', catalogue: {} });
  expect(say('{name} is open', { name: '/home/editor' })).toBe('/home/editor is open');
});
