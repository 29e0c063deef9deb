import { localeOf, quotesOf } from './languages';
import { apart, onOtherLanguage, spokenLanguage } from './say';

/** Makes something for a locale, once a language. */
function perLanguage<T>(make: (locale: string) => T): () => T {
  let made: { readonly value: T } | null = null;
  onOtherLanguage(() => (made = null));
  return () => (made ??= { value: make(localeOf(spokenLanguage())) }).value;
}

const number = perLanguage((locale) => new Intl.NumberFormat(locale));
const [and, or] = (['conjunction', 'disjunction'] as const).map((type) =>
  perLanguage((locale) => new Intl.ListFormat(locale, { type })),
) as [() => Intl.ListFormat, () => Intl.ListFormat];

/** A number as the language writes it: `1,234`. */
export const figure = (value: number): string => number().format(value);

/** A name in the language's quotation marks, for a list of names; a text that names one has its own. */
export const quoted = (name: string): string => apart(quotesOf(spokenLanguage()).join(name));

/** Several, as one part of a sentence: `one, two and three`. */
export const listed = (items: Iterable<string>): string => and().format([...items].map(apart));

const separator = perLanguage((locale) => {
  const parts = new Intl.ListFormat(locale, { type: 'unit' }).formatToParts(['1', '2', '3', '4']);
  return parts.find(({ type }) => type === 'literal')?.value ?? ', ';
});

/** Several with nothing before the last, for a list that is cut off or stands in brackets: `one, two, three`. */
export const enumerated = (items: Iterable<string>): string => [...items].map(apart).join(separator());

/** Several to choose from: `one, two or three`. */
export const listedAsChoice = (items: Iterable<string>): string => or().format([...items].map(apart));

/** The order in which the language sorts names. */
export const collator = perLanguage((locale) => new Intl.Collator(locale, { numeric: true }));

/** What the language calls other languages, by their BCP 47 tags; a tag that it has no name for is its own. */
export const languageNames = perLanguage(
  (locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
);

/** A format for dates and times, one a language; times have 24 hours where the locale has. */
export const dateFormat = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, options));

/** A label as it reads inside a sentence: “application password”, “API key”; German has capitals for all nouns. */
export const inSentence = (label: string): string =>
  spokenLanguage() === 'de' || /^\p{Lu}\p{Lu}/u.test(label)
    ? label
    : label.charAt(0).toLocaleLowerCase(localeOf(spokenLanguage())) + label.slice(1);
