import { beforeAll, describe, expect, it } from 'vitest';
import { settingsSections } from '#shared/domain/settingsTable';
import { speakLanguage } from '#shared/language/speakLanguage';
import { entries, findEntries, hitsIn } from './settingsSearch';

const found = (query: string) => findEntries(query).map(({ id }) => id);

it('finds a setting by its label, by what it does, and by another word for it', () => {
  expect(found('colours')).toEqual(['theme', 'sections']);
  expect(found('quote')).toEqual(['autoformat', 'keys.format.quote']);
  expect(found('MARKDOWN')).toEqual(['autoformat']);
  expect(found('password')).toEqual(['sites', 'privacy']);
});

it('wants every word that was typed, or its beginning', () => {
  expect(found('fold exports')).toEqual(['exportFolder']);
  expect(found('folder')).toEqual(['exportFolder', 'importFolder', 'keys.help.storeFolder', 'privacy']);
  expect(found('theme xyzzy')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

it('finds something in every section', () => {
  const sections = new Set(entries().map(({ section }) => section));
  expect([...sections]).toEqual(Object.keys(settingsSections));
});

it('finds a setting by what it can be set to', () => {
  expect(found('dark')).toEqual(['theme', 'keys.view.themeDark']);
  expect(found('français')).toEqual(['language']);
});

describe('in German', () => {
  beforeAll(() => speakLanguage('de'));

  it.each([
    ['Sprache', 'language'],
    ['Französisch', 'language'],
    ['dunkel', 'theme'],
    ['Tasten', 'keys'],
    ['Kennwort', 'sites'],
    ['Verzeichnis', 'importFolder'],
  ])('finds by “%s” what it is a word for', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('finds by the English words too', () => {
    expect(found('language')).toContain('language');
    expect(found('shortcuts')).toContain('keys');
    expect(found('password')).toEqual(['sites', 'privacy']);
  });
});

it('marks what matches, as long as it was typed', () => {
  expect(hitsIn('Quotes and “quotation”', 'quot')).toEqual([
    { from: 0, to: 4 },
    { from: 12, to: 16 },
  ]);
  expect(hitsIn('Theme', 'xyzzy')).toEqual([]);
});
