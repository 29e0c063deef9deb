import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Whether this transaction removes more than a paragraph: the whole text of one, and text of another. Only what is
 * removed is examined, so a key press costs nothing.
 */
export function removesMuch({ mapping, docs }: Transaction): boolean {
  return mapping.maps.some((map, index) => {
    let much = false;
    map.forEach((from, to) => {
      const doc = docs[index];
      if (doc && to - from > 2) much ||= isMuch(doc, from, to);
    });
    return much;
  });
}

function isMuch(doc: Node, from: number, to: number): boolean {
  let touched = 0;
  let whole = 0;
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const [start, end] = [position + 1, position + node.nodeSize - 1];
    if (Math.min(to, end) > Math.max(from, start)) touched += 1;
    if (end > start && from <= start && to >= end) whole += 1;
    return false;
  });
  return touched > 1 && whole > 0;
}
