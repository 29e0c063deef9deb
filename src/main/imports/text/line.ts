import type { LeftOutReason } from '#shared/domain/importReport';
import { joinWrappedLines } from '#shared/document/wrappedLines';
import { bylineIn } from './byline';
import { furnitureOf } from './furniture';
import type { PhraseMatch } from './phrases';
import { bareWords } from './phrases';
import { hashtagNamesIn } from './hashtagLine';

/** What a line looks like by itself; its place decides what it is. */
type LineKind =
  | { readonly kind: 'furniture'; readonly reason: LeftOutReason; readonly match: PhraseMatch }
  | { readonly kind: 'hashtags'; readonly names: readonly string[] }
  /** Ends like a sentence, or is too long for a title. */
  | { readonly kind: 'prose' }
  /** Cut off by its site: "The council has decided that…". */
  | { readonly kind: 'teaser' }
  /** Anything else: a headline, a crosshead, a name, a list item. */
  | { readonly kind: 'title' };

export interface Line {
  /** As written, trimmed. */
  readonly text: string;
  readonly is: LineKind;
  /** There is no other line in its group, that is, between the same two blank lines. */
  readonly alone: boolean;
}

/** Longer than any title: the longest headlines in use have about 150 code units. */
const LONGEST_TITLE = 200;
const LONGEST_UNSTOPPED = 90;
const unstopped = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{3}/u;
const SHORTEST_TEASER = 40;

const sentenceEnd = /[.!?…。！？।॥؟۔։።།]["'”’»›“‘)\]」』】\u200e\u200f]*$/u;
const cutOff = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/u;

/** The lines with text, classified one by one; a text with hard line breaks is joined into paragraphs first. */
export function readLines(text: string): readonly Line[] {
  // A page repeats many of its lines: menus, labels, counters.
  const kinds = new Map<string, LineKind>();
  const kindOnce = (line: string): LineKind => {
    const kind = kinds.get(line) ?? kindOf(line);
    kinds.set(line, kind);
    return kind;
  };
  return joinWrappedLines(groupLines(text)).flatMap((group) =>
    group.map((line) => ({ text: line, is: kindOnce(line), alone: group.length === 1 })),
  );
}

function groupLines(text: string): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

function kindOf(line: string): LineKind {
  const furniture = furnitureOf(line);
  // "By Ana Example | 12 March 2025 | City | 3 comments" looks like a menu row.
  if (furniture && (furniture.reason !== 'navigation' || bylineIn(line) === null))
    return { kind: 'furniture', ...furniture };
  const names = hashtagNamesIn(line);
  if (names.length > 0) return { kind: 'hashtags', names };
  if (isCutOff(line)) return { kind: 'teaser' };
  return { kind: endsSentence(line) || isTooLongForTitle(line) ? 'prose' : 'title' };
}

/** Thai, Lao, Khmer and Burmese end a sentence with a space: only length identifies prose. */
function isTooLongForTitle(line: string): boolean {
  return line.length > LONGEST_TITLE || (line.length > LONGEST_UNSTOPPED && unstopped.test(line));
}

/** Whether a line breaks off as a site's teaser does. */
export function isCutOff(line: string): boolean {
  return line.length >= SHORTEST_TEASER && cutOff.test(line.slice(-10));
}

/** Whether a line ends as a sentence does, ignoring closing quotation marks and brackets. */
export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line.slice(-12));
}

/** Words, or in a script without spaces, about as much text as a word. */
export function wordsIn(line: string): number {
  const spaceless = line.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/gu,
  );
  return bareWords(line).split(' ').length + Math.floor((spaceless?.length ?? 0) / 3);
}
