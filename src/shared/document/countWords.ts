import type { Node } from '@tiptap/pm/model';
import { rowsOf } from './documentNode';
import { blockText } from './toPlainText';

/** Silent reading of English non-fiction, words a minute (Brysbaert 2019, Journal of Memory and Language 109). */
const wordsPerMinute = 238;

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const counted = new WeakMap<Node, number>();

/**
 * The words of a story as a newsroom counts them: the running text, without captions, credits and ad slots. Each
 * node's count is cached, so that counting again after a key press looks at one block.
 */
export function countWords(node: Node): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const text = countedText(node);
  const words =
    text === null ? node.children.reduce((sum, child) => sum + countWords(child), 0) : countWordsOfText(text);
  counted.set(node, words);
  return words;
}

/** Null for a node whose words are those of its content. */
function countedText(node: Node): string | null {
  const counts = rowsOf(node.type)?.countedText;
  return counts?.(node) ?? (node.isTextblock ? blockText(node) : null);
}

/**
 * The words of a text. A word begins at a letter or digit and runs to the next white space or long dash, so
 * `well-known`, `U.S.` and `3,000` are one each; in scripts without spaces, Unicode's word boundaries count (UAX
 * #29).
 */
export function countWordsOfText(text: string): number {
  if (unspaced.test(text)) return countSegments(text);
  let words = 0;
  for (const _word of text.matchAll(/[\p{L}\p{N}][^\s—–…]*/gu)) words += 1;
  return words;
}

function countSegments(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

/** Whole minutes to read so many words; at least one for any words at all. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / wordsPerMinute);
}
