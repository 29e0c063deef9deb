import type { Node } from '@tiptap/pm/model';
import { type Direction, firstStrong } from '../domain/direction';
import { blockText } from './toPlainText';

/** The direction of one block, a list or a quote by its first words; null where no letter of it has one. */
export function blockDirection(block: Node): Direction | null {
  return firstStrong(block.isAtom ? blockText(block) : block.textBetween(0, block.content.size, ' ', ' '));
}
