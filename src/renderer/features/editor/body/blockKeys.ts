import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, NodeSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';
import { showNotice, reportProblem } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import { moveSelected } from '#shared/document/moveBlock';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { slotsStay } from '../adSlots/slotWords';
import { lockedSlotKey, typeUnderBlock } from '../blocks/blocks';
import { keepLockedSlots } from '../blocks/lockedSlots';

/** Every deleting key, on any system: for a letter, a word or a line of text. */
const deletingKeys: Readonly<Record<Way, readonly string[]>> = {
  backward: ['Backspace', 'Mod-Backspace', 'Shift-Backspace', 'Alt-Backspace', 'Ctrl-Backspace', 'Ctrl-h'],
  forward: ['Delete', 'Mod-Delete', 'Alt-Delete', 'Ctrl-Delete', 'Ctrl-Alt-Backspace', 'Ctrl-d', 'Alt-d'],
};

/** What the browser itself is about to delete when no key said so: a menu, a soft keyboard, a system key. */
function deletedWay(inputType: string): Way | null {
  if (/^delete(?:Content|Word|SoftLine|HardLine)Backward$/u.test(inputType)) return 'backward';
  return /^delete(?:Content|Word|SoftLine|HardLine)Forward$/u.test(inputType) ? 'forward' : null;
}

/** True when that is all: a locked slot stays, a selection is deleted, what touches the caret is selected. */
function deleteBlock({ state, view }: Editor, way: Way): boolean {
  const locked = lockedSlotKey(state);
  if (locked !== null) tellSlotsStay([locked]);
  return (
    locked !== null ||
    deleteSelectedBlock(state, view.dispatch) ||
    selectBeforeDeleting(way)(state, view.dispatch)
  );
}

/** What the keys do beside or on an ad slot or a figure. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch);
    const deleting = (way: Way) =>
      deletingKeys[way].map((key): readonly [string, () => boolean] => [key, () => deleteBlock(editor, way)]);
    return {
      'Alt-ArrowUp': run(moveSelected('up')),
      'Alt-ArrowDown': run(moveSelected('down')),
      ...Object.fromEntries([...deleting('backward'), ...deleting('forward')]),
    };
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => typeUnderBlock(text)(view.state, view.dispatch),
          handleKeyDown: (view, event) => {
            // The input method takes this key: its first letter would replace the block, or be lost.
            if (event.keyCode === 229) typeUnderBlock('')(view.state, view.dispatch);
            return false;
          },
          handleDOMEvents: {
            beforeinput: (_view, event) => {
              const way = deletedWay(event.inputType);
              const isDone = way !== null && deleteBlock(editor, way);
              if (isDone) event.preventDefault();
              return isDone;
            },
          },
        },
      }),
      keepLockedSlots(tellSlotsStay),
    ];
  },
});

/** Says why slots are still there after an attempt to delete them. */
function tellSlotsStay(slotKeys: readonly string[]): void {
  const say = (definitions: readonly AdSlotDefinition[]): void =>
    showNotice({ topic: 'locked slot', tone: 'warn', text: slotsStay(definitions, slotKeys) });
  bridge.adSlots.list().then(say, reportProblem);
}

type Way = 'backward' | 'forward';

const isWhole = (node: Node | null | undefined): node is Node =>
  node?.isAtom === true && node.isBlock && NodeSelection.isSelectable(node);

/** Whether none of its block's text lies between the caret and the block's edge. */
function isAtEdge({ parentOffset, parent }: ResolvedPos, way: Way): boolean {
  return way === 'backward' ? parentOffset === 0 : parentOffset === parent.content.size;
}

/** Where the slot, figure or rule begins that touches the caret's block; null if none does. */
function wholeBlockBeside({ selection, doc }: EditorState, way: Way): number | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || !isAtEdge($from, way)) return null;
  const edge = doc.resolve(way === 'backward' ? $from.before() : $from.after());
  const beside = way === 'backward' ? edge.nodeBefore : edge.nodeAfter;
  if (!isWhole(beside)) return null;
  return way === 'backward' ? edge.pos - beside.nodeSize : edge.pos;
}

/**
 * A deleting key, pressed next to a slot, a figure or a rule, selects it and deletes nothing: a second press then
 * deletes what is visibly selected.
 */
function selectBeforeDeleting(way: Way): Command {
  return (state, dispatch) => {
    const at = wholeBlockBeside(state, way);
    if (at === null) return false;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView());
    return true;
  };
}

/** Deletes the selected slot, figure or rule as a separate step: undo brings it back as it was. */
const deleteSelectedBlock: Command = ({ selection, tr }, dispatch) => {
  if (!(selection instanceof NodeSelection) || !isWhole(selection.node)) return false;
  dispatch?.(closeHistory(tr.deleteSelection()).scrollIntoView());
  return true;
};
