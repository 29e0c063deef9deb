import type { Node } from '@tiptap/pm/model';
import { type Command, NodeSelection, type Selection, type Transaction } from '@tiptap/pm/state';
import { rowsOf } from './documentNode';

export type MoveWay = 'up' | 'down';

/**
 * The position of the block at `from` once it is past its neighbour, in the document without it; null at the edge.
 */
export function besideNeighbour(doc: Node, from: number, way: MoveWay): number | null {
  const block = doc.nodeAt(from);
  if (block === null) return null;
  const neighbour =
    way === 'up' ? doc.resolve(from).nodeBefore : doc.resolve(from + block.nodeSize).nodeAfter;
  if (neighbour === null) return null;
  return way === 'up' ? from - neighbour.nodeSize : from + neighbour.nodeSize;
}

/** Moves the block at `from` to `to`, a position in the document without it, and selects it there. */
export function moveBlock(tr: Transaction, from: number, to: number): Transaction {
  const block = tr.doc.nodeAt(from);
  if (block === null) return tr;
  tr.delete(from, from + block.nodeSize).insert(to, block);
  return tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView();
}

/** Moves the selected node between the blocks of a story, if its folder says that keys move it. */
export function moveSelected(way: MoveWay): Command {
  return ({ doc, selection, tr }, dispatch) => {
    if (!(selection instanceof NodeSelection) || selection.$from.depth > 0) return false;
    const { node, from } = selection;
    const moves = rowsOf(node.type)?.movesByKey?.(node.attrs) === true;
    const to = moves ? besideNeighbour(doc, from, way) : null;
    if (to === null) return false;
    dispatch?.(moveBlock(tr, from, to));
    return true;
  };
}

/** The position after the top-level block in which the selection ends: where a new block goes. */
export function afterTopBlock({ $to, to }: Selection): number {
  return $to.depth === 0 ? to : $to.after(1);
}
