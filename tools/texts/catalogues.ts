import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { namesOf } from './sourceTexts';

type Catalogue = Readonly<Record<string, string>>;

const folderOf = (project: string): string => path.join(project, 'src', 'shared', 'language', 'catalogues');

/** The languages that have a catalogue: English is its own. */
export const translated = (project: string): readonly string[] =>
  readdirSync(folderOf(project))
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.basename(file, '.json'))
    .toSorted();

const fileOf = (project: string, language: string): string =>
  path.join(folderOf(project), `${language}.json`);

export const readCatalogue = (project: string, language: string): Catalogue =>
  JSON.parse(readFileSync(fileOf(project, language), 'utf8')) as Catalogue;

/** A catalogue with an entry for each text, sorted, empty where it has none yet; what is said no longer goes. */
export function completed(catalogue: Catalogue, texts: readonly string[]): Catalogue {
  const sorted = [...new Set(texts)].toSorted((one, other) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map((text) => [text, catalogue[text] ?? '']));
}

export function writeCatalogue(project: string, language: string, catalogue: Catalogue): void {
  writeFileSync(fileOf(project, language), `${JSON.stringify(catalogue, null, 2)}\n`);
}

/** What is wrong with a catalogue: texts it lacks, has for nothing, or says with other values than English. */
export function catalogueFaults(catalogue: Catalogue, texts: readonly string[]): readonly string[] {
  const said = new Set(texts);
  const missing = [...said].filter((text) => !catalogue[text]).map((text) => `“${text}” is not translated.`);
  const faults = Object.entries(catalogue).flatMap(([text, own]) => {
    if (!said.has(text)) return [`“${text}” is said no longer.`];
    return own === '' ? [] : entryFaults(text, own);
  });
  return [...missing, ...faults];
}

function entryFaults(text: string, own: string): readonly string[] {
  const [wanted, given] = [namesOf(text), namesOf(own)];
  if (typeof wanted === 'string') return [];
  if (typeof given === 'string') return [`“${own}” is no ICU message: ${given}`];
  const same = wanted.size === given.size && [...wanted].every((name) => given.has(name));
  return same ? [] : [`“${own}” has other values than “${text}”.`];
}
