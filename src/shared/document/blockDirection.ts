import type { Node } from '@tiptap/pm/model';
import { type Direction, firstStrong } from '../domain/direction';
import { isCode, rowsOf } from './documentNode';
import { blockText } from './toPlainText';

/** Whether a block has words, or can have some: an ad slot and a rule cannot. */
export function hasWords({ isAtom, type }: Node): boolean {
  return !isAtom || rowsOf(type)?.plainText !== undefined;
}

/**
 * The direction of one block, a list or a quote by its first words; null where no letter has one. Code runs left to
 * right whatever is in it.
 */
export function blockDirection(block: Node): Direction | null {
  if (isCode(block.type)) return 'ltr';
  if (block.isAtom) return firstStrong(blockText(block));
  return firstTextDirection(block) ?? firstStrong(block.textBetween(0, block.content.size, ' ', ' '));
}

const isolate = /[\u2066-\u2069]/u;

/**
 * The direction of a block's first text, which decides but where isolates hide a part of it: an editor asks at every
 * key, and to gather all of a block's text takes much longer. Null where that text does not say.
 */
function firstTextDirection({ firstChild: first }: Node): Direction | null {
  if (first === null) return null;
  if (!first.isLeaf) return firstTextDirection(first);
  const text = first.text ?? '';
  return isolate.test(text) ? null : firstStrong(text);
}
