import type { Node } from '@tiptap/pm/model';
import { isLineBreak, rowsOf } from './documentNode';
import { say } from '../language/say';

/**
 * The words of a story for search and summaries: an empty line between blocks, hard breaks as line breaks, a figure
 * by its caption and credit. Ad slots are left out. With `enough`, no block is read after so many code units.
 */
export function toPlainText(doc: Node, enough = Infinity): string {
  const blocks: string[] = [];
  let length = 0;
  doc.descendants((node) => {
    if (length >= enough) return false;
    const text = blockText(node);
    if (text !== '') blocks.push(text);
    length += text.length;
    return !node.isTextblock;
  });
  return blocks.join('\n\n');
}

/** The text of one textblock, hard breaks as line breaks; for a block with words of its own, those. */
export function blockText(node: Node): string {
  return node.isTextblock ? node.textBetween(0, node.content.size, null, textOf) : textOf(node);
}

function textOf(node: Node): string {
  return isLineBreak(node) ? '\n' : (rowsOf(node.type)?.plainText?.(node) ?? '');
}

/** The name of a block in a difference: "Crosshead". */
export function blockLabel({ type }: Node): string {
  return rowsOf(type)?.label() ?? say('Block');
}

/** The description of a block whose content is not text; null for one that is described by its text. */
export function toldWords({ type, attrs }: Node, between = ' · '): string | null {
  const parts = rowsOf(type)?.toldAs?.(attrs);
  return parts?.filter((part) => part !== '').join(between) ?? null;
}
