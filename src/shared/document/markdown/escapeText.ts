const special = /[\\`*[\]<~|_&]/;
const markup = /[\\`*[\]<~|]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|&(?=#\w+;|[A-Za-z][A-Za-z0-9]*;)/g;

/**
 * What a line could begin with and be misread: a quote, a list, a heading, a rule, a setext underline, a row of
 * dashes of a GFM table (CommonMark, sections 4 and 5).
 */
const lineStarts: readonly RegExp[] = [
  /^[>=]/,
  /^#{1,6}(?=[ \t]|$)/,
  /^[+-](?=[ \t]|$)/,
  /^-(?=-)/,
  /^:(?=-)/,
  /^\d{1,9}(?=[.)](?:[ \t]|$))/,
];

/**
 * Text escaped for the inside of a line, so that every Markdown reader reads back the same characters. An underscore
 * within a word and an ampersand that begins no reference are not markup.
 */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(markup, '\\$&') : text;
}

/** The same at the start of a line. */
export function escapeLineStart(text: string): string {
  if (!lineStarts.some((pattern) => pattern.test(text))) return escapeText(text);
  const number = /^\d+/.exec(text)?.[0] ?? '';
  return `${number}\\${text.charAt(number.length)}${escapeText(text.slice(number.length + 1))}`;
}

/** One character as a numeric reference, which every rule about neighbours treats as punctuation. */
export function characterReference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase()};`;
}
