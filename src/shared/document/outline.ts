import type { Node } from '@tiptap/pm/model';
import { type Picture, rowsOf } from './documentNode';
import type { AdSlotAttrs } from './nodes/adSlot/adSlot';
import { blockText } from './toPlainText';

/** A heading of the story; `position` is where it begins in the document. */
interface Crosshead {
  readonly id: string | null;
  readonly level: number;
  readonly text: string;
  readonly position: number;
}

/** Every heading in order, including those in quotes and lists. */
export function crossheadsOf(doc: Node): readonly Crosshead[] {
  const crossheads: Crosshead[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'heading') {
      const { id, level } = node.attrs as { id: string | null; level: number };
      crossheads.push({ id, level, text: blockText(node), position });
    }
    return !node.isTextblock;
  });
  return crossheads;
}

/**
 * A pinned ad slot; `index` counts the top-level blocks before it, `after` is the text of the last one that has any.
 */
export interface PlacedAdSlot extends AdSlotAttrs {
  readonly position: number;
  readonly index: number;
  readonly after: string;
}

/** Every pinned ad slot, in order. */
export function adSlotsOf(doc: Node): readonly PlacedAdSlot[] {
  const slots: PlacedAdSlot[] = [];
  let after = '';
  doc.forEach((block, position, index) => {
    if (block.type.name === 'adSlot') slots.push({ ...(block.attrs as AdSlotAttrs), position, index, after });
    else
      after = block.isTextblock
        ? blockText(block) || after
        : block.textBetween(0, block.content.size, ' ') || after;
  });
  return slots;
}

/** Every image of a story, in order. */
export function picturesOf(doc: Node): readonly Picture[] {
  const pictures: Picture[] = [];
  doc.descendants((node) => {
    const picture = rowsOf(node.type)?.picture?.(node.attrs);
    if (picture !== undefined) pictures.push(picture);
    return !node.isTextblock;
  });
  return pictures;
}
