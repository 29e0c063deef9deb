import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { moveSelected } from '#shared/document/moveBlock';
import { tellSlotsStay } from '../adSlots/tellSlotsStay';
import { deleteSelectedBlock, selectBeforeDeleting } from '../blocks/besideCaret';
import type { Way } from '../blocks/besideCaret';
import { lockedSlotKey, typeUnderBlock } from '../blocks/blocks';
import { keepLockedSlots } from '../blocks/lockedSlots';

/** Every key that deletes, on any system: a letter, a word or a line of text. */
const deletingKeys: Readonly<Record<Way, readonly string[]>> = {
  backward: ['Backspace', 'Mod-Backspace', 'Shift-Backspace', 'Alt-Backspace', 'Ctrl-Backspace', 'Ctrl-h'],
  forward: ['Delete', 'Mod-Delete', 'Alt-Delete', 'Ctrl-Delete', 'Ctrl-Alt-Backspace', 'Ctrl-d', 'Alt-d'],
};

/** What the browser itself is about to delete, where no key told it: a menu, a soft keyboard, a key of the system. */
function deletedWay(inputType: string): Way | null {
  if (/^delete(?:Content|Word|SoftLine|HardLine)Backward$/u.test(inputType)) return 'backward';
  return /^delete(?:Content|Word|SoftLine|HardLine)Forward$/u.test(inputType) ? 'forward' : null;
}

/** True when that is all: a locked slot stays, what is selected goes, what touches the caret is selected. */
function deleteBlock({ state, view }: Editor, way: Way): boolean {
  const locked = lockedSlotKey(state);
  if (locked !== null) tellSlotsStay([locked]);
  return (
    locked !== null ||
    deleteSelectedBlock(state, view.dispatch) ||
    selectBeforeDeleting(way)(state, view.dispatch)
  );
}

/** The keys' meaning beside, or on, an ad slot or a figure. */
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
