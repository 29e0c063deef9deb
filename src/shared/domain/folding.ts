/**
 * How text is compared in a search: one function for the index, the query and the highlighted hits, so that they can
 * never disagree.
 */

/** A word of a text in the form in which it is compared, and its position in the text, in UTF-16 code units. */
export interface Word {
  /** Folded, never empty. */
  readonly text: string;
  /** The same without the Arabic article and what is joined to it; equal to `text` for most words. */
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Scripts that put no space between words, or attach grammar to them (Korean). Each character counts as a word, and a
 * word as a phrase, so that it is found wherever it is: a dictionary would split the same word differently by context
 * and by version of the runtime.
 */
const unspaced = [
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Hangul',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');

/** Invisible characters inside words: joiners, soft hyphens, direction marks, variation selectors. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}`;

/** Hebrew abbreviations contain a quote mark; people type it with the keyboard's. */
const hebrewQuote = String.raw`(?<=\p{Script=Hebrew}\p{M}*)["'׳״](?=\p{Script=Hebrew})`;

const single = String.raw`(?=[\p{L}\p{M}\p{Nl}\p{No}])[${unspaced}][\p{M}\uff9e\uff9f${unseen}]*`;
const spaced = String.raw`(?:(?!${single})[\p{L}\p{M}\p{N}\p{Co}${unseen}]|${hebrewQuote})+`;
const sign = String.raw`[\p{Extended_Pictographic}\p{Regional_Indicator}]`;
/** Looked for at its place alone: what stands before it was a word already, or none. */
const wordPattern = new RegExp(`${single}|${spaced}|${sign}`, 'uy');

const ascii = /^[A-Za-z0-9]+$/;

/** The words of a text in order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let word = nextWord(text, 0); word !== null; word = nextWord(text, word.to)) words.push(word);
  return words;
}

/**
 * The first word that begins at a place or after it. Most words are of plain letters between plain signs: those are
 * cut without the pattern, which takes several times as long. Given `initials` (codes of folded characters), plain
 * words that begin with none of them are passed over, and nothing of them is taken out of the text.
 */
export function nextWord(text: string, from: number, initials?: ReadonlySet<number>): Word | null {
  let at = from;
  while (at < text.length) {
    const end = plainEnd(text, at);
    if (end > at && !isForeign(text, end)) {
      if (initials === undefined || initials.has(foldedCode(text.charCodeAt(at))))
        return wordAt(text.slice(at, end), at);
      at = end;
      continue;
    }
    const written = isForeign(text, end) ? writtenAt(text, at) : null;
    const word = written === null ? null : wordAt(written, at);
    if (word !== null) return word;
    at += written?.length ?? letterLength(text, at);
  }
  return null;
}

/** The small letter of a plain capital, whose code lies 32 above its own; any other code as it is. */
const foldedCode = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** Where the plain letters and digits end that begin at a place; that place itself where none does. */
function plainEnd(text: string, from: number): number {
  let end = from;
  while (isPlain(text.charCodeAt(end))) end += 1;
  return end;
}

const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

const isForeign = (text: string, place: number): boolean => text.charCodeAt(place) > 0x7f;

function writtenAt(text: string, place: number): string | null {
  wordPattern.lastIndex = place;
  return wordPattern.exec(text)?.[0] ?? null;
}

const letterLength = (text: string, place: number): number =>
  (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;

function wordAt(written: string, from: number): Word | null {
  const text = foldWord(written);
  return text === '' ? null : { text, stem: withoutArticle(text), from, to: from + written.length };
}

/** Letters that Unicode does not decompose to a plain letter. */
const kin: ReadonlyMap<string, string> = new Map(
  [
    'ł:l đ:d ð:d ø:o ı:i ß:ss æ:ae œ:oe þ:th ħ:h ŧ:t ŋ:n ĸ:k ɓ:b ɗ:d ƙ:k ə:e ς:σ',
    // Arabic, Persian and Urdu write the same letter with different characters.
    'ٱ:ا ى:ي ی:ي ے:ي ې:ي ک:ك ڪ:ك ة:ه ہ:ه ھ:ه ە:ه ۃ:ه',
    // Devanagari and Bengali: the moon and the dot are written for each other.
    'ँ:ं ঁ:ং',
  ].flatMap((row) => row.split(' ').map((pair) => pair.split(':') as [string, string])),
);
const hasKin = new RegExp(`[${[...kin.keys()].join('')}]`, 'gu');

/** Latin letters without accents, and without strokes that Unicode does not count as accents: `Łódź` gives `Lodz`. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(hasKin, (letter) => (/\p{Script=Latin}/u.test(letter) ? (kin.get(letter) ?? letter) : letter));
}

/** Marks are ignored in scripts where they only help reading or are often left out. */
const silentMarks = [
  // The lengthening stroke of Arabic, and what the compatibility forms leave: spaces, fraction strokes, quotes. First:
  // the marks behind them are then those of the letter before.
  /\u0640|[^\p{L}\p{M}\p{N}\p{Co}\p{So}]/gu,
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}])\p{Mn}+/gu,
  // Cyrillic: the stress, and the dots of ё; the breve makes another letter (й).
  /(?<=\p{Script=Cyrillic})[\u0300\u0301]+|(?<=е)\u0308/gu,
  // The nukta of the Indic scripts.
  /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/gu,
];

/** Words recur; this many are remembered. */
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 40;
const known = new Map<string, string>();

function foldWord(written: string): string {
  if (ascii.test(written)) return written.toLowerCase();
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = foldLetters(written);
  if (known.size >= MOST_KNOWN) known.clear();
  if (written.length <= LONGEST_KNOWN) known.set(written, folded);
  return folded;
}

function foldLetters(written: string): string {
  const visible = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const bare = silentMarks.reduce((text, marks) => text.replace(marks, ''), visible.normalize('NFD'));
  return bare
    .normalize('NFC')
    .replace(hasKin, (letter) => kin.get(letter) ?? letter)
    .replace(/\p{Nd}/gu, digitOf);
}

/** The code points of the zeros whose digits appear in news; each is followed by its nine others. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
];

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((start) => start <= code);
  return zero === undefined || code > zero + 9 ? digit : String(code - zero);
}

/** The article, with any conjunction or preposition before it, if at least three letters follow. */
const article = /^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u;

const withoutArticle = (folded: string): string =>
  isForeign(folded, 0) ? folded.replace(article, '') : folded;
