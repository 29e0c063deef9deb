/**
 * In which direction a line is written. One rule for editor, list, preview and exports, so that what is seen is what
 * leaves: a paragraph has the direction of its first strong letter (Unicode Bidirectional Algorithm, rules P2 and
 * P3, as HTML's `dir=auto`); one without any, of digits for instance, has the direction of the article.
 */
export type Direction = 'ltr' | 'rtl';

const rtlScripts = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Samaritan',
  'Mandaic',
  'Adlam',
  'Hanifi_Rohingya',
  'Yezidi',
  'Mende_Kikakui',
]
  .map((script) => `\\p{sc=${script}}`)
  .join('');

const rtlLetter = `(?=\\p{L})[${rtlScripts}]`;
const strong = new RegExp(`(${rtlLetter}|\\u200f)|\\p{L}|\\p{Nl}|\\u200e`, 'u');
const anyRtl = new RegExp(`${rtlLetter}|\\u200f`, 'u');
const rtlLetters = new RegExp(rtlLetter, 'gu');

/** What an isolate holds says nothing of the paragraph around it (rule P2). */
const isolates = /[\u2066-\u2068][^\u2069]*(?:\u2069|$)/gu;

/** The direction of the first letter that has one; null when no letter has. */
export function firstStrong(text: string): Direction | null {
  const found = strong.exec(text.includes('\u2069') ? text.replace(isolates, '') : text);
  if (!found) return null;
  return found[1] === undefined ? 'ltr' : 'rtl';
}

/** Whether anything in a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return anyRtl.test(text);
}

/** How much of a text tells in which direction it is written, in code units. */
const SAMPLE = 4000;

/** The direction of most letters of a text's beginning; null where it has none. */
export function mostlyWritten(text: string): Direction | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return (sample.match(rtlLetters)?.length ?? 0) > letters / 2 ? 'rtl' : 'ltr';
}

interface Directed {
  readonly direction: Direction | 'auto';
  readonly headline: string;
}

/** An article's own direction: the one set, else the one in which most of its text, or its headline, is written. */
export function articleDirection({ direction, headline }: Directed, text: string): Direction {
  return direction === 'auto' ? (mostlyWritten(text) ?? mostlyWritten(headline) ?? 'ltr') : direction;
}

/**
 * The direction of a line of the head, a headline for instance: the article's where one is set, since an acronym in
 * front turns no headline round; else that of its first strong letter.
 */
export function lineDirection(line: string, set: Direction | 'auto', article: Direction): Direction {
  return set === 'auto' ? (firstStrong(line) ?? article) : set;
}
