/**
 * The direction in which a line is written. One rule for editor, list, preview and exports, so that what is seen is
 * what goes out: a paragraph has the direction of its first strong letter (Unicode Bidirectional Algorithm, rules P2
 * and P3, as HTML's `dir=auto`); one without any, such as a line of digits, has the direction of the article.
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
const letter = /\p{L}/u;
const letters = /\p{L}/gu;

/** What is inside an isolate says nothing about the paragraph around it (rule P2). */
const isolates = /[\u2066-\u2068][^\u2069]*(?:\u2069|$)/gu;

/** The direction of the first letter that has one; null when no letter has. */
export function firstStrong(text: string): Direction | null {
  const found = strong.exec(text.includes('\u2069') ? text.replace(isolates, '') : text);
  if (!found) return null;
  return found[1] === undefined ? 'ltr' : 'rtl';
}

/** Whether any of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return anyRtl.test(text);
}

/** How much of a text is examined to find its direction, in code units. */
export const DIRECTION_SAMPLE = 4000;

/** The direction of most letters at the start of a text; null if it has none. */
export function mostlyWritten(text: string): Direction | null {
  const sample = text.slice(0, DIRECTION_SAMPLE);
  if (!letter.test(sample)) return null;
  const rtl = sample.match(rtlLetters)?.length ?? 0;
  return rtl > 0 && rtl > (sample.match(letters)?.length ?? 0) / 2 ? 'rtl' : 'ltr';
}

interface Directed {
  readonly direction: Direction | 'auto';
  readonly headline: string;
}

/** An article's own direction: the one set, else that of most of its text or its headline. */
export function articleDirection({ direction, headline }: Directed, text: string): Direction {
  return direction === 'auto' ? (mostlyWritten(text) ?? mostlyWritten(headline) ?? 'ltr') : direction;
}

/**
 * The direction of a line of the head, such as a headline: the article's if one is set, since an acronym at the front
 * does not turn a headline round; else that of its first strong letter.
 */
export function lineDirection(line: string, set: Direction | 'auto', article: Direction): Direction {
  return set === 'auto' ? (firstStrong(line) ?? article) : set;
}
