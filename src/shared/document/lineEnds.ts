/** Scripts that part no words by spaces. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3001-\\u303f\\uff01-\\uff60]';
const unspacedEnd = new RegExp(`${unspaced}$`, 'u');
const unspacedStart = new RegExp(`^${unspaced}`, 'u');

/** In code units; what is longer is no word. */
const LONGEST_WORD = 100;

/** Words before which a hyphen stands for a word that comes later: "pre- and post-war", "Nord- und Südseite". */
const joining = new Set('and or to und oder bzw sowie bis et ou y och og eller en of e'.split(' '));

/** First and last parts of words that are written with a hyphen, in a line's middle too. */
const firstParts = new Set(
  'well self half quarter two three twenty thirty forty fifty sixty seventy eighty ninety peut vice'.split(
    ' ',
  ),
);
const lastParts = new Set(
  'known based term level old led born sized owned backed speaking looking class profile ranking minded fashioned related style haul lasting standing held being wing même mêmes être midi'.split(
    ' ',
  ),
);

/**
 * How two lines that were one are one again: what of the first line's end goes, and what comes between. Between
 * words there is a space, where their script has any. A hyphen at the end goes where it only breaks a word, and
 * stays where the word has one: before a capital or a number, beside another hyphen, in a compound that is known,
 * or that `whole`, the text around in small letters, writes so.
 */
export function joint(
  before: string,
  after: string,
  whole: string,
): { readonly cut: number; readonly between: string } {
  if (before.endsWith('\u00ad')) return { cut: 1, between: '' };
  const [, first] =
    /([\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])[-\u2010]$/u.exec(before.slice(-LONGEST_WORD)) ?? [];
  if (first === undefined) {
    return { cut: 0, between: unspacedEnd.test(before.slice(-2)) && unspacedStart.test(after) ? '' : ' ' };
  }
  const second = /^[\p{L}\p{M}]+/u.exec(after.slice(0, LONGEST_WORD))?.[0] ?? '';
  if (joining.has(second)) return { cut: 0, between: ' ' };
  return { cut: keepsHyphen(first.toLowerCase(), second, whole) ? 0 : 1, between: '' };
}

function keepsHyphen(first: string, second: string, whole: string): boolean {
  if (!/^\p{Ll}/u.test(second) || !/\p{L}$/u.test(first)) return true;
  if (first.includes('-') || firstParts.has(first) || (first.length > 2 && lastParts.has(second)))
    return true;
  return whole.includes(`${first}-${second}`) && !whole.includes(`${first}${second}`);
}
