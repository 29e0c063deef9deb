import type { Node } from '@tiptap/pm/model';
import { isLineBreak, rowsOf } from './documentNode';

/**
 * The words of a story for search and summaries: blocks apart by an empty line, hard breaks as line breaks, a
 * figure by its caption and credit. Ad slots are no part of it.
 */
export function toPlainText(doc: Node): string {
  const blocks: string[] = [];
  doc.descendants((node) => {
    const text = blockText(node);
    if (text !== '') blocks.push(text);
    return !node.isTextblock;
  });
  return blocks.join('\n\n');
}

/** The text of one textblock, hard breaks as line breaks; of a block with words of its own, those. */
export function blockText(node: Node): string {
  return node.isTextblock ? node.textBetween(0, node.content.size, null, textOf) : textOf(node);
}

function textOf(node: Node): string {
  return isLineBreak(node) ? '\n' : (rowsOf(node.type)?.plainText?.(node) ?? '');
}

/** The name by which a person is told of a block: "Crosshead". */
export function blockLabel({ type }: Node): string {
  return rowsOf(type)?.label ?? 'Block';
}

/** What a person is told of a block whose content says nothing; null of one that is told by its text. */
export function toldWords({ type, attrs }: Node, between = ' · '): string | null {
  const parts = rowsOf(type)?.toldAs?.(attrs);
  return parts?.filter((part) => part !== '').join(between) ?? null;
}
