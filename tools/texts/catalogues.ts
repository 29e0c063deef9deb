import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Argument, argumentsOf } from './message';

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

/**
 * What is wrong with the catalogue of a language: texts it lacks, has for nothing, or says with other values than
 * English, or in another way; and counts for which it has no form.
 */
export function catalogueFaults(
  language: string,
  catalogue: Catalogue,
  texts: readonly string[],
): readonly string[] {
  const said = new Set(texts);
  const missing = [...said].filter((text) => !catalogue[text]).map((text) => `“${text}” is not translated.`);
  const faults = Object.entries(catalogue).flatMap(([text, own]) => {
    if (!said.has(text)) return [`“${text}” is said no longer.`];
    return own === '' ? [] : entryFaults(language, text, own);
  });
  return [...missing, ...faults];
}

function entryFaults(language: string, text: string, own: string): readonly string[] {
  const [wanted, given] = [argumentsOf(text), argumentsOf(own)];
  if (typeof wanted === 'string') return [];
  if (typeof given === 'string') return [`“${own}” is no ICU message: ${given}`];
  const names = new Set(wanted.map(({ name }) => name));
  if (!isSame(names, new Set(given.map(({ name }) => name))))
    return [`“${own}” has other values than “${text}”.`];
  return [
    ...[...names].flatMap((name) =>
      valueFaults(
        wanted.filter((one) => one.name === name),
        given.filter((one) => one.name === name),
      ).map((fault) => `“${own}” ${fault}.`),
    ),
    ...given.flatMap((one) =>
      missingCases(language, one).map((category) => `“${own}” has no “${category}” for {${one.name}}.`),
    ),
  ];
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((item) => other.has(item));

/** What a language may say otherwise: it has a plural where English, for this one word, needs none. */
const waysOf = (all: readonly Argument[]): ReadonlySet<string> =>
  new Set(
    all.map(({ kind, cases }) => (kind === 'plural' ? 'number' : [kind, ...cases.toSorted()].join(' '))),
  );

function valueFaults(wanted: readonly Argument[], given: readonly Argument[]): readonly string[] {
  const name = wanted[0]?.name ?? '';
  if (!isSame(waysOf(wanted), waysOf(given)))
    return [`says {${name}} as ${[...waysOf(given)].join(', ')}, not ${[...waysOf(wanted)].join(', ')}`];
  const isPlural = ({ kind }: Argument): boolean => kind === 'plural';
  return wanted.some(isPlural) && !given.some(isPlural) ? [`has no plural of {${name}}`] : [];
}

/** Among these are counts of every category that whole numbers below a million have, in any language. */
const counts = Array.from({ length: 1000 }, (_, count) => count);

/**
 * Categories that need no form of their own. In French and Spanish `many` is for whole millions, and for millions in
 * compact form (“2 millones de artículos”): Nutgraf counts nothing of that size, and CLDR lets it fall to `other`. In
 * Arabic the noun after 0 is as in `other`: CLDR’s own patterns for `zero` and `other` are the same.
 */
const fallToOther: Readonly<Record<string, readonly string[]>> = { fr: ['many'], es: ['many'], ar: ['zero'] };

/** The categories of a language that a plural has no form for, though counts of them come without a `=n`. */
function missingCases(language: string, { kind, cases, offset, order }: Argument): readonly string[] {
  if (kind !== 'plural') return [];
  const rules = new Intl.PluralRules(language, { type: order });
  const left = new Set(
    counts
      .filter((count) => !cases.includes(`=${count}`))
      .map((count) => rules.select(Math.max(0, count - offset))),
  );
  // What no whole number has, as Czech’s `many` of fractions, is not said of a count.
  return rules
    .resolvedOptions()
    .pluralCategories.filter(
      (category) =>
        left.has(category) && !cases.includes(category) && !fallToOther[language]?.includes(category),
    );
}
