import { nextWord, wordsOf } from './folding';
import type { Word } from './folding';

/** One thing that must be found: a word, or words that follow each other. */
export interface SearchTerm {
  /** Never empty. */
  readonly words: readonly Pick<Word, 'text' | 'stem'>[];
  /** Whether the last word may be incomplete: it is still being typed. */
  readonly open: boolean;
}

/** A place in a text, in UTF-16 code units. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/**
 * What a typed query asks for: every word, `"words in quotes"` as a phrase, and the last word as a prefix unless a
 * space or a quote closed it. Empty when there is no word in it.
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

/** Every term costs the index time, and nobody types more than this. */
const MOST_TERMS = 32;

/** Each term once: repeating one changes nothing. */
function distinct(terms: readonly SearchTerm[]): readonly SearchTerm[] {
  const known = new Map(terms.map((term) => [keyOf(term), term]));
  return [...known.values()];
}

const keyOf = ({ words, open }: SearchTerm): string =>
  `${open ? '>' : '='}${words.map(({ text, stem }) => `${text} ${stem}`).join(' ')}`;

/** A quote inside a Hebrew word does not begin a phrase. */
const quoteInWord = /(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/gu;

/** Where a text matches the terms, in order and without overlap. */
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

/** Whether the words from `start` on match the term. Called for every word of a story, so without a closure. */
function answersAt(words: readonly Word[], start: number, term: SearchTerm): boolean {
  for (let step = 0; step < term.words.length; step += 1) {
    const word = words[start + step];
    if (word === undefined || !isAsked(word, term, step)) return false;
  }
  return true;
}

/** Whether a word is the one that a term has at a step. */
function isAsked(word: Word, { words, open }: SearchTerm, step: number): boolean {
  const want = words[step];
  if (want === undefined) return false;
  return word.stem === want.stem || (open && step === words.length - 1 && isBegunBy(word, want));
}

const isBegunBy = (word: Word, { stem, text }: SearchTerm['words'][number]): boolean =>
  word.stem.startsWith(stem) || word.text.startsWith(text);

/**
 * Where the first hit in a text begins, in code units; null when nothing matches. Reads no further than that, and only
 * those words that may begin a hit.
 */
export function firstHit(text: string, terms: readonly SearchTerm[]): number | null {
  const initials = initialsOf(terms);
  for (let word = nextWord(text, 0, initials); word !== null; word = nextWord(text, word.to, initials)) {
    for (const term of terms) if (beginsHit(text, word, term)) return word.from;
  }
  return null;
}

/** The codes of the first characters of the terms. */
function initialsOf(terms: readonly SearchTerm[]): ReadonlySet<number> {
  const firsts = terms.flatMap(({ words }) => words.slice(0, 1));
  return new Set(firsts.flatMap(({ stem, text }) => [stem.charCodeAt(0), text.charCodeAt(0)]));
}

/** Whether a word of a text, with those behind it, matches a term. */
function beginsHit(text: string, first: Word, term: SearchTerm): boolean {
  let word: Word | null = first;
  for (let step = 0; step < term.words.length; step += 1) {
    if (step > 0) word = nextWord(text, word.to);
    if (word === null || !isAsked(word, term, step)) return false;
  }
  return true;
}

/** How much of a text comes before the hit in its passage, in code units. */
const BEFORE = 48;
const PASSAGE = 160;

/** The passage around a text's first hit, at most 160 code units; null when nothing matches. */
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

/** The first start of a word at or after `from`; `before` if there is none, as in scripts without spaces. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/u);
  if (space !== -1) return from + space + 1;
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + 1 : from;
}
