import { eachWord, wordsOf } from './folding';
import type { Word } from './folding';

/** One thing that must be found: a word, or words that stand behind each other. */
export interface SearchTerm {
  /** Never empty. */
  readonly words: readonly Pick<Word, 'text' | 'stem'>[];
  /** Whether the last word may go on: it is still being typed. */
  readonly open: boolean;
}

/** A place in a text, in UTF-16 code units. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/**
 * What a query as a person types it asks for: every word, `"words in quotes"` as a phrase, and the last word as the
 * beginning of one unless a space or a quote closed it. Empty when there is no word in it.
 */
export function searchTerms(query: string): readonly SearchTerm[] {
  const typed = query
    .toWellFormed()
    .replace(quoteInWord, '״')
    .replace(/[“”„«»]/gu, '"');
  const endsOpen = !/[\s"]$/u.test(typed);
  const terms = [...typed.matchAll(/"([^"]*)("|$)|[^\s"]+/gu)]
    .map(([whole, phrase, close]) => ({ words: wordsOf(phrase ?? whole), isClosed: close === '"' }))
    .filter(({ words }) => words.length > 0);
  const asked = terms.map(({ words, isClosed }, index) => ({
    words,
    open: endsOpen && !isClosed && index === terms.length - 1,
  }));
  return distinct(asked).slice(-MOST_TERMS);
}

/** Every term takes the index a while, and nobody types more of them. */
const MOST_TERMS = 32;

/** Each term once: one that is asked for again changes nothing of what is found. */
function distinct(terms: readonly SearchTerm[]): readonly SearchTerm[] {
  const known = new Map(terms.map((term) => [keyOf(term), term]));
  return [...known.values()];
}

const keyOf = ({ words, open }: SearchTerm): string =>
  `${open ? '>' : '='}${words.map(({ text, stem }) => `${text} ${stem}`).join(' ')}`;

/** A quote that Hebrew writes inside a word begins no phrase. */
const quoteInWord = /(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/gu;

/** Where a text answers the terms, in order and without overlap. */
export function hitsIn(text: string, terms: readonly SearchTerm[]): readonly Hit[] {
  if (terms.length === 0) return [];
  const words = wordsOf(text);
  const hits = terms.flatMap((term) => hitsOf(words, term)).toSorted((one, other) => one.from - other.from);
  const merged: Hit[] = [];
  for (const hit of hits) {
    const last = merged.at(-1);
    if (last === undefined || hit.from > last.to) merged.push(hit);
    else if (hit.to > last.to) merged[merged.length - 1] = { from: last.from, to: hit.to };
  }
  return merged;
}

function hitsOf(words: readonly Word[], term: SearchTerm): readonly Hit[] {
  return words.flatMap(({ from }, start) => {
    const end = words[start + term.words.length - 1];
    return end !== undefined && answersAt(words, start, term) ? [{ from, to: end.to }] : [];
  });
}

/** Whether the words from `start` on are those of the term. Asked at every word of a story: so without a closure. */
function answersAt(words: readonly Word[], start: number, { words: asked, open }: SearchTerm): boolean {
  for (let step = 0; step < asked.length; step += 1) {
    const word = words[start + step];
    const want = asked[step];
    if (word === undefined || want === undefined) return false;
    if (word.stem !== want.stem && !(open && step === asked.length - 1 && isBegunBy(word, want)))
      return false;
  }
  return true;
}

const isBegunBy = (word: Word, { stem, text }: SearchTerm['words'][number]): boolean =>
  word.stem.startsWith(stem) || word.text.startsWith(text);

/** Where the first hit in a text begins, its words read no further; null where nothing answers. */
function firstHit(text: string, terms: readonly SearchTerm[]): number | null {
  const longest = Math.max(...terms.map(({ words }) => words.length));
  const ahead: Word[] = [];
  const startsHit = (): boolean => terms.some((term) => answersAt(ahead, 0, term));
  for (const word of eachWord(text)) {
    ahead.push(word);
    if (ahead.length < longest) continue;
    if (startsHit()) break;
    ahead.shift();
  }
  while (ahead.length > 0 && !startsHit()) ahead.shift();
  return ahead[0]?.from ?? null;
}

/** How much of a text stands before a hit in its passage, code units. */
const BEFORE = 48;
const PASSAGE = 160;

/** The part of a text around its first hit, at most 160 code units; null where nothing answers. */
export function passageOf(text: string, terms: readonly SearchTerm[]): string | null {
  const first = firstHit(text, terms);
  if (first === null) return null;
  const start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
  const before = start === 0 ? '' : '…';
  const line = `${before}${text.slice(start, start + 2 * PASSAGE)}`.replace(/\s+/gu, ' ').trim();
  if (line.length <= PASSAGE) return line.toWellFormed();
  return `${line
    .slice(0, PASSAGE - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')}…`;
}

/** The first beginning of a word at or after `from`; `before` where there is none, as in scripts without spaces. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/u);
  if (space !== -1) return from + space + 1;
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + 1 : from;
}
