import { closeHistory } from '@tiptap/pm/history';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';

export type Way = 'backward' | 'forward';

const isWhole = (node: Node | null | undefined): node is Node =>
  node?.isAtom === true && node.isBlock && NodeSelection.isSelectable(node);

/** Whether nothing of its block's text lies between the caret and the block's edge. */
function isAtEdge({ parentOffset, parent }: ResolvedPos, way: Way): boolean {
  return way === 'backward' ? parentOffset === 0 : parentOffset === parent.content.size;
}

/** Where the slot, figure or rule that touches the caret's block begins; null when none does. */
function wholeBlockBeside({ selection, doc }: EditorState, way: Way): number | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || !isAtEdge($from, way)) return null;
  const edge = doc.resolve(way === 'backward' ? $from.before() : $from.after());
  const beside = way === 'backward' ? edge.nodeBefore : edge.nodeAfter;
  if (!isWhole(beside)) return null;
  return way === 'backward' ? edge.pos - beside.nodeSize : edge.pos;
}

/**
 * A key that deletes, pressed where a slot, a figure or a rule touches the caret, selects it and deletes nothing: a
 * second press then takes away what can be seen to be chosen.
 */
export function selectBeforeDeleting(way: Way): Command {
  return (state, dispatch) => {
    const at = wholeBlockBeside(state, way);
    if (at === null) return false;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView());
    return true;
  };
}

/** Deletes the slot, figure or rule that is selected, as a step of its own: undo brings it back as it was left. */
export const deleteSelectedBlock: Command = ({ selection, tr }, dispatch) => {
  if (!(selection instanceof NodeSelection) || !isWhole(selection.node)) return false;
  dispatch?.(closeHistory(tr.deleteSelection()).scrollIntoView());
  return true;
};
