import type { Node } from '@tiptap/pm/model';
import { type Direction, firstStrong } from '../domain/direction';
import { rowsOf } from './documentNode';
import { blockText } from './toPlainText';

/** Whether a block has words, or can have some: an ad slot and a rule cannot. */
export function hasWords({ isAtom, type }: Node): boolean {
  return !isAtom || rowsOf(type)?.plainText !== undefined;
}

/** The direction of one block, a list or a quote by its first words; null where no letter has one. */
export function blockDirection(block: Node): Direction | null {
  return firstStrong(block.isAtom ? blockText(block) : block.textBetween(0, block.content.size, ' ', ' '));
}
