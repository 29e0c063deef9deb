import { expect, test } from 'vitest';
import { builderConfiguration } from '../../packaging/builder';
import { projectFolder } from '../project';
import { catalogueFaults, readCatalogue, translated } from './catalogues';
import { sourceTexts } from './sourceTexts';

const { texts, faults } = sourceTexts(projectFolder);

test('every text that people read is said so that a catalogue can have it', () => {
  expect(texts.length).toBeGreaterThan(1000);
  expect(faults).toEqual([]);
});

test.each(translated(projectFolder))('the catalogue %s has every text, and no other', (language) => {
  const said = texts.map(({ text }) => text);
  expect(catalogueFaults(language, readCatalogue(projectFolder, language), said)).toEqual([]);
});

test('no text puts an article before a thing that has another gender in each language', () => {
  const gendered = /\b(?:an?|the|its|this|your) \{(?:secret|field|label|kind)\}/iu;
  expect(texts.filter(({ text }) => gendered.test(text))).toEqual([]);
});

test('no text, nor its translation, names a style of numbers, dates or times: none would be followed', () => {
  const translations = translated(projectFolder).flatMap((language) =>
    Object.values(readCatalogue(projectFolder, language)),
  );
  const styled = /\{\s*\w+\s*,\s*(?:date|time|number\s*,)/u;
  const all = [...texts.map(({ text }) => text), ...translations];
  expect(all.filter((text) => styled.test(text))).toEqual([]);
});

test('a package has Chromium’s own texts in each language', () => {
  const { electronLanguages } = builderConfiguration({
    electron: { folder: null, version: '45.4.1' },
    output: '/made',
    nativeModule: 'better_sqlite3.node',
    updates: null,
    test: null,
  });
  expect(electronLanguages).toEqual(['en-US', ...translated(projectFolder)]);
});
