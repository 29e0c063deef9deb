/**
 * How text is compared when somebody looks for it: one function for the index, the query and the hits that are
 * marked, so that they can never disagree.
 */

/** A word of a text in the form in which it is compared, and where it stands in the text, in UTF-16 code units. */
export interface Word {
  /** Folded, never empty. */
  readonly text: string;
  /** The same without the Arabic article and what is written in one with it; equal to `text` for most words. */
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Scripts that put no space between words, or hang what belongs to the grammar on them (Korean). Each character is
 * a word here and a word of theirs a phrase, so that it is found wherever it stands: a dictionary would cut the
 * same word differently by what stands around it, and by the version of the runtime.
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

/** Written inside words and not seen: joiners, soft hyphens, marks of direction, variation signs. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}`;

/** Hebrew writes abbreviations with a quote inside; people type it with the keyboard's. */
const hebrewQuote = String.raw`(?<=\p{Script=Hebrew}\p{M}*)["'׳״](?=\p{Script=Hebrew})`;

const single = String.raw`(?=[\p{L}\p{M}\p{Nl}\p{No}])[${unspaced}][\p{M}\uff9e\uff9f${unseen}]*`;
const spaced = String.raw`(?:(?!${single})[\p{L}\p{M}\p{N}\p{Co}${unseen}]|${hebrewQuote})+`;
const sign = String.raw`[\p{Extended_Pictographic}\p{Regional_Indicator}]`;
const wordPattern = new RegExp(`${single}|${spaced}|${sign}`, 'gu');

const ascii = /^[A-Za-z0-9]+$/;

/** The words of a text in their order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = wordAt(match);
    if (word !== null) words.push(word);
  }
  return words;
}

/** The same, each read as it is taken: for who needs the first few; for all of them it is slower. */
export function* eachWord(text: string): Generator<Word, void> {
  for (const match of text.matchAll(wordPattern)) {
    const word = wordAt(match);
    if (word !== null) yield word;
  }
}

function wordAt({ 0: written, index: from }: RegExpExecArray): Word | null {
  const text = foldWord(written);
  return text === '' ? null : { text, stem: withoutArticle(text), from, to: from + written.length };
}

/** Letters that no decomposition turns into their plain kin (Unicode has none for them). */
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

/** Latin letters without accents and without the strokes that Unicode does not count as such: `Łódź` gives `Lodz`. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(hasKin, (letter) => (/\p{Script=Latin}/u.test(letter) ? (kin.get(letter) ?? letter) : letter));
}

/** In scripts whose marks only help to read, or are often left out, they do not count. */
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

/** Words come again and again; as many as these are remembered. */
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

/** The code points of the zeros whose digits are written in news; each is followed by its nine others. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
];

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((start) => start <= code);
  return zero === undefined || code > zero + 9 ? digit : String(code - zero);
}

/** The article, with a conjunction or a preposition before it, where at least three letters follow. */
const article = /^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u;

const withoutArticle = (folded: string): string => folded.replace(article, '');
