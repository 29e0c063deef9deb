import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { keepLockedSlot, moveSelectedFigure, typeUnderBlock } from '../blocks/blocks';

/** The keys' meaning while an ad slot or a figure is selected as a whole. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
    return {
      'Alt-ArrowUp': run(moveSelectedFigure(-1)),
      'Alt-ArrowDown': run(moveSelectedFigure(1)),
      Backspace: run(keepLockedSlot),
      Delete: run(keepLockedSlot),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, _from, _to, text) => typeUnderBlock(text)(view.state, view.dispatch),
      },
    }),
  ],
});
