/** The languages of the interface, each with its own name, the locale of its formats, and its direction. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr', quotes: ['“', '”'] },
  de: { name: 'Deutsch', locale: 'de', direction: 'ltr', quotes: ['„', '“'] },
  fr: { name: 'Français', locale: 'fr', direction: 'ltr', quotes: ['«\u00a0', '\u00a0»'] },
  es: { name: 'Español', locale: 'es', direction: 'ltr', quotes: ['«', '»'] },
  // With the digits that articles, addresses and sizes of ads have too.
  ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl', quotes: ['«', '»'] },
} as const satisfies Record<string, LanguageRow>;

interface LanguageRow {
  readonly name: string;
  /** BCP 47, with what `Intl` is to be told. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** What stands before and after a name. */
  readonly quotes: readonly [string, string];
}

export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as readonly Language[] as readonly [
  Language,
  ...Language[],
];

/** English with longer, marked texts, for tests: what is not marked is in no catalogue, what breaks is too narrow. */
export const PSEUDO = 'en-XA';

/** The same from right to left, so that what is not mirrored shows. */
export const PSEUDO_RTL = 'en-XB';

/** Every language that can be spoken: those that a person can choose, and those of tests. */
export type SpokenLanguage = Language | typeof PSEUDO | typeof PSEUDO_RTL;

export const isSpoken = (code: string): code is SpokenLanguage =>
  Object.hasOwn(languages, code) || code === PSEUDO || code === PSEUDO_RTL;

/** Where a language is written from. */
export function directionOf(language: SpokenLanguage): 'ltr' | 'rtl' {
  return language === PSEUDO_RTL ? 'rtl' : rowOf(language).direction;
}

/** Those of tests are English but for their letters. */
const rowOf = (language: SpokenLanguage): LanguageRow =>
  languages[language === PSEUDO || language === PSEUDO_RTL ? 'en' : language];

export const localeOf = (language: SpokenLanguage): string => rowOf(language).locale;

export const quotesOf = (language: SpokenLanguage): LanguageRow['quotes'] => rowOf(language).quotes;

/** The first of a person's languages (BCP 47, best first) that the interface has; English where it has none. */
export function bestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/u)[0] ?? '';
    const found = languageCodes.find((code) => code === base);
    if (found !== undefined) return found;
  }
  return 'en';
}
