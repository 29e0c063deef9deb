import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';
import { newBlockId } from '#shared/document/blockId';

/** Removes the block at `pos`; the caret goes to its place. */
export function removeBlock(pos: number): Command {
  return ({ doc, tr, schema }, dispatch) => {
    const node: Node | null = doc.nodeAt(pos);
    if (!node) return false;
    const left = doc.childCount === 1 ? schema.nodes['paragraph']?.create({ id: newBlockId() }) : null;
    tr.replaceWith(pos, pos + node.nodeSize, left ?? Fragment.empty);
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(pos))).scrollIntoView());
    return true;
  };
}

/** The key of the selected slot if it is locked: no key press deletes it before it is unlocked. */
export function lockedSlotKey({ selection }: EditorState): string | null {
  const locked = selection instanceof NodeSelection && selection.node.attrs['locked'] === true;
  return locked ? String(selection.node.attrs['slotKey']) : null;
}

/** Typing while a block is selected as a whole writes below it: a slot or an image is never lost to a stray key. */
export function typeUnderBlock(text: string): Command {
  return ({ selection, schema, tr }, dispatch) => {
    if (!(selection instanceof NodeSelection) || !selection.node.isAtom || !selection.node.isBlock)
      return false;
    const words = text === '' ? Fragment.empty : schema.text(text);
    const paragraph = schema.nodes['paragraph']?.create({ id: newBlockId() }, words);
    if (!paragraph) return false;
    tr.insert(selection.to, paragraph);
    dispatch?.(
      tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length)).scrollIntoView(),
    );
    return true;
  };
}
