import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { type Formatters, type MessageFormatPart, formatToParts } from 'intl-messageformat';
import { type SpokenLanguage, directionOf, localeOf } from './languages';

/**
 * Every text that a person reads is said here. It stands in English, as an ICU message, where it is used, and its
 * English is its key in the catalogues (`catalogues/`); `npm run texts` finds it there, so it is a literal. What a
 * catalogue lacks is said in English.
 *
 * A process speaks one language: it is set before anything is said, and `say` is called when a text is needed, not
 * when a module loads. A table has {@link saying}.
 */
export interface Speech {
  readonly language: SpokenLanguage;
  /** The text in the language, by its English; empty for English itself. */
  readonly catalogue: Readonly<Record<string, string>>;
  /** Rewrites each message before it is said, as the languages of tests do. */
  readonly rewrite?: (message: readonly MessageFormatElement[]) => MessageFormatElement[];
}

/** What a text names: text, or numbers, which are said as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

let speech: Speech = { language: 'en', catalogue: {} };
const messages = new Map<string, readonly MessageFormatElement[]>();
const hearers = new Set<() => void>();

/** Sets the language of this process. */
export function speak(next: Speech): void {
  speech = next;
  messages.clear();
  for (const forget of hearers) forget();
}

/** The language that this process speaks. */
export const spokenLanguage = (): SpokenLanguage => speech.language;

/** Calls `forget` whenever another language is spoken, for what was made for the one before. */
export function onOtherLanguage(forget: () => void): void {
  hearers.add(forget);
}

/**
 * A text in the language of this process: `say('{count, plural, one {# word} other {# words}}', { count })`.
 *
 * @throws Error where a value that it names is not given
 */
export function say(text: string, values?: Values): string {
  // Most texts name nothing, and are what they are.
  if (values === undefined && speech.rewrite === undefined) return translated(text);
  return partsOf(text, values ?? {})
    .map(({ value }) => String(value))
    .join('');
}

/** The same for a table: it is said when it is read. */
export const saying =
  (text: string): (() => string) =>
  () =>
    say(text);

/**
 * Words by which people look for something, with commas between them: in the language of this process, and in English,
 * as many know them from other programs.
 */
export const searchWords =
  (text: string): (() => string) =>
  () =>
    translated(text) === text ? text : `${translated(text)}, ${text}`;

/** The pieces of a text that names more than words, such as a link, in their order. */
export function sayPieces<Piece>(
  text: string,
  values: Readonly<Record<string, Piece | string | number>>,
): readonly (Piece | string)[] {
  return partsOf<Piece | string | number>(text, values).map(({ value }) => value as Piece | string);
}

/**
 * In a text that is read from right to left, what it names keeps its own direction, and turns nothing beside it round:
 * the first strong isolate and its end of Unicode's bidirectional algorithm (UAX 9).
 */
const isolated = <Value>(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | string>> =>
  directionOf(speech.language) === 'ltr'
    ? values
    : Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? isolate(value) : value,
        ]),
      );

/** A text that keeps its own direction among others. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** The same of one item in a list, where the language is written from right to left. */
export const apart = (text: string): string =>
  directionOf(speech.language) === 'ltr' ? text : isolate(text);

/** Without the class around it, which asks Intl at every text which locales it has: 12 ms of a window’s first frame. */
function partsOf<Value>(
  text: string,
  values: Readonly<Record<string, Value>>,
): readonly MessageFormatPart<Value | string>[] {
  const locale = localeOf(speech.language);
  const message = [...messageOf(text)];
  return formatToParts<Value | string>(
    message,
    locale,
    formatters,
    styles,
    isolated(values),
    undefined,
    text,
  );
}

/** Messages name no styles: a date or a price is formatted before it is said. */
const styles = { number: {}, date: {}, time: {} };

/** What messages are formatted with, each made once a locale. */
const formatters: Formatters = {
  getNumberFormat: kept(
    (...of) => new Intl.NumberFormat(...(of as ConstructorParameters<typeof Intl.NumberFormat>)),
  ),
  getDateTimeFormat: kept((...of) => new Intl.DateTimeFormat(...of)),
  getPluralRules: kept((...of) => new Intl.PluralRules(...of)),
};

function messageOf(text: string): readonly MessageFormatElement[] {
  const known = messages.get(text);
  if (known !== undefined) return known;
  // A `<` is a `<`: a text has no elements.
  const parsed = parse(translated(text), { ignoreTag: true });
  const message = speech.rewrite?.(parsed) ?? parsed;
  messages.set(text, message);
  return message;
}

/** A catalogue has an empty entry for what waits for its translator. */
const translated = (text: string): string => speech.catalogue[text] || text;

/** The same for the same arguments. */
function kept<Of extends readonly unknown[], It>(make: (...of: Of) => It): (...of: Of) => It {
  const made = new Map<string, It>();
  return (...of) => {
    const key = JSON.stringify(of);
    const it = made.get(key) ?? make(...of);
    made.set(key, it);
    return it;
  };
}
