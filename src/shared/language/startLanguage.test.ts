import { expect, test } from 'vitest';
import { languageWord, startLanguage } from './startLanguage';

test('what a start is told comes before the settings, and they come before the system', () => {
  expect(startLanguage('fr', ['de-AT'], ['nutgraf', '--language=ar'])).toBe('ar');
  expect(startLanguage('fr', ['de-AT'], ['nutgraf'])).toBe('fr');
  expect(startLanguage('system', ['pt-BR', 'de_CH', 'en'], ['nutgraf'])).toBe('de');
  expect(startLanguage('system', ['nl', 'pt'], [])).toBe('en');
  expect(startLanguage('system', ['es'], ['--language=tlh'])).toBe('es');
});

test('a worker hears the language of the process that starts it', () => {
  expect(startLanguage('system', ['en'], [languageWord('en-XA')])).toBe('en-XA');
});
